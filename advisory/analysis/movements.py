"""The month's largest movements."""

from __future__ import annotations

from dataclasses import dataclass

from advisory.analysis.facts import FactDraft
from advisory.analysis.history import Booking
from advisory.analysis.study import Study

LARGEST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class LargestMovement:
    booking: Booking
    amount: FactDraft


def largest_movements(study: Study, count: int = LARGEST_SHOWN) -> list[LargestMovement]:
    """The largest outgoing bookings of the period under study."""
    month = study.history.bookings_in(study.month)
    ranked = sorted(month, key=lambda booking: (booking.amount_minor, booking.booking_date, booking.transaction_id))
    return [LargestMovement(booking, study.one("movement", booking)) for booking in ranked[:count]]
