"""The demo household leaves with everything that came with it, and with nothing that the owner brought.

An account on which the owner has booked rows of their own stays with these rows; so do payees they have renamed.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from transactions.models import (
    Change,
    ChangeSet,
    DuplicateReview,
    LedgerAccount,
    StatementImport,
    StatementLine,
    Transaction,
)
from transactions.selectors.sample import sample_accounts, sample_imports, sample_transactions
from transactions.selectors.snapshots import chunks
from transactions.services.accounts import account_delete
from transactions.services.history import hold_ledger
from transactions.services.import_rollback import import_unbook
from transactions.signals import sample_removed
from transactions.storage import remove_upload


@transaction.atomic
def household_remove(*, owner: User) -> int:
    """Take it away, all or nothing; how many rows went. Again, nothing. Files go once the rows are gone for good."""
    hold_ledger(owner)
    records = list(sample_imports(owner).order_by("-pk"))
    accounts = list(sample_accounts(owner).values_list("pk", flat=True))
    rows = frozenset(sample_transactions(owner).values_list("pk", flat=True))
    for record in records:
        if record.status == StatementImport.Status.COMMITTED:
            import_unbook(owner=owner, record=record)
    _forget_history(owner, rows, accounts, [record.file_name for record in records])
    _forget_imports(records)
    _forget_accounts(owner, accounts)
    sample_removed.send(sender=Transaction, owner=owner, transaction_ids=rows)
    return len(rows)


def _forget_imports(records: Collection[StatementImport]) -> None:
    lines = StatementLine.objects.filter(statement_import__in=records).order_by().values("pk")
    DuplicateReview.objects.filter(Q(line__in=lines) | Q(existing_line__in=lines)).delete()
    for record in records:
        if record.stored_as:
            transaction.on_commit(partial(remove_upload, record.stored_as), robust=True)
        record.delete()


def _forget_history(owner: User, rows: Collection[int], accounts: Collection[int], files: Collection[str]) -> None:
    """Changes of rows that are gone for good can neither be read nor undone; one that also told of other things, such
    as a rule, is kept for these."""
    touched: set[int] = set()
    for chunk in chunks(rows):
        touched |= _forget_changes(Q(change_set__owner=owner, transaction_id__in=chunk))
    for account in accounts:
        # Rows that were deleted by hand before: only their history still knows on which account they stood.
        gone = ~Q(transaction_id__in=Transaction.objects.order_by().values("pk"))
        touched |= _forget_changes(Q(change_set__owner=owner, before__account__id=account) & gone)
    for chunk in chunks(touched):
        ChangeSet.objects.filter(pk__in=chunk, changes=None, things=[]).delete()
    notes = ChangeSet.objects.filter(owner=owner, changes=None, things=[])
    notes.filter(kind=ChangeSet.Kind.IMPORT, summary__in=[f"Imported {name}"[:200] for name in files]).delete()


def _forget_changes(which: Q) -> set[int]:
    """Delete these changes; the numbers of the deeds they were part of."""
    changes = Change.objects.filter(which).order_by()
    deeds = set(changes.values_list("change_set_id", flat=True).distinct())
    changes.delete()
    return deeds


def _forget_accounts(owner: User, accounts: Collection[int]) -> None:
    """Those on which nothing is left. Rules lose them as by the user's own hand; the note is kept where one did."""
    before = ChangeSet.objects.filter(owner=owner).order_by("-pk").values_list("pk", flat=True).first() or 0
    for account in LedgerAccount.objects.filter(pk__in=accounts, transactions=None, statement_lines=None):
        account_delete(owner=owner, account_id=account.pk)
    ChangeSet.objects.filter(owner=owner, pk__gt=before, changes=None, things=[]).delete()
