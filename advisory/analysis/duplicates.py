"""Charges that look booked twice: same account, payee and amount within a day, where that has never been normal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from advisory.analysis.history import Booking
from advisory.analysis.robust import middle

CLOSE_DAYS = 1
# Equal neighbours this near in the past mean that buying twice is this payee's normal.
NORMAL_DAYS = 3
# Cash machines and payments to people come in round sums; two equal ones are no sign of a mistake.
NEVER_DOUBLE = frozenset({"cash", "transfer", "transport", "coffee"})


@dataclass(frozen=True, slots=True)
class DoubleCharge:
    """The booking that may be the mistake, and the one it repeats."""

    first: Booking
    second: Booking


def find_double_charges(bookings: Sequence[Booking], month_bookings: Sequence[Booking]) -> tuple[DoubleCharge, ...]:
    """Pairs whose second booking is in the month. Small sums are left alone: two tickets are two tickets."""
    floor = middle([Decimal(abs(booking.amount_minor)) for booking in bookings])
    alike: defaultdict[tuple[str, int], list[Booking]] = defaultdict(list)
    for booking in bookings:
        if booking.payee and abs(booking.amount_minor) >= floor and booking.lead.category_key not in NEVER_DOUBLE:
            alike[booking.payee, booking.amount_minor].append(booking)
    in_month = {booking.transaction_id for booking in month_bookings}
    found = [pair for group in alike.values() for pair in _pairs(group) if pair.second.transaction_id in in_month]
    return tuple(sorted(found, key=lambda pair: (pair.second.amount_minor, pair.second.transaction_id)))


def _pairs(group: Sequence[Booking]) -> list[DoubleCharge]:
    """The one close pair of the group; several close pairs are a habit, not a mistake."""
    near = [
        DoubleCharge(first, second)
        for first, second in pairwise(group)
        if (second.booking_date - first.booking_date).days <= NORMAL_DAYS
    ]
    if len(near) != 1:
        return []
    pair = near[0]
    close = (pair.second.booking_date - pair.first.booking_date).days <= CLOSE_DAYS
    return [pair] if close and pair.first.lead.account_id == pair.second.lead.account_id else []
