"""Reading given transactions by id: what a fact stands on, as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db.models import Q

from accounts.access import visible_to
from accounts.models import User
from transactions.models import Transaction, Transfer

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


def transaction_states(*, owner: User, ids: Iterable[int]) -> dict[int, str]:
    """{id: state} of the owner's transactions among `ids`; a deleted one is missing.

    The state is the revision and whether the row is one side of a confirmed transfer: links found at import leave
    the revision alone, and yet decide whether a row is spending.
    """
    wanted = list(_chunks(ids))
    linked = _linked(owner, wanted)
    found: dict[int, str] = {}
    for chunk in wanted:
        rows = visible_to(Transaction.objects.filter(pk__in=chunk), owner)
        for pk, revision in rows.values_list("pk", "revision"):
            found[pk] = state_of(revision, pk in linked)
    return found


def states_before(*, owner: User, end: date) -> dict[int, str]:
    """{id: state} of all the owner's transactions booked before `end` (not included)."""
    links = visible_to(Transfer.objects.filter(status=Transfer.Status.CONFIRMED), owner)
    linked = {side for pair in links.values_list("outgoing", "incoming") for side in pair}
    rows = visible_to(Transaction.objects.filter(booking_date__lt=end), owner)
    return {pk: state_of(revision, pk in linked) for pk, revision in rows.order_by().values_list("pk", "revision")}


def state_of(revision: int, is_linked: bool) -> str:
    """See `transaction_states`."""
    return f"{revision}t" if is_linked else str(revision)


def _linked(owner: User, chunks: Iterable[Sequence[int]]) -> set[int]:
    links = visible_to(Transfer.objects.filter(status=Transfer.Status.CONFIRMED), owner)
    sides: set[int] = set()
    for chunk in chunks:
        found = links.filter(Q(outgoing_id__in=chunk) | Q(incoming_id__in=chunk))
        sides.update(side for pair in found.values_list("outgoing", "incoming") for side in pair)
    return sides


def _chunks(ids: Iterable[int]) -> Iterator[Sequence[int]]:
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), CHUNK):
        yield wanted[start : start + CHUNK]
