"""Reading given transactions by id: what a fact stands on, as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from accounts.access import visible_to
from accounts.models import User
from transactions.models import Transaction

CHUNK = 500  # ids per query, far below any database's limit on parameters


def transactions_by_ids(*, owner: User, ids: Iterable[int]) -> list[Transaction]:
    """The owner's transactions among `ids`, oldest first, with account, payee and category loaded."""
    found: list[Transaction] = []
    for chunk in _chunks(ids):
        rows = visible_to(Transaction.objects.filter(pk__in=chunk), owner)
        found += rows.select_related("account", "payee", "category")
    return sorted(found, key=lambda txn: (txn.booking_date, txn.pk))


def transaction_amounts(*, owner: User, ids: Iterable[int]) -> dict[int, int]:
    """{id: signed minor units} of the owner's transactions among `ids`."""
    found: dict[int, int] = {}
    for chunk in _chunks(ids):
        rows = visible_to(Transaction.objects.filter(pk__in=chunk), owner)
        found.update(rows.values_list("pk", "amount_minor"))
    return found


def transaction_revisions(*, owner: User, ids: Iterable[int]) -> dict[int, int]:
    """{id: revision} of the owner's transactions among `ids`; a deleted one is missing."""
    found: dict[int, int] = {}
    for chunk in _chunks(ids):
        rows = visible_to(Transaction.objects.filter(pk__in=chunk), owner)
        found.update(rows.values_list("pk", "revision"))
    return found


def revisions_before(*, owner: User, end: date) -> dict[int, int]:
    """{id: revision} of all the owner's transactions booked before `end` (not included)."""
    rows = visible_to(Transaction.objects.filter(booking_date__lt=end), owner)
    return dict(rows.order_by().values_list("pk", "revision"))


def _chunks(ids: Iterable[int]) -> Iterator[Sequence[int]]:
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), CHUNK):
        yield wanted[start : start + CHUNK]
