"""What imports did, ask and remember, as an owner may see it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from accounts.access import get_visible, visible_to
from accounts.models import User
from transactions.models import DuplicateReview, ImportProfile, StatementImport, StatementLine


def import_lines(*, owner: User, record: StatementImport, status: str = "") -> QuerySet[StatementLine]:
    """The stored lines of an import that is the owner's; none before it is committed."""
    rows = StatementLine.objects.filter(statement_import__in=visible_to(StatementImport.objects.all(), owner))
    rows = rows.filter(statement_import=record).select_related(
        "transaction", "matched_transaction", "duplicate_of__transaction"
    )
    return rows.filter(status=status) if status else rows


def review_list(*, owner: User, status: str = "") -> QuerySet[DuplicateReview]:
    """Reviews with both rows; of imports that were taken back only the answers are kept, and not listed."""
    rows = visible_to(DuplicateReview.objects.all(), owner).exclude(line__status=StatementLine.Status.ROLLED_BACK)
    rows = rows.select_related(
        "line__statement_import",
        "line__account",
        "line__transaction",
        "existing_line__statement_import",
        "existing_line__transaction",
        "existing_transaction",
    )
    return rows.filter(status=status) if status else rows


def review_get(*, owner: User, review_id: object) -> DuplicateReview:
    return get_visible(review_list(owner=owner), owner, review_id)


def profile_list(*, owner: User) -> QuerySet[ImportProfile]:
    return visible_to(ImportProfile.objects.all(), owner)


def profile_get(*, owner: User, profile_id: object) -> ImportProfile:
    return get_visible(ImportProfile.objects.all(), owner, profile_id)


def import_rollback_preview(*, owner: User, record: StatementImport) -> dict[str, Any]:
    return {
        "transactions": 0,
        "restored": 0,
        "kept_for_later_imports": 0,
        "edited": [],
        "accounts_removed": [],
    }
