"""When the bookings of a series fall due, seen from any past day and without the engines: plain days in, days out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, takewhile

from advisory.analysis.cadence import due_day, month_slot


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A period in whole months or in days. `slack`: days that a weekend or a bank holiday explain."""

    months: int
    days: int
    slack: int


RHYTHMS: Mapping[str, Rhythm] = {
    "weekly": Rhythm(0, 7, 3),
    "biweekly": Rhythm(0, 14, 5),
    "four_weekly": Rhythm(0, 28, 5),
    "semi_monthly": Rhythm(0, 15, 5),
    "monthly": Rhythm(1, 0, 5),
    "bimonthly": Rhythm(2, 0, 7),
    "quarterly": Rhythm(3, 0, 10),
    "half_yearly": Rhythm(6, 0, 10),
    "yearly": Rhythm(12, 0, 14),
}


@dataclass(frozen=True, slots=True)
class Run:
    """The bookings of one series up to some day. `day`: the usual day of the month; `booked` in order, not empty."""

    rhythm: Rhythm
    day: int
    booked: tuple[date, ...]

    def dues(self) -> Iterator[date]:
        """The due days after the last booking, endlessly."""
        last = self.booked[-1]
        if not self.rhythm.months:
            step = timedelta(days=self.rhythm.days)
            while True:
                last += step
                yield last
        slot = month_slot(last, self.day)
        while True:
            slot += self.rhythm.months
            yield due_day(slot, self.day)

    def due_before(self, end: date) -> list[date]:
        """Due days after the last booking and before `end`."""
        return list(takewhile(lambda day: day < end, self.dues()))

    def is_running(self, end: date) -> bool:
        """At the start of the day `end` nothing was overdue by more than the slack."""
        return next(self.dues()) + timedelta(days=self.rhythm.slack) >= end

    def lateness(self) -> list[int]:
        """For every booking but the first: days after its due day, negative for early, and no more than the gap to the
        booking before it explains (a billing day that was moved is late only once)."""
        return [self._late(before, after) for before, after in pairwise(self.booked)]

    def skipped(self) -> list[int]:
        """For every booking but the first: how many due days lie between it and the one before without a booking."""
        return [max(self._periods(before, after) - 1, 0) for before, after in pairwise(self.booked)]

    def _periods(self, before: date, after: date) -> int:
        if not self.rhythm.months:
            return round((after - before).days / self.rhythm.days)
        return round((month_slot(after, self.day) - month_slot(before, self.day)) / self.rhythm.months)

    def _late(self, before: date, after: date) -> int:
        expected = self._moved_on(before, max(self._periods(before, after), 1))
        by_gap = (after - expected).days
        if not self.rhythm.months:
            return by_gap
        return min(by_gap, (after - due_day(month_slot(after, self.day), self.day)).days)

    def _moved_on(self, day: date, periods: int) -> date:
        if not self.rhythm.months:
            return day + timedelta(days=self.rhythm.days * periods)
        slot = day.year * 12 + day.month - 1 + self.rhythm.months * periods
        return due_day(slot, day.day)


def run_of(cadence: str, day: int, booked: Sequence[date]) -> Run | None:
    rhythm = RHYTHMS.get(cadence)
    if rhythm is None or not booked:
        return None
    usual = day if rhythm.months and 1 <= day <= 31 else booked[-1].day
    return Run(rhythm, usual, tuple(sorted(booked)))
