"""Reconciling an account with a statement: begun, ticked, finished with its rows locked, undone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.money import to_text
from transactions.ledger.reconcile import tally
from transactions.models import ChangeSet, LedgerAccount, Reconciliation, ReconciliationRow, Transaction
from transactions.selectors.reconciliation import locked_balance, ticked_ids, ticked_rows
from transactions.services.given import field_error, minor
from transactions.services.history import LedgerChange, hold_ledger, ledger_change
from transactions.services.news import announce_change

CHUNK = 500
ADJUSTMENT = "Reconciliation adjustment"
RECONCILED, CLEARED, PENDING = Transaction.Status.RECONCILED, Transaction.Status.CLEARED, Transaction.Status.PENDING
Status = Reconciliation.Status


@transaction.atomic
def reconciliation_start(
    *, owner: User, account_id: int, statement_date: date, closing_balance: Decimal
) -> Reconciliation:
    """Begin with every cleared row up to the day ticked. DomainError 409 while another one of the account is open."""
    hold_ledger(owner)
    account = get_editable(LedgerAccount.objects.all(), owner, account_id)
    if Reconciliation.objects.filter(account=account, status=Status.OPEN).exists():
        raise DomainError("open_already", "Finish or discard the reconciliation that is open first.", status=409)
    closing = minor(closing_balance, account.currency, "closing_balance")
    one = Reconciliation.objects.create(
        owner=owner, account=account, statement_date=statement_date, closing_balance_minor=closing
    )
    rows = Transaction.objects.filter(account=account, status=CLEARED, booking_date__lte=statement_date)
    _tick(one, rows.order_by("pk"))
    return one


@transaction.atomic
def reconciliation_change(
    *,
    owner: User,
    reconciliation_id: int,
    tick: Collection[int] = (),
    untick: Collection[int] = (),
    statement_date: date | None = None,
    closing_balance: Decimal | None = None,
) -> Reconciliation:
    """Tick and untick rows, or correct what the statement says. Only while it is open."""
    hold_ledger(owner)
    one = _open(owner, reconciliation_id)
    wanted = set(tick) - ticked_ids(one)
    _tick(one, _tickable(owner, one, wanted))
    ReconciliationRow.objects.filter(reconciliation=one, transaction_id__in=list(untick)).delete()
    if closing_balance is not None:
        one.closing_balance_minor = minor(closing_balance, one.account.currency, "closing_balance")
    one.statement_date = statement_date or one.statement_date
    one.save(update_fields=["closing_balance_minor", "statement_date"])
    return one


def _tickable(owner: User, one: Reconciliation, wanted: Collection[int]) -> list[Transaction]:
    rows = editable_by(Transaction.objects.filter(pk__in=list(wanted), account=one.account_id), owner)
    found = list(rows.exclude(status=RECONCILED).order_by("pk"))
    if len(found) != len(wanted):
        raise field_error("tick", "Some of these rows are not on this account, or are reconciled already.")
    return found


def _tick(one: Reconciliation, rows: Iterable[Transaction]) -> None:
    ReconciliationRow.objects.bulk_create(
        [
            ReconciliationRow(
                reconciliation=one, transaction_id=txn.pk, amount_minor=txn.amount_minor, status_before=txn.status
            )
            for txn in rows
        ],
        batch_size=CHUNK,
    )


def _open(owner: User, reconciliation_id: int) -> Reconciliation:
    rows = Reconciliation.objects.select_related("account").select_for_update(no_key=True, of=("self",))
    one = get_editable(rows, owner, reconciliation_id)
    if one.status != Status.OPEN:
        raise DomainError("not_open", "This reconciliation is finished. Undo it to change it.", status=409)
    return one


@transaction.atomic
def reconciliation_finish(*, owner: User, reconciliation_id: int, adjust: bool = False) -> Reconciliation:
    """Lock the ticked rows. Where they do not lead to the closing balance, DomainError 409 with code `difference`,
    unless `adjust`: then one more row makes the difference up and says so."""
    hold_ledger(owner)
    one = _open(owner, reconciliation_id)
    summary = f"Reconciled {one.account.name} with the statement of {one.statement_date}"
    with ledger_change(owner=owner, kind=ChangeSet.Kind.RECONCILE, summary=summary) as change:
        change.watch_things(Reconciliation, [one.pk])
        rows = ticked_rows(one)
        opening = locked_balance(one.account)
        found = tally(opening, (txn.amount_minor for txn in rows), one.closing_balance_minor)
        if found.difference and not adjust:
            raise _differs(one, found.difference)
        if found.difference:
            made = _adjustment(one, found.difference, change)
            one.adjustment_id = made.pk
            rows.append(made)
        _lock(one, rows, change)
        one.opening_balance_minor, one.status, one.finished_at = opening, Status.FINISHED, timezone.now()
        one.save()
    announce_change(owner)
    return one


def _differs(one: Reconciliation, difference: int) -> DomainError:
    amount = f"{to_text(difference, one.account.currency)} {one.account.currency}"
    message = f"The ticked rows and the closing balance differ by {amount}. Find the row, or book an adjustment."
    return DomainError("difference", message, status=409)


def _adjustment(one: Reconciliation, difference: int, change: LedgerChange) -> Transaction:
    made = Transaction.objects.create(
        owner_id=one.owner_id,
        account=one.account,
        currency=one.account.currency,
        booking_date=one.statement_date,
        amount_minor=difference,
        description=ADJUSTMENT,
    )
    change.created([made.pk])
    return made


def _lock(one: Reconciliation, rows: Sequence[Transaction], change: LedgerChange) -> None:
    """The rows become reconciled, and the reconciliation keeps them as they are now."""
    before = dict(one.rows.values_list("transaction_id", "status_before"))
    one.rows.all().delete()
    ids = [txn.pk for txn in rows]
    change.watch(ids)
    _set_status(ids, RECONCILED)
    ReconciliationRow.objects.bulk_create(
        [
            ReconciliationRow(
                reconciliation=one,
                transaction_id=txn.pk,
                amount_minor=txn.amount_minor,
                revision=txn.revision + 1,
                status_before=before.get(txn.pk, txn.status),
            )
            for txn in rows
        ],
        batch_size=CHUNK,
    )


def _set_status(ids: Sequence[int], status: str) -> None:
    for start in range(0, len(ids), CHUNK):
        Transaction.objects.filter(pk__in=ids[start : start + CHUNK]).update(
            status=status, revision=F("revision") + 1, updated_at=timezone.now()
        )


@transaction.atomic
def reconciliation_undo(*, owner: User, reconciliation_id: int) -> Reconciliation:
    """Unlock the rows of the account's latest reconciliation. An adjustment stays, as an ordinary row."""
    hold_ledger(owner)
    rows = Reconciliation.objects.select_related("account").select_for_update(no_key=True, of=("self",))
    one = get_editable(rows, owner, reconciliation_id)
    if one.status != Status.FINISHED:
        raise DomainError("not_finished", "Only a finished reconciliation can be undone.", status=409)
    later = Reconciliation.objects.filter(account=one.account, status=Status.FINISHED, finished_at__gt=one.finished_at)
    if later.exists():
        raise DomainError("later_one", "A later reconciliation stands on this one. Undo that one first.", status=409)
    summary = f"Undid the reconciliation of {one.account.name} with the statement of {one.statement_date}"
    with ledger_change(owner=owner, kind=ChangeSet.Kind.RECONCILE, summary=summary) as change:
        change.watch_things(Reconciliation, [one.pk])
        kept = dict(one.rows.values_list("transaction_id", "status_before"))
        locked = editable_by(Transaction.objects.filter(account=one.account, status=RECONCILED), owner)
        ids = [pk for pk in locked.order_by("pk").values_list("pk", flat=True) if pk in kept]
        change.watch(ids)
        waiting = [pk for pk in ids if kept[pk] == PENDING]
        _set_status(waiting, PENDING)
        _set_status([pk for pk in ids if kept[pk] != PENDING], CLEARED)
        one.status = Status.UNDONE
        one.save(update_fields=["status"])
    announce_change(owner)
    return one


@transaction.atomic
def reconciliation_discard(*, owner: User, reconciliation_id: int) -> None:
    """Forget an open one; no row changes."""
    hold_ledger(owner)
    _open(owner, reconciliation_id).delete()
