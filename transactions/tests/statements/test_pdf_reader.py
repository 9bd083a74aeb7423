"""PDF statements: read where the balances prove it, asked about where nothing does, refused in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.tests.statements.pdf_samples import Text, pdf

HEADER: list[Text] = [(50, 700, "Date"), (120, 700, "Description"), (330, 700, "Debit"), (420, 700, "Credit")]
ROWS: list[Text] = [
    (50, 680, "14.01.2026"), (120, 680, "Corner bakery"), (330, 680, "3.30"),
    (120, 669, "second line of it"),
    (50, 650, "15.01.2026"), (120, 650, "Salary of ACME"), (420, 650, "500.00"),
    (50, 630, "20.01.2026"), (120, 630, "Rent"), (330, 630, "400.50"),
]  # fmt: skip
BALANCES: list[Text] = [
    (50, 750, "Opening balance"),
    (200, 750, "100.00"),
    (50, 735, "Closing balance"),
    (200, 735, "196.20"),
]


def read(data: bytes) -> ParsedStatement:
    return read_statement(data, ReaderContext(today=date(2026, 3, 15)))


def amounts(statement: ParsedStatement) -> list[Decimal]:
    return [line.amount for account in statement.accounts for line in account.lines]


def test_balances_that_agree_prove_the_reading() -> None:
    got = read(pdf([*BALANCES, *HEADER, *ROWS]))

    assert (got.format, amounts(got)) == ("pdf", [Decimal("-3.30"), Decimal("500.00"), Decimal("-400.50")])
    assert (got.questions, got.understood["balances"]) == ((), "opening + movements = closing")
    assert got.accounts[0].lines[0].description == "Corner bakery second line of it"


def test_a_table_goes_on_over_pages() -> None:
    first, second = [*BALANCES, *HEADER, *ROWS[:4]], [*HEADER, *ROWS[4:]]

    assert len(amounts(read(pdf(first, second)))) == 3


def test_what_is_owed_on_a_card_is_a_balance_below_zero() -> None:
    card: list[Text] = [(350, 780, "Credit limit"), (450, 780, "5,000.00")]
    owed: list[Text] = [
        (50, 750, "Opening balance"),
        (200, 750, "196.20"),
        (50, 735, "Closing balance"),
        (200, 735, "100.00"),
    ]
    got, asked = read(pdf([*card, *owed, *HEADER, *ROWS])), read(pdf([*card, *BALANCES, *HEADER, *ROWS]))

    assert (got.questions, got.accounts[0].opening_balance) == ((), Decimal("-196.20"))
    assert len(asked.questions) == 1


@pytest.mark.parametrize("balances", [[], [*BALANCES[:3], (200, 735, "777.00")]], ids=["none", "wrong"])
def test_without_proof_it_asks(balances: list[Text]) -> None:
    got = read(pdf([*balances, *HEADER, *ROWS]))

    assert len(amounts(got)) == 3
    assert [question.code for question in got.questions] == ["sign"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf([]), "pictures of pages"),
        (pdf([(50, 700, "Dear customer")]), "No list of movements"),
        (b"%PDF-1.7\n1 0 obj", "damaged"),
        (pdf([*HEADER, *ROWS])[:300], "damaged"),
    ],
    ids=["no text", "no table", "stub", "cut"],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    got = read(data)

    assert (got.lines_found, len(got.errors)) == (0, 1)
    assert words in got.errors[0].message
