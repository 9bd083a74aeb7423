"""Exchange rates as an owner sees them: their own and the shared ones."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.db.models import Q, QuerySet

from accounts.access import get_editable, visible_to
from accounts.models import User
from transactions.ledger.rates import PIVOT, RateBook, RateRow
from transactions.models import ExchangeRate


def rate_list(
    *, owner: User, base: str = "", quote: str = "", start: date | None = None, end: date | None = None
) -> QuerySet[ExchangeRate]:
    """The owner's rates and the shared ones. `start` and `end` are both included."""
    mine = visible_to(ExchangeRate.objects.all(), owner)
    rows = ExchangeRate.objects.filter(Q(pk__in=mine.order_by().values("pk")) | Q(owner=None))
    if base:
        rows = rows.filter(base=base.upper())
    if quote:
        rows = rows.filter(quote=quote.upper())
    if start is not None:
        rows = rows.filter(rate_date__gte=start)
    return rows if end is None else rows.filter(rate_date__lte=end)


def rate_get(*, owner: User, rate_id: object) -> ExchangeRate:
    """One of the owner's own: shared rates belong to the server."""
    return get_editable(ExchangeRate.objects.all(), owner, rate_id)


def rate_book(*, owner: User, currencies: Collection[str], start: date, end: date) -> RateBook:
    """Rates among these currencies and the euro that may hold on a day from `start` to `end`, both included."""
    most_days = settings.RATE_MAX_DAYS
    codes = {*currencies, PIVOT}
    if len(codes) == 1 or set(currencies) <= {PIVOT}:
        return RateBook((), most_days)
    rows = rate_list(owner=owner, start=earlier(start, most_days), end=end).filter(base__in=codes, quote__in=codes)
    fields = rows.order_by().values_list("base", "quote", "rate_date", "rate_text", "owner_id")
    return RateBook(
        (
            RateRow(base, quote, day, Decimal(text), is_own=owner_id is not None)
            for base, quote, day, text, owner_id in fields.iterator(chunk_size=5000)
        ),
        most_days,
    )


def earlier(day: date, days: int) -> date:
    return date.min if (day - date.min).days < days else day - timedelta(days=days)
