"""The bundled statement always ends with last month."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO

import pytest

from scripts.statement import last_full_month, moved_statement


def booking_dates(content: bytes) -> list[str]:
    return [row["Booking date"] for row in csv.DictReader(StringIO(content.decode()))]


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2026, 11, 23), {"2026-08", "2026-09", "2026-10"}),
        (date(2026, 1, 1), {"2025-10", "2025-11", "2025-12"}),
        (date(2028, 3, 31), {"2027-12", "2028-01", "2028-02"}),
    ],
)
def test_last_month_is_the_newest(today: date, months: set[str]) -> None:
    dates = booking_dates(moved_statement(today))
    assert {found[:7] for found in dates} == months
    assert last_full_month(today) == max(months)
    assert [date.fromisoformat(found) for found in dates] == sorted(date.fromisoformat(found) for found in dates)


def test_late_days_stay_inside_a_short_month() -> None:
    moved = moved_statement(date(2026, 3, 15), "2025-03-31,2025-03-30,2025-03-28,10.00")
    assert moved == b"2026-02-28,2026-02-28,2026-02-28,10.00"


def test_only_dates_change() -> None:
    dates = re.compile(rb"\d{4}-\d{2}-\d{2}")
    one, other = (dates.sub(b"", moved_statement(date(year, 5, 5))) for year in (2026, 2031))
    assert one == other
