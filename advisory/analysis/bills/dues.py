"""The due days of what the user declares, counted from one of them: plain days, free of the engines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import takewhile

from advisory.analysis.cadence import LAST_SLOT, due_day

PERIOD_DAYS: Mapping[str, int] = {"weekly": 7, "biweekly": 14, "four_weekly": 28}
PERIOD_MONTHS: Mapping[str, int] = {"monthly": 1, "bimonthly": 2, "quarterly": 3, "half_yearly": 6, "yearly": 12}
SEMI_MONTHLY = "semi_monthly"
HALF_MONTH = 15
PATIENCE: Mapping[str, int] = {
    "weekly": 3,
    "biweekly": 5,
    "four_weekly": 5,
    SEMI_MONTHLY: 5,
    "monthly": 10,
    "bimonthly": 10,
    "quarterly": 21,
    "half_yearly": 21,
    "yearly": 21,
}
"""Days after a due day until it counts as missed: banks may hold a booking up, people pay late."""
LENGTH_DAYS: Mapping[str, int] = {
    **PERIOD_DAYS,
    SEMI_MONTHLY: HALF_MONTH,
    **{name: months * 30 for name, months in PERIOD_MONTHS.items()},
}
"""About how many days lie between two due days."""


def due_days(anchor: date, cadence: str) -> Iterator[date]:
    """`anchor` and every due day after it, to the end of the calendar. A 31st is the last day of a shorter month, and
    the 31st again in the next one. Raises KeyError for an unknown rhythm."""
    if cadence in PERIOD_DAYS:
        return _by_days(anchor, PERIOD_DAYS[cadence])
    if cadence == SEMI_MONTHLY:
        return _twice_a_month(anchor)
    return _by_months(anchor, PERIOD_MONTHS[cadence])


def dues_until(anchor: date, cadence: str, last: date) -> list[date]:
    """Those up to `last`, included."""
    return list(takewhile(lambda day: day <= last, due_days(anchor, cadence)))


def _by_days(anchor: date, step: int) -> Iterator[date]:
    for place in range((date.max - anchor).days // step + 1):
        yield anchor + timedelta(days=step * place)


def _by_months(anchor: date, step: int) -> Iterator[date]:
    for slot in range(_slot(anchor), LAST_SLOT + 1, step):
        yield due_day(slot, anchor.day)


def _twice_a_month(anchor: date) -> Iterator[date]:
    """The day itself and the one half a month from it: the 1st and the 16th, the 15th and the 30th."""
    other = anchor.day + (HALF_MONTH if anchor.day <= HALF_MONTH else -HALF_MONTH)
    for slot in range(_slot(anchor), LAST_SLOT + 1):
        for day in sorted((anchor.day, other)):
            due = due_day(slot, day)
            if due >= anchor:
                yield due


def _slot(day: date) -> int:
    return day.year * 12 + day.month - 1
