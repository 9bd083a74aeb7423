"""Unsigned charges whose balances grow: a debt that is spent on, never income because the sums happen to agree."""

from __future__ import annotations

import pytest

from transactions.statements.parsed import ParsedStatement
from transactions.tests.statements.conftest import Read

HEAD = "Opening balance,{}\nClosing balance,{}\nDate,Description,Amount\n"
SHOPS = "2026-01-05,Supermarket,11.00\n2026-01-06,Coffee shop,5.00\n2026-01-09,Fuel station,50.00\n"
NAMES = "2026-01-05,Alpha,11.00\n2026-01-06,Beta,5.00\n2026-01-09,Gamma,50.00\n"


def amounts(statement: ParsedStatement) -> list[str]:
    return [str(line.amount) for account in statement.accounts for line in account.lines]


@pytest.mark.parametrize("opening", ["0.00", "100.00"])
def test_shops_under_a_growing_balance_are_spent_on_a_debt(read: Read, opening: str) -> None:
    statement = read(HEAD.format(opening, float(opening) + 66) + SHOPS)

    assert (amounts(statement), statement.questions) == (["-11.00", "-5.00", "-50.00"], ())
    assert statement.understood["sign convention"].endswith("the balance is what is owed")


def test_names_under_a_growing_balance_are_asked_about(read: Read) -> None:
    statement = read(HEAD.format("0.00", "66.00") + NAMES)

    assert [question.code for question in statement.questions] == ["sign"]


def test_a_falling_balance_that_agrees_needs_no_question(read: Read) -> None:
    statement = read(HEAD.format("100.00", "34.00") + NAMES)

    assert (amounts(statement), statement.questions) == (["-11.00", "-5.00", "-50.00"], ())


def test_a_zero_has_no_sign(read: Read) -> None:
    statement = read("Date,Description,Debit,Credit\n2026-01-05,A,0.00,\n2026-01-06,B,5.00,\n2026-01-07,C,,6.00\n")

    assert amounts(statement) == ["0.00", "-5.00", "6.00"]
