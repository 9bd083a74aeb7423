"""The month's largest movements, and those that are unusual for their payee or category."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.history import Booking, tidy
from advisory.analysis.recurring import RecurringSeries
from advisory.analysis.robust import middle, spread
from advisory.analysis.study import Study, about_payee, spanning_days

LARGEST_SHOWN = 5
UNUSUAL_SHOWN = 5
# Fewer past rows say nothing about what is usual (the reference detectors use six as well).
FEWEST_PAST_ROWS = 6
# Also dearer than the dearest so far by this factor: a tail test alone fires on discrete prices.
ABOVE_PAST_MAXIMUM = Decimal("1.35")
# Robust distance from the middle, in spreads; 3.5 is the usual cut for the modified z-score (Iglewicz and Hoaglin).
FAR_OUT = Decimal("3.5")
# Where all past amounts are alike the spread is zero; a tenth of the middle stands in for it.
LEAST_SPREAD = Decimal("0.10")
# Round cash withdrawals and the like come in steps that statistics misread.
NEVER_UNUSUAL = frozenset({"cash", "transfer"})


@dataclass(frozen=True, slots=True)
class LargestMovement:
    booking: Booking
    amount: FactDraft


@dataclass(frozen=True, slots=True)
class UnusualMovement:
    """A booking far above what its payee (or else its category) has cost before; `times` is how many middles it is."""

    booking: Booking
    amount: FactDraft
    usual: FactDraft
    past_largest: FactDraft
    times: FactDraft
    is_by_payee: bool


def largest_movements(study: Study) -> list[LargestMovement]:
    """The largest outgoing bookings of the month."""
    month = study.history.bookings_in(study.month)
    ranked = sorted(month, key=lambda booking: (booking.amount_minor, booking.booking_date, booking.transaction_id))
    return [LargestMovement(booking, study.one("movement", booking)) for booking in ranked[:LARGEST_SHOWN]]


def unusual_movements(study: Study, known: Sequence[RecurringSeries]) -> list[UnusualMovement]:
    """Robustly odd amounts. Rows of a recognised series are left to the price-rise rule."""
    expected = {booking.transaction_id for series in known for booking in series.bookings}
    past = _past(study)
    found = []
    for booking in study.history.bookings_in(study.month):
        if booking.transaction_id in expected or booking.lead.category_key in NEVER_UNUSUAL:
            continue
        by_payee, peers = _peers(booking, past)
        if _is_far_out(booking, peers):
            found.append((booking, peers, by_payee))
    found.sort(key=lambda item: (item[0].amount_minor, item[0].transaction_id))
    told = [_with_facts(study, *item) for item in found[:UNUSUAL_SHOWN]]
    return [movement for movement in told if movement]


Past = dict[tuple[str, str], list[Booking]]


def _past(study: Study) -> Past:
    past: defaultdict[tuple[str, str], list[Booking]] = defaultdict(list)
    for booking in study.history.bookings:
        if booking.booking_date < study.month.start:
            past["payee", booking.payee].append(booking)
            past["category", _category(booking)].append(booking)
    return dict(past)


def _category(booking: Booking) -> str:
    """Empty for an uncategorised booking: what is not sorted has no usual size."""
    return "" if booking.lead.category_id is None else str(booking.lead.category_id)


def _peers(booking: Booking, past: Past) -> tuple[bool, list[Booking]]:
    """The payee's own past where it is long enough; else that of the category."""
    own = past.get(("payee", booking.payee), []) if booking.payee else []
    if len(own) >= FEWEST_PAST_ROWS:
        return True, own
    category = _category(booking)
    return False, past.get(("category", category), []) if category else []


def _is_far_out(booking: Booking, peers: Sequence[Booking]) -> bool:
    if len(peers) < FEWEST_PAST_ROWS:
        return False
    sizes = [Decimal(abs(peer.amount_minor)) for peer in peers]
    size, centre = Decimal(abs(booking.amount_minor)), middle(sizes)
    return size > max(sizes) * ABOVE_PAST_MAXIMUM and size - centre > FAR_OUT * max(
        spread(sizes), centre * LEAST_SPREAD
    )


def _with_facts(study: Study, booking: Booking, peers: Sequence[Booking], by_payee: bool) -> UnusualMovement | None:
    shares = [peer.lead for peer in peers]
    lead = booking.lead
    about = about_payee(lead) if by_payee else {"category": tidy(lead.category_name) or "this category"}
    period = spanning_days(shares)
    amount = study.one("movement", booking)
    usual = study.book.derive("usual_amount", "median-amount@1", study.currency, period, shares=shares, params=about)
    most = study.book.derive("past_largest", "largest-amount@1", study.currency, period, shares=shares, params=about)
    times = study.book.ratio("times_usual", amount, usual, study.month, about)
    return UnusualMovement(booking, amount, usual, most, times, by_payee) if times else None
