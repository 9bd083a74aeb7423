"""Times as they are asked for: relative ones stay relative, so that a pinned answer moves along with the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from transactions.ledger.period import FIRST_YEAR, LAST_YEAR, Period, add_months

KINDS = ("all", "days", "weeks", "months", "quarters", "years", "between", "since")
FURTHEST = 1200
"""Steps a relative time may lie back."""


@dataclass(frozen=True, slots=True)
class Span:
    """`days` to `years`: from `first` to `last` steps from the day's own one (0), both included. `between`: from
    `start` to `end`, both included, as ISO dates. `since`: from `start` on. `all`: whatever is booked."""

    kind: str = "all"
    first: int = 0
    last: int = 0
    start: str = ""
    end: str = ""

    @classmethod
    def of(cls, start: date, last: date) -> Span:
        return cls("between", start=start.isoformat(), end=last.isoformat())

    def resolve(self, as_of: date, first_day: date) -> Period:
        """The days meant, seen from `as_of`; `first_day`: that of the oldest row. ValueError out of the calendar."""
        tomorrow = as_of + timedelta(days=1)
        if self.kind == "all":
            return Period(min(first_day, as_of), tomorrow)
        if self.kind == "between":
            return Period(date.fromisoformat(self.start), date.fromisoformat(self.end) + timedelta(days=1))
        if self.kind == "since":
            return Period(date.fromisoformat(self.start), tomorrow)
        if self.kind == "days":
            return Period(as_of + timedelta(days=self.first), as_of + timedelta(days=self.last + 1))
        return self._calendar(as_of)

    def _calendar(self, as_of: date) -> Period:
        if self.kind == "weeks":
            monday = as_of - timedelta(days=as_of.weekday())
            return Period(monday + timedelta(weeks=self.first), monday + timedelta(weeks=self.last + 1))
        step = {"months": 1, "quarters": 3, "years": 12}[self.kind]
        begin = date(as_of.year, (as_of.month - 1) // step * step + 1, 1)
        return Period(add_months(begin, self.first * step), add_months(begin, (self.last + 1) * step))

    def as_json(self) -> dict[str, Any]:
        if self.kind == "between":
            return {"kind": self.kind, "start": self.start, "end": self.end}
        if self.kind == "since":
            return {"kind": self.kind, "start": self.start}
        return (
            {"kind": self.kind} if self.kind == "all" else {"kind": self.kind, "first": self.first, "last": self.last}
        )


def read_span(content: object) -> Span:
    """A span from its JSON; ValueError for anything that is not one."""
    if not isinstance(content, Mapping) or content.get("kind") not in KINDS:
        raise ValueError("A time needs a kind.")
    kind = str(content["kind"])
    if kind == "all":
        return Span()
    if kind in ("between", "since"):
        start = _day(content.get("start"))
        if kind == "since":
            return Span(kind, start=start.isoformat())
        end = _day(content.get("end"))
        if end < start:
            raise ValueError("A time ends before it begins.")
        return Span.of(start, end)
    first, last = content.get("first"), content.get("last")
    if type(first) is not int or type(last) is not int or not -FURTHEST <= first <= last <= FURTHEST:
        raise ValueError("Steps of a time are whole numbers, the first no later than the last.")
    return Span(kind, first, last)


def _day(text: object) -> date:
    day = date.fromisoformat(text) if isinstance(text, str) else None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("A day is written as YYYY-MM-DD.")
    return day


def full_months(period: Period, first_day: date, as_of: date) -> tuple[Period, ...]:
    """The whole calendar months of a time that lie fully between the oldest row and `as_of`.

    A ledger that begins within the first week of a month counts that month as whole: banks book late.
    """
    known = first_day.replace(day=1) if first_day.day <= 7 else add_months(first_day.replace(day=1), 1)
    start = max(period.start, known)
    month = start if start.day == 1 else add_months(start.replace(day=1), 1)
    end = min(period.end, as_of + timedelta(days=1))
    found: list[Period] = []
    while add_months(month, 1) <= end:
        found.append(Period(month, add_months(month, 1)))
        month = add_months(month, 1)
    return tuple(found)
