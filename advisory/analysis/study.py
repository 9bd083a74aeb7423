"""What every engine is given: the sorted history, and the book it writes its facts into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from advisory.analysis.facts import FactBook, FactDraft
from advisory.analysis.history import Booking, History
from advisory.analysis.payees.shares import payee_shown
from transactions.ledger.columns import Share
from transactions.ledger.money import to_text
from transactions.ledger.period import Period

UNNAMED = "an unnamed payee"


@dataclass(frozen=True, slots=True)
class Study:
    """One month of one owner under study."""

    history: History
    book: FactBook

    @property
    def currency(self) -> str:
        return self.history.base_currency

    @property
    def month(self) -> Period:
        return self.history.month

    def sum(self, metric: str, shares: Iterable[Share], period: Period | None = None, **params: str) -> FactDraft:
        return self.book.sum(metric, shares, period or self.month, self.currency, params)

    def text_of(self, minor: int) -> str:
        return to_text(minor, self.currency)

    def income(self, period: Period) -> FactDraft:
        return self.sum("income", self.history.earned(period), period)

    def spending(self, period: Period) -> FactDraft:
        return self.sum("spending", self.history.spent(period), period)

    def net(self, period: Period) -> FactDraft:
        return self.sum("net", [*self.history.earned(period), *self.history.spent(period)], period)

    def median(self, metric: str, facts: Sequence[FactDraft], period: Period, **params: str) -> FactDraft:
        """The middle of figures that all share one unit."""
        return self.book.derive(metric, "median@1", facts[0].unit, period, inputs=facts, params=params)

    def difference(self, metric: str, now: FactDraft, before: FactDraft, **params: str) -> FactDraft:
        return self.book.derive(metric, "difference@1", now.unit, self.month, inputs=(now, before), params=params)

    def one(self, metric: str, booking: Booking, **params: str) -> FactDraft:
        """The sum over a single booking, so that its row opens like any other figure."""
        named = {**about_payee(booking.lead), "booked": booking.booking_date.isoformat(), **params}
        period = spanning_days(booking.shares)
        return self.book.sum(metric, booking.shares, period, booking.lead.currency, named)


def about_payee(share: Share) -> dict[str, str]:
    """Who a booking was with, for people."""
    return {"payee": payee_shown(share) or UNNAMED}


def spanning(periods: Sequence[Period]) -> Period:
    """From the first day of the first to the last day of the last; periods are in order and there is one."""
    return Period(periods[0].start, periods[-1].end)


def spanning_days(shares: Sequence[Share]) -> Period:
    """From the first to the last booking of at least one share."""
    days = [share.booking_date.toordinal() for share in shares]
    return Period(date.fromordinal(min(days)), date.fromordinal(max(days) + 1))


def day_before(day: date) -> Period:
    return Period(date.fromordinal(day.toordinal() - 1), day)
