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


def test_the_period_above_the_table_decides_between_day_and_month(read: Read) -> None:
    rows = "05/01/2026,A,-1.00\n05/02/2026,B,-2.00\n05/03/2026,C,-3.00\n10/01/2026,D,-4.00\n"
    head = "Date,Description,Amount\n"

    assert days(read(f"Statement period,01/01/2026,31/03/2026\n{head}{rows}"))[0] == "2026-01-05"
    assert (
        days(read(f"Statement period,05/01/2025,10/02/2025\n{head}{rows.replace('2026', '2025')}"))[0] == "2025-05-01"
    )


def test_a_month_above_the_table_gives_the_year_of_rows_without_one(read: Read) -> None:
    statement = read("Statement January 2024\nDate,Description,Amount\n12/29,A,-5.00\n01/03,B,-6.00\n01/20,C,-7.00\n")

    assert days(statement) == ["2023-12-29", "2024-01-03", "2024-01-20"]
