"""What imports did, ask and remember, as an owner may see it."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from accounts.access import get_visible, visible_to
from accounts.models import User
from transactions.models import DuplicateReview, ImportProfile, StatementImport, StatementLine, Transaction


def import_lines(*, owner: User, record: StatementImport, status: str = "") -> QuerySet[StatementLine]:
    """The stored lines of an import that is the owner's; none before it is committed."""
    rows = StatementLine.objects.filter(statement_import__in=visible_to(StatementImport.objects.all(), owner))
    rows = rows.filter(statement_import=record).select_related(
        "transaction", "matched_transaction", "duplicate_of__transaction"
    )
    return rows.filter(status=status) if status else rows


def lines_of_row(*, owner: User, txn: Transaction) -> QuerySet[StatementLine]:
    """Every line of a bank file that this row stands for: the one it was made of or that posted it, and those that were
    found to be there already. Lines of imports that were taken back are left out."""
    visible = visible_to(StatementImport.objects.all(), owner)
    stands_for = Q(matched_transaction=txn)
    if txn.statement_line_id is not None:
        stands_for |= Q(pk=txn.statement_line_id) | Q(duplicate_of=txn.statement_line_id)
    rows = StatementLine.objects.filter(stands_for, statement_import__in=visible)
    return rows.exclude(status=StatementLine.Status.ROLLED_BACK).select_related("statement_import")


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
