"""The deterministic part of a forecast: what the recurring series will bring, seen from today or from a past day.

Seen from a past day only the bookings before it count, so that a back-test does not know what came later (it does know
that this is a series: the rhythm is given, its dates and amounts are not).
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import takewhile
from statistics import median
from typing import Protocol

from advisory.analysis.bills.dues import PATIENCE, PERIOD_DAYS, PERIOD_MONTHS, SEMI_MONTHLY, due_days
from advisory.analysis.rows import Rows

FEWEST = {"yearly": 2, "half_yearly": 2}
"""Bookings before a past day that make a series worth projecting from there; three otherwise."""
NEWEST = 24
"""Bookings that tell the usual day."""
SAME_PRICE = 0.02
SATURDAY = 5


class Bill(Protocol):
    """Knows the amount of a due day (both ordinals) as far as it is booked by the last day seen."""

    def amount(self, due: int, last_day: int) -> int: ...


class SeriesLike(Protocol):
    """What is read of a recurring series; `ids` in time order, amounts signed minor units."""

    @property
    def ids(self) -> tuple[int, ...]: ...
    @property
    def cadence(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def next_date(self) -> date | None: ...
    @property
    def amount_minor(self) -> int: ...
    @property
    def account(self) -> str: ...
    @property
    def currency(self) -> str: ...
    @property
    def ends_on(self) -> date | None: ...
    @property
    def anchor(self) -> date | None: ...
    @property
    def category(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Expected:
    """One booking to come: ordinal day, signed minor units, and the last booking it is projected from."""

    day: int
    minor: int
    evidence_id: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A series as parallel tuples in time order. `next_day` is that of the detector, seen from the last day of all.

    `bill`: what tells the amounts of a card's settlements; where there is none the last prices do. `last_due`: nothing
    is due after it.
    """

    account: str
    cadence: str
    ids: tuple[int, ...]
    days: tuple[int, ...]
    minors: tuple[int, ...]
    is_running: bool
    next_day: int | None
    amount_minor: int
    bill: Bill | None = None
    last_due: int | None = None

    def ahead(self, last_day: int) -> Iterator[Expected]:
        """What comes after the last day seen, endlessly or up to the last due day; nothing where the series has ended
        or paused."""
        if not self.is_running or self.next_day is None:
            return
        for day in self._dues(len(self.days), self.next_day):
            if self.last_due is not None and day > self.last_due:
                return
            yield self._expected(day, last_day, self.amount_minor, len(self.days))

    def seen_from(self, last_day: int) -> Iterator[Expected]:
        """The same as it looked on a past day; nothing where too little had been booked or a due day passed."""
        count = bisect_left(self.days, last_day + 1)
        if count < FEWEST.get(self.cadence, 3):
            return
        dues = self._dues(count, None)
        first = next(dues)
        if first + tolerance(self.cadence) < last_day:
            return
        minor = level(self.minors[:count])
        yield self._expected(first, last_day, minor, count)
        for day in dues:
            yield self._expected(day, last_day, minor, count)

    def _expected(self, due: int, last_day: int, minor: int, count: int) -> Expected:
        """What is overdue is expected tomorrow."""
        amount = self.bill.amount(due, last_day) if self.bill else minor
        return Expected(max(due, last_day + 1), amount, self.ids[count - 1])

    def dues(self) -> Iterator[int]:
        """Due days after the last booking, by its own rhythm, endlessly."""
        return self._dues(len(self.days), None)

    def _dues(self, count: int, first: int | None) -> Iterator[int]:
        """Due days that follow the first `count` bookings, beginning with `first` where it is given."""
        if self.cadence in PERIOD_DAYS:
            step = PERIOD_DAYS[self.cadence]
            yield from _every(first or self.days[count - 1] + step, step)
            return
        past = self.days[max(0, count - NEWEST) : count]
        if self.cadence == SEMI_MONTHLY:
            yield from _semi_monthly(past, first)
            return
        step, (anchor, shift) = PERIOD_MONTHS[self.cadence], _usual(past)
        if first is not None:
            yield first
        month = _month_of(past[-1] if first is None else first, anchor)
        while True:
            month += step
            yield _due(month, anchor, shift)


@dataclass(frozen=True, slots=True)
class Promised(Stream):
    """A declared series that nothing is booked of yet. Its one id is the mark of the user's word, and its one day the
    end of the last full month, from which months are told; no earlier day has known of it, so that back-tests stay."""

    anchor: date = date.max
    currency: str = ""
    category: str = ""

    def seen_from(self, last_day: int) -> Iterator[Expected]:
        return self.ahead(last_day) if last_day == self.days[0] else iter(())

    def _dues(self, count: int, first: int | None) -> Iterator[int]:
        dues = (day.toordinal() for day in due_days(self.anchor, self.cadence))
        return (day for day in dues if first is None or day >= first)


def due_until(coming: Iterator[Expected], last: int) -> list[Expected]:
    """The part of an endless stream up to this ordinal day, included."""
    return list(takewhile(lambda one: one.day <= last, coming))


