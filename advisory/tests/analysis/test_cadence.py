from __future__ import annotations

from datetime import date

import pytest

from advisory.analysis.cadence import CADENCES, due_day, month_slot


@pytest.mark.parametrize(
    ("cadence", "last", "day", "due"),
    [
        ("weekly", date(2026, 2, 25), 25, date(2026, 3, 4)),
        ("fortnightly", date(2026, 2, 25), 25, date(2026, 3, 11)),
        ("monthly", date(2026, 1, 31), 31, date(2026, 2, 28)),
        ("monthly", date(2026, 2, 28), 31, date(2026, 3, 31)),
        ("monthly", date(2026, 12, 1), 1, date(2027, 1, 1)),
        ("monthly", date(2026, 5, 1), 31, date(2026, 5, 31)),
        ("quarterly", date(2026, 11, 15), 15, date(2027, 2, 15)),
        ("yearly", date(2024, 2, 29), 29, date(2025, 2, 28)),
    ],
)
def test_the_next_due_day(cadence: str, last: date, day: int, due: date) -> None:
    assert CADENCES[cadence].next_after(last, day) == due


def test_a_booking_belongs_to_the_month_whose_due_day_is_nearest() -> None:
    assert month_slot(date(2026, 5, 1), 30) == month_slot(date(2026, 4, 30), 30)
    assert month_slot(date(2026, 4, 29), 1) == month_slot(date(2026, 5, 1), 1)


def test_the_edges_of_the_calendar_hold() -> None:
    assert due_day(month_slot(date(1, 1, 2), 31), 31) == date(1, 1, 31)
    assert due_day(month_slot(date(9999, 12, 31), 1), 1) == date(9999, 12, 1)
