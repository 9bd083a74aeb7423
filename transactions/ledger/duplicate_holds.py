"""Card holds: pending rows that were booked since, and pending lines of older files whose booking is there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from transactions.ledger.duplicate_days import within
from transactions.ledger.duplicate_evidence import Evidence
from transactions.ledger.movements import Kind, Movement, order_of
from transactions.ledger.resemblance import ALIKE, FAIRLY_ALIKE, SAME_REFERENCE

PENDING_DAYS = 10  # card holds are booked within about a week; two weekends more
PENDING_SLACK = 25  # per cent by which a hold may differ from what is booked: tips and petrol
MOST_HELD = 200  # looked at for one line


@dataclass(frozen=True, slots=True)
class _Hold:
    """A line and a row of which one may be the hold of the other: days between, cents off, likeness of the texts."""

    line: Movement
    row: Movement
    days: int
    off: int
    likeness: float

    @property
    def rank(self) -> tuple[bool, bool, float, int, date, int, int]:
        is_same = self.likeness == SAME_REFERENCE
        return not is_same, bool(self.off), -self.likeness, abs(self.days), *order_of(self.line)[:2], self.row.row


def settle_holds(seen: Evidence) -> None:
    """A hold becomes a booking, later and sometimes with another amount; an older file may bring the hold last."""
    held: list[Movement] = []
    booked: list[Movement] = []
    for row in seen.free_rows():
        (held if row.is_pending else booked).append(row)
    if not held and not any(line.is_pending for line in seen.lines):
        return
    pairs = [
        pair
        for line in seen.open_lines()
        for row in within(booked if line.is_pending else held, line.booking_date, PENDING_DAYS, MOST_HELD)
        if row.row in seen.free and (pair := _hold(seen, line, row)) is not None
    ]
    choices = Counter(pair.line.key for pair in pairs)
    for pair in sorted(pairs, key=lambda pair: pair.rank):
        if pair.line.key not in seen.verdicts and pair.row.row in seen.free:
            _settle_hold(seen, pair, is_only=choices[pair.line.key] == 1)


def _hold(seen: Evidence, line: Movement, row: Movement) -> _Hold | None:
    """The pair when one of the two can be the hold of the other."""
    hold, booked = (row, line) if row.is_pending else (line, row)
    days = (booked.booking_date - hold.booking_date).days
    if not -1 <= days <= PENDING_DAYS or seen.forbids(line, row):
        return None
    off = abs(booked.amount_minor - hold.amount_minor)
    is_near = off * 100 <= PENDING_SLACK * abs(hold.amount_minor)
    if off and not (row.is_pending and is_near):
        return None
    return _Hold(line, row, days, off, seen.likeness(line, row))


def _settle_hold(seen: Evidence, pair: _Hold, *, is_only: bool) -> None:
    line, row = pair.line, pair.row
    if not pair.off:
        if pair.likeness >= FAIRLY_ALIKE or is_only:
            seen.take(line, row, 0.95, "It was pending before and has the same amount.")
    elif pair.likeness >= ALIKE and seen.first <= row.booking_date <= seen.last:
        # The file covers the hold's day and does not list it any more: it has become this line.
        seen.take(line, row, 0.85, "It was pending before; the bank booked it with another amount.")
    elif pair.likeness >= ALIKE:
        seen.settle(Kind.REVIEW, line, row, 0.6, "A pending row with a similar text and amount is still there.")
