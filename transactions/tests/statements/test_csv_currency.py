"""A currency column with something that is no currency: a rejected row with its line, never an account in it."""

from __future__ import annotations

import pytest

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement


def read(*codes: str, head: str = "Currency") -> ParsedStatement:
    rows = "".join(f"2026-01-{13 + i},Shop {i},-1{i}.50,{code}\n" for i, code in enumerate(codes))
    return read_statement(f"Date,Description,Amount,{head}\n{rows}".encode(), ReaderContext(default_currency="PLN"))


def counts(statement: ParsedStatement) -> dict[str, int]:
    return {account.currency: len(account.lines) for account in statement.accounts}


@pytest.mark.parametrize("code", ["EWR", "GUR", "EU", "E?R", "BTC", "EUR EUR", "123"])
def test_a_cell_that_is_no_currency_is_rejected_with_its_line(code: str) -> None:
    statement = read("EUR", code, "EUR", "EUR")

    assert [(error.line, error.field) for error in statement.errors] == [(3, "currency")]
    assert repr(code) in statement.errors[0].message
    assert (counts(statement), statement.lines_rejected) == ({"EUR": 3}, 1)


@pytest.mark.parametrize("code", ["eur", "€", "Euro", "EURO"])
def test_other_ways_to_write_a_currency_are_the_same_account(code: str) -> None:
    statement = read("EUR", code, "EUR", "EUR")

    assert (counts(statement), statement.errors) == ({"EUR": 4}, ())


@pytest.mark.parametrize("blank", ["", "-", "n/a"])
def test_a_blank_cell_has_the_only_currency_of_the_column(blank: str) -> None:
    statement = read("EUR", blank, "EUR", "EUR")

    assert (counts(statement), statement.errors) == ({"EUR": 4}, ())


def test_several_currencies_stay_apart_and_old_ones_are_known() -> None:
    assert counts(read("EUR", "USD", "DEM", "EUR")) == {"EUR": 2, "USD": 1, "DEM": 1}


def test_a_file_in_coins_only_is_not_booked_in_money() -> None:
    statement = read("BTC", "BTC", "BTC", "USDT")

    assert (counts(statement), statement.lines_rejected) == ({}, 4)
    assert {error.field for error in statement.errors} == {"currency"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US Dollar", "USD"),
        ("Pound Sterling", "GBP"),
        ("Schweizer Franken", "CHF"),
        ("доллар США", "USD"),
        ("米ドル", "USD"),
    ],
)
def test_a_currency_may_be_written_as_a_name(name: str, code: str) -> None:
    assert counts(read("EUR", name, "EUR", "EUR")) == {"EUR": 3, code: 1}


@pytest.mark.parametrize(
    ("above", "currency"),
    [
        ("收入：1笔 28.50元\n支出：2笔 16.54元", "CNY"),
        ("Suma uznań: 28,50 zł", "PLN"),
        ("Opening balance: 28.50 €", "EUR"),
        ("In 28.50 €, out 16.54 zł", ""),
        ("Limit 28.50 rs", ""),
        ("Page 2.50 of 3.00", ""),
    ],
)
def test_bare_amounts_are_in_the_currency_of_the_sums_above_them(above: str, currency: str) -> None:
    rows = "".join(f"2026-01-{13 + i};Shop {i};-1{i}.50\n" for i in range(4))
    file = f"{above}\n\nDate;Description;Amount\n{rows}"
    statement = read_statement(file.encode(), ReaderContext(default_currency=""))
    assert counts(statement) == {currency: 4}