def streams_of(rows: Rows, series: Sequence[SeriesLike], last_day: int) -> tuple[Stream, ...]:
    """The series with their bookings; ids that are not among the rows are left out."""
    places = {number: place for place, number in enumerate(rows.ids.tolist())}
    found: list[Stream] = []
    for one in series:
        members = sorted(places[number] for number in one.ids if number in places)
        if not members:
            found += _promised(one, last_day)
            continue
        found.append(
            Stream(
                account=rows.rows[members[-1]].account,
                cadence=one.cadence,
                ids=tuple(rows.rows[place].id for place in members),
                days=tuple(int(rows.days[place]) for place in members),
                minors=tuple(int(rows.minors[place]) for place in members),
                is_running=one.status in ("early", "active") and one.next_date is not None,
                next_day=max(one.next_date.toordinal(), last_day + 1) if one.next_date else None,
                amount_minor=one.amount_minor,
                last_due=one.ends_on.toordinal() if one.ends_on else None,
            )
        )
    return tuple(found)


def _promised(one: SeriesLike, last_day: int) -> list[Promised]:
    """Of a series without rows: what the user declares of it, if anything. A due day that has passed within its
    patience is still expected."""
    if one.anchor is None or one.next_date is None:
        return []
    month_end = date.fromordinal(last_day + 1).replace(day=1).toordinal() - 1
    return [
        Promised(
            account=one.account,
            cadence=one.cadence,
            ids=one.ids,
            days=(month_end,),
            minors=(0,),
            is_running=one.status in ("early", "active"),
            next_day=one.next_date.toordinal(),
            amount_minor=one.amount_minor,
            last_due=one.ends_on.toordinal() if one.ends_on else None,
            anchor=one.anchor,
            currency=one.currency,
            category=one.category,
        )
    ]


def level(minors: Sequence[int]) -> int:
    """The price of today: the last one where it stood twice, else the median of three."""
    if len(minors) > 1 and abs(minors[-1] - minors[-2]) <= SAME_PRICE * abs(minors[-2]):
        return minors[-1]
    return round(median(minors[-3:]))


def tolerance(cadence: str) -> int:
    """Days a booking may be late before the series counts as paused."""
    return PATIENCE[cadence]


def usual_day(past: Sequence[int]) -> int:
    """The day of the month that the last six bookings (ordinals) stray least from, around the end of the month too;
    31 is the last one.
    """
    newest = past[-6:]
    days = {date.fromordinal(one).day for one in newest}
    if any(day > 26 or day < 4 for day in days):
        days |= {1, 31}
    return min(sorted(days), key=lambda day: (sum(min(abs(one - due_of(one, day)), 6) for one in newest), -day))


@lru_cache(maxsize=8192)
def _usual(past: tuple[int, ...]) -> tuple[int, int]:
    """The usual day and the weekend shift; neighbouring past days of a back-test have the same bookings behind them."""
    anchor = usual_day(past)
    return anchor, weekend_shift(past, anchor)


def weekend_shift(past: Sequence[int], anchor: int) -> int:
    """-1 where bookings due on a weekend come before it, 1 after it, 0 where they do not move."""
    moved = [one - due for one in past if _weekday(due := due_of(one, anchor)) >= SATURDAY]
    if not moved:
        return 0
    usual = median(moved)
    return (usual > 0) - (usual < 0)


@lru_cache(maxsize=20_000)
def _due(month: int, anchor: int, shift: int) -> int:
    return off_weekend(in_month(month, anchor), shift)


def off_weekend(day: int, shift: int) -> int:
    while shift and _weekday(day) >= SATURDAY:
        day += shift
    return day


@lru_cache(maxsize=20_000)
def in_month(month: int, day: int) -> int:
    """Ordinal. `month` counts from year 0, January = 0; days beyond the month's end are its last."""
    year, place = divmod(month, 12)
    return date(year, place + 1, min(day, monthrange(year, place + 1)[1])).toordinal()


@lru_cache(maxsize=50_000)
def due_of(booked: int, anchor: int) -> int:
    """The due day this booking belongs to: the nearest one."""
    day = date.fromordinal(booked)
    month = day.year * 12 + day.month - 1
    return min((in_month(month + by, anchor) for by in (-1, 0, 1)), key=lambda due: abs(booked - due))


def _month_of(booked: int, anchor: int) -> int:
    due = date.fromordinal(due_of(booked, anchor))
    return due.year * 12 + due.month - 1


def _weekday(day: int) -> int:
    """Monday = 0; the first of January of year 1, ordinal 1, was one."""
    return (day - 1) % 7


def _every(first: int, step: int) -> Iterator[int]:
    while True:
        yield first
        first += step


def _semi_monthly(past: Sequence[int], first: int | None) -> Iterator[int]:
    """Each half of the month has its day: what came a month earlier comes again."""
    even, odd = usual_day(past[-1::-2][::-1]), usual_day(past[-2::-2][::-1] or past[-1:])
    months = [_month_of(past[-1], even), _month_of(past[-2] if len(past) > 1 else past[-1], odd)]
    turn, is_first = 1, True
    while True:
        months[turn] += 1
        day = in_month(months[turn], (even, odd)[turn])
        yield first if is_first and first is not None else day
        turn, is_first = 1 - turn, False
