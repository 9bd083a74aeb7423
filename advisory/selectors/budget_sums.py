"""What was booked on each day in each category, in the base currency: whole rows and shares of split ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet, Sum

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.rates import NoRate
from transactions.models import Split, Transaction
from transactions.selectors.rates import rate_book
from transactions.selectors.summary import transfer_legs


@dataclass(frozen=True, slots=True)
class Sums:
    """Signed minor units by (category, day). Rows of a currency without a rate are in none of them."""

    by_day: Mapping[tuple[int | None, date], int]
    missing: tuple[NoRate, ...] = ()


def counted_rows(*, owner: User, start: date, end: date) -> QuerySet[Transaction]:
    """Rows booked from `start` up to but not including `end`, confirmed transfers left out."""
    rows = Transaction.objects.filter(booking_date__gte=start, booking_date__lt=end)
    return visible_to(rows, owner).exclude(transfer_legs(owner))


def sums_by_day(*, owner: User, start: date, end: date, currency: str) -> Sums:
    """Row for row at the rate of its day, so that the rows a figure leads to add up to exactly it."""
    own, foreign = _sums(owner, start, end, currency)
    found: defaultdict[tuple[int | None, date], int] = defaultdict(int)
    for category, day, minor in own:
        found[category, day] += minor
    missing: dict[str, NoRate] = {}
    if foreign:
        codes = {currency, *(code for _, _, _, code in foreign)}
        rates = rate_book(owner=owner, currencies=codes, start=start, end=end)
        for category, day, minor, code in foreign:
            turned = rates.convert(minor, code, currency, day)
            if isinstance(turned, NoRate):
                missing.setdefault(code, turned)
            else:
                found[category, day] += turned
    return Sums(dict(found), tuple(missing.values()))


def _sums(owner: User, start: date, end: date, currency: str) -> tuple[list[Any], list[Any]]:
    """Of the own currency summed by the database; of others each share by itself."""
    rows = counted_rows(owner=owner, start=start, end=end)
    own, other = rows.filter(currency=currency), rows.exclude(currency=currency)
    whole = own.filter(splits=None).order_by().values_list("category_id", "booking_date")
    shares = (
        Split.objects.filter(transaction__in=own).order_by().values_list("category_id", "transaction__booking_date")
    )
    summed: Iterable[Any] = [
        *whole.annotate(total=Sum("amount_minor")),
        *shares.annotate(total=Sum("amount_minor")),
    ]
    fields = ("category_id", "day", "amount_minor", "code")
    single = other.filter(splits=None).order_by().annotate(day=F("booking_date"), code=F("currency"))
    parts = Split.objects.filter(transaction__in=other).order_by()
    parts_named = parts.annotate(day=F("transaction__booking_date"), code=F("transaction__currency"))
    return list(summed), [*single.values_list(*fields), *parts_named.values_list(*fields)]
