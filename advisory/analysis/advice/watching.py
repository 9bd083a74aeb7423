"""What a follow-up must remember of the time before the advice: the due days and amounts that would come without it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from advisory.analysis.advice.inputs import AdviceInputs
from advisory.analysis.findings import Series

# Period of each rhythm in months or days.
STEPS: Mapping[str, tuple[int, int]] = {
    "weekly": (0, 7),
    "biweekly": (0, 14),
    "four_weekly": (0, 28),
    "semi_monthly": (0, 15),
    "monthly": (1, 0),
    "bimonthly": (2, 0),
    "quarterly": (3, 0),
    "half_yearly": (6, 0),
    "yearly": (12, 0),
}
# As long as the series engine waits before it calls a due day missed.
PATIENCE = ((7, 3), (16, 5), (62, 10), (400, 21))
FEWEST_DUES, MOST_DUES, DUE_DAYS = 4, 26, 400
KEPT_IDS = 6


def days_of(cadence: str) -> int:
    months, days = STEPS[cadence]
    return days or round(months * 30.44)


def patience(cadence: str) -> int:
    return next(days for length, days in PATIENCE if days_of(cadence) <= length)


def later(day: date, cadence: str, count: int) -> date:
    """The due day so many periods after `day`."""
    months, days = STEPS[cadence]
    if not months:
        return day + timedelta(days=days * count)
    years, month = divmod(day.year * 12 + day.month - 1 + months * count, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def dues(series: Series, as_of: date) -> list[date]:
    """The due days to come, a year of them and never fewer than four."""
    first = series.next_date or later(series.last_date, series.cadence, 1)
    found = [later(first, series.cadence, place) for place in range(MOST_DUES)]
    last = as_of + timedelta(days=DUE_DAYS)
    return [day for place, day in enumerate(found) if place < FEWEST_DUES or day <= last]


def due_watch(
    inputs: AdviceInputs, series: Series, *, enough: int, expected: Sequence[int] = (), ignore_above: int = 0
) -> dict[str, Any]:
    """For the judge `due`. `enough`: minor units by which a charge must be lower to count; `expected`: what each due
    day would bring, the usual amount where it is not given; larger charges than `ignore_above` are of another kind."""
    days = dues(series, inputs.as_of)
    usual = abs(series.amount_minor)
    return {
        "key": series.payee_key,
        "currency": series.currency,
        "account": series.account,
        "ids": list(series.ids[-KEPT_IDS:]),
        "days": [day.isoformat() for day in days],
        "expected": [expected[place] if place < len(expected) else usual for place in range(len(days))],
        "enough": enough,
        "half": days_of(series.cadence) // 2,
        "patience": patience(series.cadence),
        "ignore_above": ignore_above,
    }


def window_days(series: Series, periods: int = 3) -> int:
    """Days until so many due days have surely passed."""
    return days_of(series.cadence) * periods + patience(series.cadence)
