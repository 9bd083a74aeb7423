"""Rules that link a row with the opposite one on another of the user's accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.matching import MOST
from transactions.models import Transaction, Transfer
from transactions.selectors.snapshots import chunks
from transactions.services.transfers import transfer_create

Free = dict[tuple[int, str], list[tuple[date, int]]]


def link_rows(*, owner: User, ids: Iterable[int], account_id: int) -> int:
    """Confirm a transfer between each row and the free row on the account with the opposite amount, within a few days
    and nearest in time. Where two are equally near, none is chosen. Returns how many links were made."""
    rows = _free(owner, ids)
    if not rows:
        return 0
    days = [txn.booking_date for txn in rows]
    others = editable_by(
        Transaction.objects.filter(
            account=account_id, booking_date__gte=min(days) - MOST, booking_date__lte=max(days) + MOST
        ),
        owner,
    )
    free: Free = defaultdict(list)
    for txn in _free(owner, others.values_list("pk", flat=True)):
        free[txn.amount_minor, txn.currency].append((txn.booking_date, txn.pk))
    made = 0
    for txn in rows:
        other = _nearest(txn, free) if txn.account_id != account_id else None
        if other is None:
            continue
        free[-txn.amount_minor, txn.currency].remove(other)
        out, into = (txn.pk, other[1]) if txn.amount_minor < 0 else (other[1], txn.pk)
        transfer_create(owner=owner, outgoing=out, incoming=into)
        made += 1
    return made


def _free(owner: User, ids: Iterable[int]) -> list[Transaction]:
    """Rows that are no side of a confirmed transfer, in order of time."""
    links = editable_by(Transfer.objects.filter(status=Transfer.Status.CONFIRMED), owner)
    found: list[Transaction] = []
    for chunk in chunks(ids):
        rows = editable_by(Transaction.objects.filter(pk__in=chunk), owner).exclude(amount_minor=0)
        rows = rows.exclude(pk__in=links.values("outgoing_id")).exclude(pk__in=links.values("incoming_id"))
        found += rows.order_by()
    return sorted(found, key=lambda txn: (txn.booking_date, txn.pk))


def _nearest(txn: Transaction, free: Free) -> tuple[date, int] | None:
    near = sorted(
        (abs(day - txn.booking_date), day, pk)
        for day, pk in free.get((-txn.amount_minor, txn.currency), [])
        if abs(day - txn.booking_date) <= MOST
    )
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1:]
