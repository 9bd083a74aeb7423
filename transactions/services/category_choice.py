"""One category for many rows at once, as the owner's own word."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.models import User
from transactions.models import Category, ChangeSet, Transaction
from transactions.selectors.snapshots import chunks
from transactions.services.history import ledger_change
from transactions.services.news import announce_change


def category_choose(
    *, owner: User, category_id: int, transaction_ids: Collection[int], actor: User | None = None
) -> int:
    """Set the category of the owner's rows among these; returns how many there were. Rows of others are left alone."""
    category = get_editable(Category.objects.all(), owner, category_id)
    count = 0
    with ledger_change(owner=owner, kind=ChangeSet.Kind.BULK, actor=actor) as change:
        for ids in change.steps(transaction_ids):
            for chunk in chunks(ids):
                count += editable_by(Transaction.objects.filter(pk__in=chunk), owner).update(
                    category=category,
                    category_source=Transaction.CategorySource.USER,
                    category_reason="",
                    revision=F("revision") + 1,
                    updated_at=timezone.now(),
                )
        change.says(f"Put {count} rows into {category.name}" if count != 1 else f"Put one row into {category.name}")
        if count:
            announce_change(owner)
    return count
