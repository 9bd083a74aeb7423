"""Rows leave the table with everything that points at them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from transactions.models import (
    Attachment,
    DuplicateReview,
    MergedTransaction,
    Split,
    StatementLine,
    Transaction,
    TransactionTag,
    Transfer,
)


def delete_transactions(ids: Collection[int]) -> None:
    """Delete in SQL alone: collecting fifty thousand objects first would hold the write lock for seconds. A model
    that points at transactions and is not named here makes the database refuse, so nothing is left dangling."""
    StatementLine.objects.filter(matched_transaction__in=ids).update(matched_transaction=None)
    DuplicateReview.objects.filter(existing_transaction__in=ids).update(existing_transaction=None)
    MergedTransaction.objects.filter(transaction__in=ids).delete()
    TransactionTag.objects.filter(transaction__in=ids).delete()
    Attachment.objects.filter(transaction__in=ids).update(transaction=None)
    Split.objects.filter(transaction__in=ids).delete()
    Transfer.objects.filter(Q(outgoing__in=ids) | Q(incoming__in=ids)).delete()
    rows = Transaction.objects.filter(pk__in=ids)
    rows._raw_delete(rows.db)  # noqa: SLF001 (the public delete collects objects)
