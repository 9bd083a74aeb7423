"""Rows that may be there already: the user's answers, and what follows from them."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.models import User
from transactions.models import DuplicateReview, StatementImport, StatementLine, Transaction
from transactions.services.history import hold_ledger
from transactions.services.import_promote import number_anew
from transactions.services.news import announce_change
from transactions.services.transaction_image import full_image, rebook
from transactions.services.transfers import transfers_recheck

Status = DuplicateReview.Status
Line = StatementLine.Status
Answers = dict[tuple[str, str], str]


def answers_of(owner: User) -> Answers:
    """By the content keys of two rows, in either order: "same" or "different", as the owner said last."""
    rows = editable_by(DuplicateReview.objects.exclude(status=Status.OPEN), owner).order_by("answered_at", "id")
    found: Answers = {}
    for new, existing, status in rows.values_list("new_key", "existing_key", "status"):
        found[new, existing] = found[existing, new] = status
    return found


@transaction.atomic
def review_answer(*, owner: User, review_id: int, answer: str) -> DuplicateReview:
    """Same: the transaction that the new line was booked as goes, and the line counts as a duplicate. Different: both
    stay. Open: as if it had not been answered. Each may follow on each; a transaction that went comes back as it was.
    Giving the same answer again changes nothing."""
    hold_ledger(owner)
    review = get_editable(DuplicateReview.objects.select_for_update(no_key=True), owner, review_id)
    if review.status == answer:
        return review
    if answer == Status.SAME:
        _take_away(review)
    elif review.status == Status.SAME:
        _bring_back(owner, review)
    review.status = Status(answer)
    review.answered_at = None if answer == Status.OPEN else timezone.now()
    review.save(update_fields=["status", "answered_at", "taken"])
    announce_change(owner)
    return review


def _take_away(review: DuplicateReview) -> None:
    line = review.line
    if line is None or line.status != Line.BOOKED:
        return
    txn = Transaction.objects.select_for_update(no_key=True).filter(statement_line=line).first()
    review.taken = full_image(txn) if txn is not None else {}
    if txn is not None:
        transfers_recheck(txn, is_leaving=True)
        txn.delete()
    line.status = Line.DUPLICATE
    line.duplicate_of, line.matched_transaction = review.existing_line, review.existing_transaction
    line.match_reason = "You said that it is the same movement."
    line.save(update_fields=["status", "duplicate_of", "matched_transaction", "match_reason"])
    _count(line, -1)


def _bring_back(owner: User, review: DuplicateReview) -> None:
    """Nothing to do where the line was booked meanwhile, or its import is gone."""
    line = review.line
    if line is None or line.status != Line.DUPLICATE or line.account_id is None:
        return
    number_anew([line])
    line.status, line.duplicate_of, line.matched_transaction, line.match_reason = Line.BOOKED, None, None, review.reason
    line.save(update_fields=["status", "duplicate_of", "matched_transaction", "match_reason", "fingerprint"])
    if review.taken:
        rebook(owner, line, review.taken)
    review.taken = {}
    _count(line, 1)


def _count(line: StatementLine, new: int) -> None:
    """The counts of the import follow; `new` is what its new lines become more by."""
    record = StatementImport.objects.select_for_update(no_key=True).get(pk=line.statement_import_id)
    record.lines_new += new
    record.lines_duplicate -= new
    record.lines_review = max(0, record.lines_review + new)
    for account in record.accounts:
        if account.get("id") == line.account_id:
            account["lines_new"] += new
            account["lines_duplicate"] -= new
    record.save(update_fields=["lines_new", "lines_duplicate", "lines_review", "accounts"])
