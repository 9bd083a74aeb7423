"""Movements as the duplicate rules see them, and what the rules say of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    NEW = "new"
    DUPLICATE = "duplicate"
    MERGE = "merge"  # the known row was pending; the line is what it became
    REVIEW = "review"  # booked as new; the user is asked whether it equals `known`


@dataclass(frozen=True, slots=True)
class Movement:
    """A line of a file, or a row of the account. `amount_minor` is signed; all of one match are in one currency."""

    key: int  # the caller's own, unique among the lines and among the known
    row: int  # the booked row it stands for: a row told in three formats is three movements with one `row`
    booking_date: date
    amount_minor: int
    text: str  # counterparty and description
    content: str  # equal for lines with the same day, amount, text and bank's id
    plain: str = ""  # the same without the bank's id
    value_date: date | None = None
    external_id: str = ""
    is_pending: bool = False
    source: str = ""  # one for each layout of each bank; "" for rows typed by hand


@dataclass(frozen=True, slots=True)
class Span:
    """The days, both included, that an earlier import of `source` covered."""

    source: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one line is. `known` is the `row` of what it equals, or may equal; None for a new line."""

    kind: Kind
    known: int | None = None
    confidence: float = 1.0
    reason: str = ""


NEW = Verdict(Kind.NEW)
Answers = Mapping[tuple[str, str], str]
"""(content of the known row, content of the line) -> "same" or "different", as the user said before."""


def order_of(row: Movement) -> tuple[date, int, str, int]:
    return (row.booking_date, row.amount_minor, row.content, row.key)


def days_apart(line: Movement, row: Movement) -> int:
    """The least distance between the days that the two give for themselves. One layout means one thing by its day."""
    if line.source == row.source:
        return abs((line.booking_date - row.booking_date).days)
    mine = {line.booking_date, line.value_date or line.booking_date}
    theirs = {row.booking_date, row.value_date or row.booking_date}
    return min(abs((a - b).days) for a in mine for b in theirs)
