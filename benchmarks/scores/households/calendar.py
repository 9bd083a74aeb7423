"""Due dates of the nine cadences, and how banks move them around weekends."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.scores.households.truth import Cadence

DAYS = {Cadence.WEEKLY: 7, Cadence.BIWEEKLY: 14, Cadence.FOUR_WEEKLY: 28}
MONTHS = {
    Cadence.MONTHLY: 1,
    Cadence.BIMONTHLY: 2,
    Cadence.QUARTERLY: 3,
    Cadence.HALF_YEARLY: 6,
    Cadence.YEARLY: 12,
}
PERIOD_DAYS = {
    **DAYS,
    Cadence.SEMI_MONTHLY: 15,
    **{cadence: round(months * 30.44) for cadence, months in MONTHS.items()},
}
TOLERANCE = {
    cadence: 3 if days <= 7 else 5 if days <= 15 else 10 if days <= 62 else 21 for cadence, days in PERIOD_DAYS.items()
}
"""Days after a due date until a charge counts as missed."""

SATURDAY = 5


def due_dates(cadence: Cadence, first: date, until: date, *, day: int = 0) -> Iterator[date]:
    """From `first` to `until`, both included. `day` is the day of the month (31 = the last one, `first`'s when left
    out); semi-monthly falls on `day` and fifteen days later, or on the 15th and the last where `day` is the 15th.
    """
    if cadence in DAYS:
        for count in range((until - first).days // DAYS[cadence] + 1):
            yield first + timedelta(days=count * DAYS[cadence])
        return
    day = day or first.day
    step = MONTHS.get(cadence, 1)
    month = first.year * 12 + first.month - 1
    while (start := date(month // 12, month % 12 + 1, 1)) <= until:
        days = (day,) if cadence in MONTHS else (15, 31) if day == 15 else (day, day + 15)
        yield from (due for wanted in days if first <= (due := in_month(start, wanted)) <= until)
        month += step


def in_month(month: date, day: int) -> date:
    """That day of the month, or its last where it is shorter."""
    return month.replace(day=min(day, monthrange(month.year, month.month)[1]))


def banking_day(day: date, direction: int) -> date:
    """Off a weekend: 1 = to the next Monday, -1 = to the Friday before, 0 = left where it is."""
    while direction and day.weekday() >= SATURDAY:
        day += timedelta(days=direction)
    return day


def months_before(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 - months
    return in_month(date(month // 12, month % 12 + 1, 1), day.day)
