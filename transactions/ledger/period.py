"""Half-open date periods [start, end). On screen and in the API both ends are included; this is where it is turned."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

PeriodKind = Literal["month", "quarter", "year"]
MONTHS_OF: Mapping[PeriodKind, int] = {"month": 1, "quarter": 3, "year": 12}
MONTH_PATTERN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
QUARTER_PATTERN = re.compile(r"([0-9]{4})-Q([1-4])")
YEAR_PATTERN = re.compile(r"[0-9]{4}")
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


def period_of(kind: PeriodKind, day: date) -> Period:
    """The month, quarter or year that holds this day."""
    months = MONTHS_OF[kind]
    start = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(start, add_months(start, months))


def parse_period(text: str) -> Period:
    """'2026-03', '2026-Q1' or '2026' as a period; ValueError with a sentence for people otherwise."""
    quarter = QUARTER_PATTERN.fullmatch(text)
    if quarter and FIRST_YEAR <= int(quarter[1]) <= LAST_YEAR:
        return period_of("quarter", date(int(quarter[1]), int(quarter[2]) * 3, 1))
    if YEAR_PATTERN.fullmatch(text) and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return period_of("year", date(int(text), 1, 1))
    try:
        return parse_month(text)
    except ValueError:
        message = f"{text!r} is no period; write a month as 2026-03, a quarter as 2026-Q1, a year as 2026."
        raise ValueError(message) from None


def month_count(period: Period) -> int:
    """Of a period that begins on the first of a month and ends before one."""
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month


def kind_of(period: Period) -> PeriodKind:
    """KeyError for what is neither a month nor a quarter nor a year."""
    return {months: kind for kind, months in MONTHS_OF.items()}[month_count(period)]


def period_key(period: Period) -> str:
    """'2026-03', '2026-Q1' or '2026'; `parse_period` reads it back."""
    match kind_of(period):
        case "quarter":
            return f"{period.start.year}-Q{(period.start.month + 2) // 3}"
        case "year":
            return f"{period.start.year}"
        case _:
            return period.month_key


def periods_before(period: Period, count: int) -> list[Period]:
    """The `count` periods of the same number of months before it, oldest first."""
    months = month_count(period)
    starts = [add_months(period.start, -back * months) for back in range(count, -1, -1)]
    return [Period(start, end) for start, end in pairwise(starts)]


def months_in(period: Period) -> list[Period]:
    return [month_of(add_months(period.start, at)) for at in range(month_count(period))]


def last_full_period(kind: PeriodKind, today: date) -> Period:
    return period_of(kind, period_of(kind, today).start - timedelta(days=1))
