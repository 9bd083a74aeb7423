"""Rows that may be there already: the user's answers, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.history import Difference, in_the_way, links_of
from transactions.models import ChangeSet, DuplicateReview, StatementImport, StatementLine, Transaction
from transactions.services.history import LedgerChange, ledger_change, words_for
from transactions.services.history_settle import settle
from transactions.services.import_promote import number_anew
from transactions.services.news import announce_change

Status = DuplicateReview.Status
Line = StatementLine.Status
SAID = {
    Status.SAME.value: "Said that this was there already:",
    Status.DIFFERENT.value: "Said that this is a movement of its own:",
    Status.OPEN.value: "Took back the answer about",
}
Answers = dict[tuple[str, str], str]


def answers_of(owner: User) -> Answers:
    """By the content keys of two rows, in either order: "same" or "different", as the owner said last."""
    rows = editable_by(DuplicateReview.objects.exclude(status=Status.OPEN), owner).order_by("answered_at", "id")
    found: Answers = {}
    for new, existing, status in rows.values_list("new_key", "existing_key", "status"):
        found[new, existing] = found[existing, new] = status
    return found


def review_answer(
    *, owner: User, review_id: int, answer: str, unlock: bool = False, actor: User | None = None
) -> DuplicateReview:
    """Same: the transaction that the new line was booked as goes, and the line counts as a duplicate. Different: both
    stay. Open: as if it had not been answered. Each may follow on each; a transaction that went comes back as it was.
    Giving the same answer again changes nothing. A reconciled row goes only with `unlock`."""
    with ledger_change(owner=owner, kind=ChangeSet.Kind.REVIEW, actor=actor) as change:
        review = get_editable(DuplicateReview.objects.select_for_update(no_key=True), owner, review_id)
        if review.status == answer:
            return review
        change.watch_things(DuplicateReview, [review.pk])
        change.says(f"{SAID[answer]} {_words(review.line)}")
        if answer == Status.SAME:
            _take_away(change, review, unlock=unlock)
        elif review.status == Status.SAME:
            _bring_back(change, review)
        review.status = Status(answer)
        review.answered_at = None if answer == Status.OPEN else timezone.now()
        review.save(update_fields=["status", "answered_at", "taken"])
        announce_change(owner)
    return review


def answers_take_back(*, owner: User, answers: Mapping[int, Difference], unlock: bool) -> None:
    """Give the answers that were given before these changes; DomainError 409 where another one was given since."""
    for pk, done in answers.items():
        review = get_editable(DuplicateReview.objects.all(), owner, pk)
        if in_the_way({"status": review.status}, done) or done.before is None:
            raise DomainError("in_the_way", "Nothing was changed. The question was answered again later.", status=409)
        review_answer(owner=owner, review_id=pk, answer=done.before["status"], unlock=unlock)


def _words(line: StatementLine | None) -> str:
    if line is None:
        return "a row that is gone"
    return words_for(line.counterparty or line.description, line.amount_minor, line.currency)


def _take_away(change: LedgerChange, review: DuplicateReview, *, unlock: bool) -> None:
    line = review.line
    if line is None or line.status != Line.BOOKED:
        return
    pk = Transaction.objects.filter(statement_line=line).values_list("pk", flat=True).first()
    review.taken = {}
    if pk is not None:
        change.watch([pk], are_leaving=True)
        state = change.before(pk)
        state["_merged"] = True  # it comes back by another answer, not from the bin
        review.taken = {"id": pk, "state": state}
        settle(change.owner, {pk: state}, {pk: None}, unlock=unlock)
    line.status = Line.DUPLICATE
    line.duplicate_of, line.matched_transaction = review.existing_line, review.existing_transaction
    line.match_reason = "You said that it is the same movement."
    line.save(update_fields=["status", "duplicate_of", "matched_transaction", "match_reason"])
    _count(line, -1)


def _bring_back(change: LedgerChange, review: DuplicateReview) -> None:
    """Nothing to do where the line was booked meanwhile, or its import is gone."""
    line = review.line
    if line is None or line.status != Line.DUPLICATE or line.account_id is None:
        return
    number_anew([line])
    line.status, line.duplicate_of, line.matched_transaction, line.match_reason = Line.BOOKED, None, None, review.reason
    line.save(update_fields=["status", "duplicate_of", "matched_transaction", "match_reason", "fingerprint"])
    if review.taken:
        pk, state = review.taken["id"], review.taken["state"]
        change.watch({other for pair in links_of(state) for other in pair} - {pk})
        change.created([pk])
        settle(change.owner, {pk: None}, {pk: state}, unlock=True)
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
