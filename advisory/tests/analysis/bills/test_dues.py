"""Due days counted from one of them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.analysis.bills.dues import LENGTH_DAYS, PATIENCE, PERIOD_DAYS, PERIOD_MONTHS, due_days, dues_until
from advisory.analysis.per_year import PER_YEAR

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
CADENCES = st.sampled_from(sorted(PER_YEAR))


def test_every_rhythm_is_known() -> None:
    assert PATIENCE.keys() == LENGTH_DAYS.keys() == PER_YEAR.keys()


@pytest.mark.parametrize(
    ("anchor", "cadence", "expected"),
    [
        (date(2027, 12, 31), "monthly", ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]),
        (date(2026, 1, 15), "semi_monthly", ["2026-01-15", "2026-01-30", "2026-02-15", "2026-02-28", "2026-03-15"]),
        (date(2026, 1, 16), "semi_monthly", ["2026-01-16", "2026-02-01", "2026-02-16", "2026-03-01", "2026-03-16"]),
        (date(2024, 2, 29), "yearly", ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]),
        (date(2026, 11, 30), "quarterly", ["2026-11-30", "2027-02-28", "2027-05-30", "2027-08-30", "2027-11-30"]),
        (date(2026, 12, 28), "biweekly", ["2026-12-28", "2027-01-11", "2027-01-25", "2027-02-08", "2027-02-22"]),
    ],
)
def test_the_days_that_a_calendar_would_show(anchor: date, cadence: str, expected: list[str]) -> None:
    assert [day.isoformat() for day in islice(due_days(anchor, cadence), 5)] == expected


@given(DAYS, CADENCES)
def test_they_rise_and_lie_about_a_period_apart(anchor: date, cadence: str) -> None:
    dues = list(islice(due_days(anchor, cadence), 30))
    assert dues[0] == anchor
    for before, after in pairwise(dues):
        assert abs((after - before).days - LENGTH_DAYS[cadence]) <= max(3, LENGTH_DAYS[cadence] // 30)


@given(DAYS, CADENCES)
def test_a_year_holds_as_many_as_the_yearly_cost_counts(anchor: date, cadence: str) -> None:
    """In four years, since weeks do not divide a year."""
    dues = dues_until(anchor, cadence, anchor + timedelta(days=4 * 365))
    assert abs(len(dues) - 4 * PER_YEAR[cadence]) <= 1 + 4 * (cadence in PERIOD_DAYS)


@given(DAYS, st.sampled_from(sorted(PERIOD_MONTHS)), st.integers(1, 40))
def test_months_come_back_to_the_same_day(anchor: date, cadence: str, years: int) -> None:
    """A short month on the way moves nothing for good."""
    later = list(islice(due_days(anchor, cadence), years * 12 // PERIOD_MONTHS[cadence] + 1))[-1]
    assert (later.year, later.month) == (anchor.year + years, anchor.month)
    assert later.day == anchor.day or (anchor.month, anchor.day) == (2, 29)


@pytest.mark.parametrize("cadence", sorted(PER_YEAR))
def test_the_end_of_the_calendar_ends_them(cadence: str) -> None:
    assert list(due_days(date(9999, 12, 31), cadence)) == [date(9999, 12, 31)]
