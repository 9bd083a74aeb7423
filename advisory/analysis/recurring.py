"""Bills and subscriptions: charges of one payee that come back in a rhythm at a near-equal amount.

Conservative on purpose: a habit is not a bill. A weekly shop fails because its amounts differ; a payee may hold
several contracts if together they explain all its rows; any other is only searched for exactly equal amounts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from advisory.analysis.cadence import CADENCES, Cadence, due_day, month_slot
from advisory.analysis.history import Booking
from advisory.analysis.robust import middle

# Two bookings in a row may differ by this at most (a price rise), the usual pair only by far less.
LARGEST_STEP = Decimal("0.30")
USUAL_STEP = Decimal("0.05")
# A rhythm counted in days is easily a habit, so its amounts must agree to the cent or nearly so.
USUAL_STEP_OF_DAYS = Decimal("0.01")
# One rhythm may miss a slot now and then, and a payee may book something else now and then.
FEWEST_HITS = Decimal("0.80")
# Exactly equal amounts picked out of many others prove less, so there must be more of them.
PICKED_MINIMUM = 4
# An insurer may hold this many contracts of one person; a shop sells at more prices than that.
MOST_CONTRACTS = 4
# Still running while the next booking is late by no more than this part of a period.
GRACE = Decimal("0.5")
# The yearly price of one booking that nothing else supports is not believed above this distance.
LARGEST_YEARLY_STEP = Decimal("0.15")


@dataclass(frozen=True, slots=True)
class RecurringSeries:
    """One stream of charges. `next_date` is the due day after the last one seen; `day` its usual day of the month."""

    payee: str
    cadence: Cadence
    bookings: tuple[Booking, ...]
    day: int
    next_date: date

    @property
    def last(self) -> Booking:
        return self.bookings[-1]

    def is_active(self, asof: date) -> bool:
        """Whether the next one could still come: `asof` is the first day that has not been seen."""
        length = self.cadence.days or 30 * self.cadence.months
        return (asof - self.next_date).days <= max(self.cadence.slack, int(length * GRACE))


def detect_recurring(bookings: Sequence[Booking]) -> tuple[RecurringSeries, ...]:
    """All streams of outgoing charges, by payee and first booking."""
    by_payee: defaultdict[tuple[str, str], list[Booking]] = defaultdict(list)
    for booking in bookings:
        if booking.payee and booking.amount_minor < 0:
            by_payee[booking.payee, booking.lead.currency].append(booking)
    found = [series for key in sorted(by_payee) for series in _streams(by_payee[key])]
    return tuple(sorted(found, key=lambda series: (series.payee, series.bookings[0].transaction_id)))


def _streams(bookings: Sequence[Booking]) -> list[RecurringSeries]:
    """One stream of everything; else one per price range if these explain every row; else exactly equal amounts."""
    whole = _fit(bookings)
    if whole:
        return [whole]
    ranges = [_fit(group) for group in _price_ranges(bookings)]
    if len(ranges) <= MOST_CONTRACTS and all(ranges):
        return [series for series in ranges if series]
    equal: defaultdict[int, list[Booking]] = defaultdict(list)
    for booking in bookings:
        equal[booking.amount_minor].append(booking)
    picked = [_fit(group) for _, group in sorted(equal.items()) if len(group) >= PICKED_MINIMUM]
    return [series for series in picked if series and series.cadence.key != "yearly"]


def _price_ranges(bookings: Sequence[Booking]) -> list[list[Booking]]:
    """The bookings cut where the next dearer one is more than 15 % dearer, each range in order of booking."""
    ranges: list[list[Booking]] = []
    for booking in sorted(bookings, key=lambda one: (-one.amount_minor, one.booking_date, one.transaction_id)):
        size = abs(booking.amount_minor)
        if ranges and size <= abs(ranges[-1][-1].amount_minor) * (1 + LARGEST_YEARLY_STEP):
            ranges[-1].append(booking)
        else:
            ranges.append([booking])
    return [sorted(group, key=lambda one: (one.booking_date, one.transaction_id)) for group in ranges]


def _fit(bookings: Sequence[Booking]) -> RecurringSeries | None:
    """The first rhythm, from the shortest, that the bookings keep at a steady amount."""
    for cadence in CADENCES.values():
        if len(bookings) >= cadence.minimum:
            kept = _keeps_months(bookings, cadence) if cadence.months else _keeps_days(bookings, cadence)
            if kept and _is_steady(kept, cadence):
                day = _usual_day(kept)
                due = cadence.next_after(kept[-1].booking_date, day)
                return RecurringSeries(kept[0].payee, cadence, tuple(kept), day, due)
    return None


def _usual_day(bookings: Sequence[Booking]) -> int:
    """The day of the month most bookings fall on; the later one where two are as common (month ends are cut short)."""
    days = Counter(booking.booking_date.day for booking in bookings)
    return max(days, key=lambda day: (days[day], day))


def _keeps_days(bookings: Sequence[Booking], cadence: Cadence) -> list[Booking]:
    gaps = _gaps(bookings)
    punctual = sum(abs(gap - cadence.days) <= cadence.slack for gap in gaps)
    return list(bookings) if punctual >= FEWEST_HITS * len(gaps) and max(gaps) <= 2 * cadence.days + 1 else []


def _gaps(bookings: Sequence[Booking]) -> list[int]:
    days = [booking.booking_date.toordinal() for booking in bookings]
    return [after - before for before, after in pairwise(days)]


def _keeps_months(bookings: Sequence[Booking], cadence: Cadence) -> list[Booking]:
    """One booking a slot, near its day, with few slots missed; empty when the rhythm does not hold."""
    day = _usual_day(bookings)
    slots: list[int] = []
    for booking in bookings:
        # Most groups break the rhythm within their first rows: what follows need not be looked at.
        slot = month_slot(booking.booking_date, day)
        step = slot - slots[-1] if slots else cadence.months
        if step <= 0 or step % cadence.months or _lag(booking, day, slot) > cadence.slack:
            return []
        slots.append(slot)
    span = (slots[-1] - slots[0]) // cadence.months + 1
    return list(bookings) if len(bookings) >= FEWEST_HITS * span else []


def _lag(booking: Booking, day: int, slot: int) -> int:
    """By how many days a booking misses the due day of its slot."""
    return abs((booking.booking_date - due_day(slot, day)).days)


def _is_steady(bookings: Sequence[Booking], cadence: Cadence) -> bool:
    amounts = [Decimal(abs(booking.amount_minor)) for booking in bookings]
    steps = [abs(after - before) / before for before, after in pairwise(amounts)]
    if cadence.key == "yearly":
        return max(steps) <= LARGEST_YEARLY_STEP
    return max(steps) <= LARGEST_STEP and middle(steps) <= (USUAL_STEP if cadence.months else USUAL_STEP_OF_DAYS)
