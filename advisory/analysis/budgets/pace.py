"""The pace within a month: what the own past months had used by the same day, and what may be spent a day from here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal

from advisory.analysis.robust import middle
from transactions.ledger.period import Period

FEWEST_MONTHS = 3
"""Below so many months the middle one says more about chance than about habit."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Middle of the past months, rounded to whole minor units. `months`: first days of those that were looked at."""

    by_now: int
    whole: int
    months: tuple[date, ...]


def pace(days: Mapping[date, int], months: Sequence[Period], day: int) -> Pace | None:
    """`days`: what was used on each day; `day`: of the month, the last one that counts. A shorter month counts up to
    its end. None with fewer than three months."""
    if len(months) < FEWEST_MONTHS:
        return None
    sums = [_sums(days, month, day) for month in months]
    by_now, whole = (_middle([pair[place] for pair in sums]) for place in (0, 1))
    return Pace(by_now, whole, tuple(month.start for month in months))


def _sums(days: Mapping[date, int], month: Period, day: int) -> tuple[int, int]:
    """Up to that day, and of the whole month."""
    found = [0, 0]
    at = month.start
    while at < month.end:
        used = days.get(at, 0)
        found[0] += used if at.day <= day else 0
        found[1] += used
        at += timedelta(days=1)
    return found[0], found[1]


def _middle(values: Sequence[int]) -> int:
    exact = middle([Decimal(value) for value in values])
    return int(exact.quantize(Decimal(1), ROUND_HALF_EVEN))


def free_a_day(left: int, due: int, days_left: int) -> int:
    """What may be spent on each of the days left, today included, once what is due is put aside; never below nothing.
    Rounded down: as much on each day does not spend more than there is."""
    return max(left - due, 0) // max(days_left, 1)
