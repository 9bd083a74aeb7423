"""What was changed, newest first: by change, by row, and the rows that are gone."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from accounts.access import get_visible, visible_to
from accounts.errors import NotFoundError
from accounts.models import User
from transactions.models import Change, ChangeSet, LedgerAccount, Transaction


def change_list(*, owner: User) -> QuerySet[ChangeSet]:
    return visible_to(ChangeSet.objects.select_related("actor", "undoes").defer("things", "undoes__things"), owner)


def change_get(*, owner: User, change_set_id: object) -> ChangeSet:
    return get_visible(change_list(owner=owner), owner, change_set_id)


def transaction_changes(*, owner: User, transaction_id: object) -> QuerySet[Change]:
    """One row's changes. NotFoundError when the owner neither has nor had such a row."""
    try:
        number = int(str(transaction_id))
    except ValueError:
        raise NotFoundError("transaction") from None
    if not 0 < number < 2**63:
        raise NotFoundError("transaction")
    rows = Change.objects.filter(change_set__owner=owner, transaction_id=number).select_related("change_set__actor")
    is_there = visible_to(Transaction.objects.filter(pk=number), owner).exists()
    if not is_there and not rows.exists():
        raise NotFoundError("transaction")
    return rows


def currency_of(*, owner: User, transaction_id: int) -> str:
    """The currency of a row that is there or was: it never changes."""
    found = visible_to(Transaction.objects.filter(pk=transaction_id), owner).values_list("currency", flat=True).first()
    if found is not None:
        return found
    gone = Change.objects.filter(change_set__owner=owner, transaction_id=transaction_id, after__isnull=True)
    before = gone.values_list("before", flat=True).first()
    return str(before["currency"]) if before else ""


def deleted_changes(*, owner: User) -> QuerySet[Change]:
    """The last change of every row that was deleted and can come back. Rows that were merged into another come back
    by undoing that, rows of an import that is rolled back by importing the file again, and rows of a deleted account
    not at all."""
    later = Change.objects.filter(transaction_id=OuterRef("transaction_id"), pk__gt=OuterRef("pk"))
    there = Transaction.objects.filter(pk=OuterRef("transaction_id"))
    rows = Change.objects.filter(change_set__owner=owner, after__isnull=True).exclude(before__has_key="_merged")
    accounts = list(visible_to(LedgerAccount.objects.order_by(), owner).values_list("pk", flat=True))
    rows = rows.filter(~Exists(later), ~Exists(there), before__account__id__in=accounts)
    return rows.select_related("change_set")
