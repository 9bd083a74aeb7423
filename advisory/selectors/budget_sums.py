"""What was booked on each day in each category, in the base currency: whole rows and shares of split ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet, Sum

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.rates import NoRate
from transactions.models import CategoryRollup, LedgerAccount, Split, Transaction
from transactions.selectors.rates import rate_book
from transactions.selectors.rollups import cover_of, rows_of, stale_months
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


def sums_by_day(
    *, owner: User, start: date, end: date, currency: str, daily_from: date | None = None
) -> Sums:  # fmt: skip
    """Row for row at the rate of its day, so that the rows a figure leads to add up to exactly it. Before `daily_from`
    (the first of a month) what needs no rate is summed by month, under its first day: years behind cost little."""
    own, foreign = _sums(owner, start if daily_from is None else max(start, daily_from), end, currency)
    found: defaultdict[tuple[int | None, date], int] = defaultdict(int)
    if daily_from is not None and start < daily_from:
        months, others = _sums_by_month(owner, start, daily_from, currency)
        own, foreign = [*months, *own], [*others, *foreign]
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


def _sums_by_month(owner: User, start: date, end: date, currency: str) -> tuple[list[Any], list[Any]]:
    """The same as `_sums`, of stored sums as far as they go."""
    mine = visible_to(LedgerAccount.objects.filter(currency=currency).order_by(), owner)
    accounts = list(mine.values_list("pk", flat=True))
    cover = cover_of(accounts, start, end - timedelta(days=1), stale_months(owner=owner))
    found: list[Any] = []
    if cover.stored is not None:
        stored = CategoryRollup.objects.filter(cover.stored).order_by().values_list("category_id", "month")
        found += stored.annotate(total=Sum(F("income_minor") + F("expense_minor")))
    if (rows := rows_of(cover, owner)) is not None:
        found += _summed(rows.exclude(transfer_legs(owner)))
    others = counted_rows(owner=owner, start=start, end=end).exclude(account__in=accounts)
    return found, _each(others)


def _sums(owner: User, start: date, end: date, currency: str) -> tuple[list[Any], list[Any]]:
    """Of the own currency summed by the database; of others each share by itself."""
    rows = counted_rows(owner=owner, start=start, end=end)
    own, other = rows.filter(currency=currency), rows.exclude(currency=currency)
    return _summed(own), _each(other)


def _summed(rows: QuerySet[Transaction]) -> list[Any]:
    whole = rows.filter(splits=None).order_by().values_list("category_id", "booking_date")
    shares = Split.objects.filter(transaction__in=rows).order_by()
    by_day = shares.values_list("category_id", "transaction__booking_date")
    return [*whole.annotate(total=Sum("amount_minor")), *by_day.annotate(total=Sum("amount_minor"))]


def _each(rows: QuerySet[Transaction]) -> list[Any]:
    fields = ("category_id", "day", "amount_minor", "code")
    single = rows.filter(splits=None).order_by().annotate(day=F("booking_date"), code=F("currency"))
    parts = Split.objects.filter(transaction__in=rows).order_by()
    parts_named = parts.annotate(day=F("transaction__booking_date"), code=F("transaction__currency"))
    return [*single.values_list(*fields), *parts_named.values_list(*fields)]
