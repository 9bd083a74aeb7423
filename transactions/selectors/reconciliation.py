"""Reconciliations of an owner's accounts: how they stand, and the rows that may be ticked."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from accounts.access import get_visible, visible_to
from accounts.models import User
from transactions.ledger.reconcile import Tally, tally
from transactions.models import LedgerAccount, Reconciliation, ReconciliationRow, Transaction

RECONCILED = Transaction.Status.RECONCILED
OPEN = Reconciliation.Status.OPEN
ASKED = 500


@dataclass(frozen=True, slots=True)
class RowTick:
    """A row that may be on the statement, and whether it is ticked."""

    txn: Transaction
    is_ticked: bool


def reconciliation_list(*, owner: User, account: LedgerAccount | None = None) -> QuerySet[Reconciliation]:
    rows = visible_to(Reconciliation.objects.select_related("account"), owner)
    return rows if account is None else rows.filter(account=account)


def reconciliation_get(*, owner: User, reconciliation_id: object) -> Reconciliation:
    return get_visible(reconciliation_list(owner=owner), owner, reconciliation_id)


def locked_balance(account: LedgerAccount) -> int:
    """What the bank and this ledger agree on so far: the opening balance and every reconciled row."""
    rows = Transaction.objects.filter(account=account, status=RECONCILED)
    return account.opening_balance_minor + (rows.aggregate(total=Sum("amount_minor"))["total"] or 0)


def ticked_ids(one: Reconciliation) -> set[int]:
    return set(ReconciliationRow.objects.filter(reconciliation=one).values_list("transaction_id", flat=True))


def ticked_rows(one: Reconciliation) -> list[Transaction]:
    """The ticked rows as they are now; one that has left the account is none any more."""
    found: list[Transaction] = []
    ids = sorted(ticked_ids(one))
    for start in range(0, len(ids), ASKED):
        chunk = Transaction.objects.filter(pk__in=ids[start : start + ASKED], account=one.account_id)
        found += chunk.exclude(status=RECONCILED)
    return found


def reconciliation_tally(one: Reconciliation) -> Tally:
    """How it stands: of an open one as of now, of another one as it was agreed on."""
    if one.status == OPEN:
        return tally(
            locked_balance(one.account), (txn.amount_minor for txn in ticked_rows(one)), one.closing_balance_minor
        )
    kept = ReconciliationRow.objects.filter(reconciliation=one).values_list("amount_minor", flat=True)
    return tally(one.opening_balance_minor, kept, one.closing_balance_minor)


def rows_to_tick(*, owner: User, one: Reconciliation) -> QuerySet[Transaction]:
    """Of an open one every row up to the day of the statement that no other has locked, and later ones that are
    ticked; of a finished one its rows as far as they are there."""
    rows = visible_to(Transaction.objects.select_related("payee", "category"), owner).filter(account=one.account_id)
    mine = Q(pk__in=ReconciliationRow.objects.filter(reconciliation=one).order_by().values("transaction_id"))
    if one.status != OPEN:
        return rows.filter(mine)
    return rows.exclude(status=RECONCILED).filter(Q(booking_date__lte=one.statement_date) | mine)
