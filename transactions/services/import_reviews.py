"""Rows that may be there already: the user's answers, and what follows from them."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.models import DuplicateReview, StatementImport, StatementLine, Transaction
from transactions.services.news import announce_change
from transactions.services.transfers import transfers_recheck

Status = DuplicateReview.Status
Answers = dict[tuple[str, str], bool]


def answers_of(owner: User) -> Answers:
    """By the content keys of two rows, in either order: whether the owner said that they are the same movement."""
    rows = editable_by(DuplicateReview.objects.exclude(status=Status.OPEN), owner).order_by("answered_at", "id")
    found: Answers = {}
    for new, existing, status in rows.values_list("new_key", "existing_key", "status"):
        found[new, existing] = found[existing, new] = status == Status.SAME
    return found


@transaction.atomic
def review_answer(*, owner: User, review_id: int, answer: str) -> DuplicateReview:
    """Same: the transaction that the new line was booked as goes, and the line counts as a duplicate. Different: both
    stay. Giving the same answer again changes nothing; a review is answered once."""
    User.objects.select_for_update(no_key=True).get(pk=owner.pk)
    review = get_editable(DuplicateReview.objects.select_for_update(no_key=True), owner, review_id)
    if review.status == answer:
        return review
    if review.status != Status.OPEN:
        raise DomainError("answered", "This was answered already. Import the file again to change it.", status=409)
    if answer == Status.SAME:
        _take_away(review)
    review.status, review.answered_at = Status(answer), timezone.now()
    review.save(update_fields=["status", "answered_at"])
    announce_change(owner)
    return review


def _take_away(review: DuplicateReview) -> None:
    line = review.line
    if line is None or line.status != StatementLine.Status.BOOKED:
        return
    txn = Transaction.objects.select_for_update(no_key=True).filter(statement_line=line).first()
    if txn is not None:
        transfers_recheck(txn, is_leaving=True)
        txn.delete()
    line.status = StatementLine.Status.DUPLICATE
    line.duplicate_of, line.matched_transaction = review.existing_line, review.existing_transaction
    line.match_reason = "You said that it is the same movement."
    line.save(update_fields=["status", "duplicate_of", "matched_transaction", "match_reason"])
    StatementImport.objects.filter(pk=line.statement_import_id).update(
        lines_new=F("lines_new") - 1, lines_duplicate=F("lines_duplicate") + 1, lines_review=F("lines_review") - 1
    )
