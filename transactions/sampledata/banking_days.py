"""Days on which European banks book: not on weekends and not on the six holidays of the T2 settlement system."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

SATURDAY = 5


@lru_cache(maxsize=512)
def easter_sunday(year: int) -> date:
    """Gregorian Easter by the anonymous algorithm (Meeus, Jones, Butcher), valid from 1583 on."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def is_banking_day(day: date) -> bool:
    if day.weekday() >= SATURDAY or (day.month, day.day) in {(1, 1), (5, 1), (12, 25), (12, 26)}:
        return False
    return day - easter_sunday(day.year) not in {timedelta(days=-2), timedelta(days=1)}


def banking_day(day: date) -> date:
    """`day` itself, or the first day after it on which banks book."""
    while not is_banking_day(day):
        day += timedelta(days=1)
    return day
