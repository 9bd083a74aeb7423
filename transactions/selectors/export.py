"""Transactions as rows of a table, as many as there are: read in bulk, a few columns at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Sum

from accounts.models import User
from transactions.ledger.money import to_text
from transactions.ledger.rates import NoRate
from transactions.ledger.tables import Cell, Money
from transactions.models import Split, Transaction, TransactionTag
from transactions.selectors.rates import rate_book
from transactions.selectors.summary import base_currency

CHUNK = 2000
COLUMNS = (
    "id", "booking_date", "value_date", "account", "amount", "currency", "payee", "category", "counterparty",
    "description", "note", "status", "tags", "splits",
)  # fmt: skip
FIELDS = (
    "pk", "booking_date", "value_date", "account__name", "amount_minor", "currency", "payee__name", "category__name",
    "counterparty", "description", "note", "status",
)  # fmt: skip


def transaction_cells(rows: QuerySet[Transaction], ordering: Sequence[str]) -> Iterator[list[Cell]]:
    """One line a transaction in the order of the list; `splits` names the shares, so that amounts add up."""
    plain = rows.select_related(None).prefetch_related(None).order_by(*ordering).values_list(*FIELDS)
    batch: list[tuple[Any, ...]] = []
    for values in plain.iterator(chunk_size=CHUNK):
        batch.append(values)
        if len(batch) == CHUNK:
            yield from _cells(batch)
            batch = []
    yield from _cells(batch)


def _cells(batch: Sequence[tuple[Any, ...]]) -> Iterator[list[Cell]]:
    ids = [values[0] for values in batch]
    tags, splits = _tags(ids), _splits(ids)
    for pk, booked, valued, account, amount, code, payee, category, *texts in batch:
        shares = "; ".join(f"{name or 'Uncategorised'} {to_text(part, code)}" for name, part in splits.get(pk, ()))
        words = ", ".join(tags.get(pk, ()))
        yield [pk, booked, valued, account, Money(amount, code), code, payee, category, *texts, words, shares]


def _tags(ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    links = TransactionTag.objects.filter(transaction__in=ids).order_by("tag__name")
    for pk, name in links.values_list("transaction_id", "tag__name"):
        found[pk].append(name)
    return found


def _splits(ids: Sequence[int]) -> dict[int, list[tuple[str | None, int]]]:
    found: dict[int, list[tuple[str | None, int]]] = defaultdict(list)
    shares = Split.objects.filter(transaction__in=ids).order_by("transaction_id", "position")
    for pk, name, amount in shares.values_list("transaction_id", "category__name", "amount_minor"):
        found[pk].append((name, amount))
    return found


@dataclass(frozen=True, slots=True)
class ListTotals:
    """Of any list of transactions, transfers included. `in_base` leaves out what is in `missing_rates`."""

    by_currency: list[tuple[str, int, int]]
    currency: str
    in_base: int
    missing_rates: list[NoRate]


def transaction_totals(*, owner: User, rows: QuerySet[Transaction]) -> ListTotals:
    """Count and sum by currency, and one sum in the base currency, every row at the rate of its day."""
    currency = base_currency(owner=owner)
    plain = rows.select_related(None).prefetch_related(None).order_by()
    grouped = plain.values_list("currency", "booking_date").annotate(count=Count("pk"), total=Sum("amount_minor"))
    parts = list(grouped)
    days = [day for code, day, _, _ in parts if code != currency]
    book = rate_book(
        owner=owner,
        currencies={currency, *(code for code, *_ in parts)},
        start=min(days, default=date.max),
        end=max(days, default=date.max),
    )
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    missing: dict[str, NoRate] = {}
    in_base = 0
    for code, day, count, total in parts:
        sums[code][0] += count
        sums[code][1] += total
        worth = book.convert(total, code, currency, day)
        if isinstance(worth, NoRate):
            missing.setdefault(code, worth)
        else:
            in_base += worth
    by_currency = [(code, count, total) for code, (count, total) in sorted(sums.items())]
    return ListTotals(by_currency, currency, in_base, list(missing.values()))
