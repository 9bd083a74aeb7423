"""Taking an import back: the ledger exactly as it was before, as far as later imports do not stand on it.

What a later import holds too stays, and belongs to that import from then on: its row was only left out because this
one had brought it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import User
from transactions.models import DuplicateReview, MergedTransaction, StatementImport, StatementLine, Transaction
from transactions.services.history import hold_ledger
from transactions.services.import_merge import restore
from transactions.services.import_promote import merges_to_undo, promote
from transactions.services.import_unmake import shifts_undo, unmake
from transactions.services.rollups import rollups_settle
from transactions.services.row_removal import delete_transactions

CHUNK = 500
Line = StatementLine.Status
Review = DuplicateReview.Status


@transaction.atomic
def import_unbook(*, owner: User, record: StatementImport) -> None:
    """Take a committed import back. Its lines stay, as rolled back; answers about its rows stay remembered.

    Revisions of other rows stay as they are, so that the ledger is exactly what it was before the import.
    """
    hold_ledger(owner)
    promoted = promote(owner, record)
    lines = record.lines.filter(status__in=[Line.BOOKED, Line.SUPERSEDED, Line.DUPLICATE])
    _undo_merges(record)
    shifts_undo(record, promoted)
    _delete_booked(record)
    _forget_reviews(record)
    lines.update(status=Line.ROLLED_BACK)
    unmake(owner, record)
    record.status = StatementImport.Status.ROLLED_BACK
    record.finished_at = timezone.now()
    record.save(update_fields=["status", "finished_at"])
    rollups_settle(owner=owner)


def _undo_merges(record: StatementImport) -> None:
    """Transactions that were there before become what they were, newest change first. One whose earlier line was
    taken back meanwhile has nothing to return to: it goes with this import."""
    for merge in merges_to_undo(record).select_related("transaction", "line_before").order_by("-pk"):
        # The line of this import leaves its place before the earlier one takes it: one booked line a movement.
        StatementLine.objects.filter(pk=merge.line_id).update(status=Line.ROLLED_BACK)
        if merge.line_before is not None:
            StatementLine.objects.filter(pk=merge.line_before.pk).update(
                status=Line.BOOKED, duplicate_of=None, matched_transaction=None
            )
        # Lines of other imports that told the posted row tell the pending one now.
        others = StatementLine.objects.filter(duplicate_of=merge.line_id).exclude(statement_import=record)
        others.update(duplicate_of=merge.line_before_id)
        restore(merge.transaction, merge.before, merge.line_before_id)
    MergedTransaction.objects.filter(statement_import=record).delete()


def _delete_booked(record: StatementImport) -> None:
    ids = list(
        Transaction.objects.filter(statement_line__statement_import=record).order_by("pk").values_list("pk", flat=True)
    )
    for chunk in chunks(ids):
        delete_transactions(chunk)


def _forget_reviews(record: StatementImport) -> None:
    """Open questions about rows that are gone are none; answers stay."""
    ours = record.lines.order_by().values("pk")
    reviews = DuplicateReview.objects.filter(status=Review.OPEN)
    for row in reviews.filter(existing_line__in=ours).exclude(line__in=ours).select_related("line"):
        if row.line is not None:
            StatementImport.objects.filter(pk=row.line.statement_import_id, lines_review__gt=0).update(
                lines_review=F("lines_review") - 1
            )
    reviews.filter(Q(line__in=ours) | Q(existing_line__in=ours)).delete()


def chunks(ids: Iterable[int]) -> Iterable[list[int]]:
    ordered = list(ids)
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))
