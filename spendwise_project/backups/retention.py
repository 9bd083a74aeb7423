"""Which archives are kept, and when the next one is due. Pure: moments in UTC in, a decision out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

DAILY, WEEKLY = 7, 4
Week = tuple[int, int]


def kept(made: Iterable[datetime], daily: int = DAILY, weekly: int = WEEKLY) -> set[datetime]:
    """The newest of each of the last `daily` days, and of each of the last `weekly` ISO weeks, that have one.

    Days without a backup do not count, so a machine that was off for a month keeps what it had.
    """
    newest_first = sorted(set(made), reverse=True)
    by_day: dict[object, datetime] = {}
    by_week: dict[Week, datetime] = {}
    for moment in newest_first:
        by_day.setdefault(moment.date(), moment)
        year, week, _ = moment.isocalendar()
        by_week.setdefault((year, week), moment)
    return {*list(by_day.values())[:daily], *list(by_week.values())[:weekly]}


def is_due(made: Iterable[datetime], now: datetime) -> bool:
    """Whether this day (UTC) has no backup yet: a machine that sleeps at night makes its backup when it wakes."""
    return all(moment.date() < now.date() for moment in made)
