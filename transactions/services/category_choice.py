"""One category for many rows at once, as the owner's own word."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.models import User
from transactions.models import Category, Transaction
from transactions.services.news import announce_change

CHUNK = 500


@transaction.atomic
def category_choose(*, owner: User, category_id: int, transaction_ids: Collection[int]) -> int:
    """Set the category of the owner's rows among these; returns how many there were. Rows of others are left alone."""
    category = get_editable(Category.objects.all(), owner, category_id)
    ids = sorted(transaction_ids)
    count = 0
    for start in range(0, len(ids), CHUNK):
        rows = editable_by(Transaction.objects.filter(pk__in=ids[start : start + CHUNK]), owner)
        count += rows.update(
            category=category,
            category_source=Transaction.CategorySource.USER,
            category_reason="",
            revision=F("revision") + 1,
            updated_at=timezone.now(),
        )
    if count:
        announce_change(owner)
    return count
