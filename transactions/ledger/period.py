"""Half-open date periods [start, end). On screen and in the API both ends are included; this is where it is turned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTH_PATTERN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """All days from `start` up to but not including `end`."""

    start: date
    end: date

    @property
    def last_day(self) -> date:
        return self.end - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    @property
    def month_key(self) -> str:
        """'YYYY-MM' of the first day."""
        return f"{self.start:%Y-%m}"


def month_of(day: date) -> Period:
    start = day.replace(day=1)
    return Period(start, add_months(start, 1))


def parse_month(text: str) -> Period:
    """'2026-03' as a period; ValueError with a sentence for people otherwise."""
    match = MONTH_PATTERN.fullmatch(text)
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise ValueError(f"{text!r} is not a month; write it as YYYY-MM, for example 2026-03.")
    return month_of(date(int(match[1]), int(match[2]), 1))


def add_months(day: date, count: int) -> date:
    """The first-of-month arithmetic: `day` must be a first of month."""
    index = day.year * 12 + day.month - 1 + count
    return date(index // 12, index % 12 + 1, 1)


def last_full_month(today: date) -> Period:
    return month_of(today.replace(day=1) - timedelta(days=1))


def months_before(period: Period, count: int) -> list[Period]:
    """The `count` whole months before `period`, oldest first."""
    first = period.start.replace(day=1)
    return [month_of(add_months(first, -back)) for back in range(count, 0, -1)]
