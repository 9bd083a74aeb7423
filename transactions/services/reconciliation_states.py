"""A reconciliation as history keeps it, put back: its ticks, and whether it can still stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.dateparse import parse_datetime

from accounts.access import get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.history import State
from transactions.models import Reconciliation, ReconciliationRow, Transaction
from transactions.selectors.reconciliation import locked_balance
from transactions.selectors.snapshots import chunks
from transactions.selectors.things import TICKS

Status = Reconciliation.Status
LATER = "A later reconciliation of the account stands on this one. Undo that one first."
MOVED = "The account's reconciled rows come to another sum by now. Start a new reconciliation instead."


def ticks_write(*, owner: User, reconciliation_id: int, ticks: Sequence[Sequence[Any]]) -> None:
    """Exactly these ticks; `ticks` as in selectors.things. Rows that are locked count from their present revision."""
    one = get_editable(Reconciliation.objects.all(), owner, reconciliation_id)
    rows = [dict(zip(TICKS, values, strict=True)) for values in ticks]
    revisions: dict[int, int] = {}
    for chunk in chunks(row["transaction_id"] for row in rows):
        locked = Transaction.objects.filter(pk__in=chunk, account=one.account_id, status=Transaction.Status.RECONCILED)
        revisions |= dict(locked.order_by().values_list("pk", "revision"))
    one.rows.all().delete()
    made = [ReconciliationRow(reconciliation=one, **row) for row in rows]
    for row in made:
        if one.status == Status.FINISHED:
            row.revision = revisions.get(row.transaction_id, row.revision)
    ReconciliationRow.objects.bulk_create(made, batch_size=500)


def reconciliation_fits(*, owner: User, reconciliation_id: int, before: State) -> None:
    """DomainError 409 when the account has moved on, so that it can be neither opened nor closed again. To be asked
    when its rows are written. `before`: what it was until now."""
    one = get_editable(Reconciliation.objects.select_related("account"), owner, reconciliation_id)
    if one.status == Status.FINISHED:
        if locked_balance(one.account) != one.closing_balance_minor:
            raise DomainError("in_the_way", f"Nothing was changed. {MOVED}", status=409)
        return
    finished_at = parse_datetime((before or {}).get("finished_at") or "")
    others = Reconciliation.objects.filter(account=one.account, status=Status.FINISHED).exclude(pk=one.pk)
    if finished_at is not None and others.filter(finished_at__gt=finished_at).exists():
        raise DomainError("in_the_way", f"Nothing was changed. {LATER}", status=409)
