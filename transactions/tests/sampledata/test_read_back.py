"""Our readers give back exactly what the generator wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from transactions.sampledata.household import generate_household
from transactions.sampledata.rows import CARD, CHECKING, SAVINGS
from transactions.sampledata.writers import Extract, extract, write_card_ofx, write_checking_csv, write_savings_ofx
from transactions.sampledata.writers.ofx import NAME_LENGTH
from transactions.statements.parsed import ParsedAccount, ReaderContext
from transactions.statements.registry import read_statement

START, END, LATER = date(2024, 5, 1), date(2026, 2, 12), date(2026, 2, 1)
WRITERS = [(CHECKING, write_checking_csv), (SAVINGS, write_savings_ofx), (CARD, write_card_ofx)]
each_file = pytest.mark.parametrize(("kind", "write"), WRITERS, ids=[kind for kind, _ in WRITERS])
Writer = Callable[[Extract], bytes]


def read(part: Extract, write: Writer) -> ParsedAccount:
    parsed = read_statement(write(part), ReaderContext(file_name="statement", today=END))
    assert parsed.errors == ()
    assert parsed.lines_found == len(part.rows)
    (account,) = parsed.accounts
    return account


@each_file
@pytest.mark.parametrize("seed", [7, 8, 20_417])
@pytest.mark.parametrize("start", [None, LATER])
def test_rows_come_back(kind: str, write: Writer, seed: int, start: date | None) -> None:
    part = extract(generate_household(seed, START, END), kind, start)
    account = read(part, write)
    assert Counter((line.booking_date, line.amount) for line in account.lines) == Counter(
        (row.booking_date, part.money(row.amount_minor)) for row in part.rows
    )
    assert account.currency == "EUR"
    assert account.external_ref == part.account.external_ref


@each_file
def test_texts_come_back(kind: str, write: Writer) -> None:
    part = extract(generate_household(7, START, END), kind)
    account = read(part, write)
    found = Counter((line.booking_date, f"{line.counterparty} {line.description}") for line in account.lines)
    longest = 100 if kind == CHECKING else NAME_LENGTH
    wanted = Counter((row.booking_date, f"{row.counterparty[:longest].strip()} {row.description}") for row in part.rows)
    assert found == wanted


@each_file
def test_the_closing_balance_comes_back(kind: str, write: Writer) -> None:
    part = extract(generate_household(7, START, END), kind)
    assert read(part, write).closing_balance == part.money(part.closing_minor)


def test_running_balances_and_value_dates_of_the_csv_come_back() -> None:
    part = extract(generate_household(7, START, END), CHECKING)
    lines = sorted(read(part, write_checking_csv).lines, key=lambda line: -line.line)
    balance = part.money(part.opening_minor)
    for line, row in zip(lines, part.rows, strict=True):
        balance += line.amount
        assert line.balance == balance
        assert line.value_date == row.value_date


def test_ids_of_the_ofx_come_back() -> None:
    part = extract(generate_household(7, START, END), CARD)
    assert [line.external_id for line in read(part, write_card_ofx).lines] == [row.external_id for row in part.rows]
