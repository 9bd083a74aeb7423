"""Days as bare numbers under the name of a date, and the year of a statement whose rows print none."""

from __future__ import annotations

import pytest

from transactions.statements.parsed import ParsedStatement
from transactions.tests.statements.conftest import Read


def days(statement: ParsedStatement) -> list[str]:
    return [line.booking_date.isoformat() for account in statement.accounts for line in account.lines]


@pytest.mark.parametrize(
    ("first", "second"),
    [("1767607953", "1768208400"), ("1767607953000", "1768208400000"), ("260105", "260112"), ("050126", "120126")],
)
def test_bare_numbers_under_the_name_of_a_date(read: Read, first: str, second: str) -> None:
    statement = read(f"date,text,amount,currency\n{first},A,-54.90,EUR\n{second},B,2500.00,EUR\n")

    assert days(statement) == ["2026-01-05", "2026-01-12"]


def test_bare_numbers_that_are_no_days_stay_what_they_are(read: Read) -> None:
    statement = read("date,text,amount\n991399,A,-54.90\n123456,B,2500.00\n")

    assert days(statement) == []
    assert statement.errors


def test_year_month_and_day_in_columns_of_their_own(read: Read) -> None:
    statement = read("Jahr;Monat;Tag;Text;Betrag\n2026;1;5;A;-54,90\n2026;1;12;B;2500,00\n")

    assert days(statement) == ["2026-01-05", "2026-01-12"]


def test_the_day_of_the_statement_is_read_in_the_order_of_its_other_dates(read: Read) -> None:
    statement = read(
        "Statement 12/13/2025 to 01/12/2026\nDate,Description,Amount\n12/14,A,-5.00\n12/30,B,-6.00\n01/10,C,-7.00\n"
    )

    assert days(statement) == ["2025-12-14", "2025-12-30", "2026-01-10"]
