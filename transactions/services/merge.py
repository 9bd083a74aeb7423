"""Several rows that are one movement become one row; their bank lines all tell that row from then on.

Lines follow the rules of imports: the row keeps its own line, the others count as duplicates of it, so that importing
any of the files again adds nothing and rolling back the first hands the row to the next. A row without a line takes
one over, as if the import had found it (MergedTransaction).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.errors import DomainError, NotFoundError
from accounts.models import User
from transactions.ledger.bulk import is_transfer
from transactions.ledger.history import Snapshot, ids_of, links_of
from transactions.models import (
    Attachment,
    ChangeSet,
    DuplicateReview,
    MergedTransaction,
    Split,
    StatementImport,
    StatementLine,
    Transaction,
    TransactionTag,
    Transfer,
)
from transactions.selectors.snapshots import snapshots_of
from transactions.services.given import field_error
from transactions.services.history import LedgerChange, described, ledger_change
from transactions.services.import_merge import image_of
from transactions.services.news import announce_change
from transactions.services.row_removal import delete_transactions

Line = StatementLine.Status
Review = DuplicateReview.Status
MOST = 50
LOCKED = "One of the rows to go is reconciled. Keep that one, or say that you want to change it all the same."


def transaction_merge(
    *, owner: User, keep: int, others: Sequence[int], unlock: bool = False, actor: User | None = None
) -> Transaction:
    """Make the others part of `keep`, which takes from them what it lacks: payee, category or shares, note, value
    date, transfer, and all tags and attachments. DomainError unless all are on one account with one amount."""
    with ledger_change(owner=owner, kind=ChangeSet.Kind.MERGE, actor=actor) as change:
        kept = get_editable(Transaction.objects.select_for_update(no_key=True), owner, keep)
        gone = _others(owner, kept, others)
        locked = [txn for txn in gone if txn.status == Transaction.Status.RECONCILED]
        if locked and not unlock:
            message = (
                "One of the rows to go is reconciled. Keep that one, or say that you want to change it all the same."
            )
            raise DomainError("reconciled", message, status=409)
        change.watch([kept.pk, *others], are_leaving=True)
        for txn in gone:
            _absorb(change, kept, txn)
        kept.revision += 1
        kept.updated_at = timezone.now()
        kept.save()
        rows = "row" if len(gone) == 1 else f"{len(gone)} rows"
        change.says(f"Merged {rows} into {described(change.before(kept.pk))}")
        announce_change(owner)
    return kept


def _others(owner: User, kept: Transaction, others: Sequence[int]) -> list[Transaction]:
    if not others or len(set(others)) != len(others) or kept.pk in others or len(others) > MOST:
        raise field_error("others", f"Name one to {MOST} other rows, each once.")
    found = editable_by(Transaction.objects.select_for_update(), owner).in_bulk(others)
    if len(found) != len(others):
        raise NotFoundError("transaction")
    rows = [found[pk] for pk in sorted(others)]
    for txn in rows:
        if (txn.account_id, txn.amount_minor) != (kept.account_id, kept.amount_minor):
            raise field_error("others", "Only rows of one account with the same amount can be merged.")
    return rows


def _absorb(change: LedgerChange, kept: Transaction, gone: Transaction) -> None:
    states = snapshots_of(owner=change.owner, ids=[kept.pk, gone.pk])
    image = image_of(kept)
    _take_words(kept, states[kept.pk], gone, states[gone.pk])
    _take_links(change.owner, kept, states[kept.pk], states[gone.pk])
    before = change.before(gone.pk)
    before["_merged"] = True
    books = before.setdefault("_bookkeeping", {})
    books["merged"] = _move_lines(kept, gone) | {"into": kept.pk}
    delete_transactions([gone.pk])
    _adopt(kept, books["merged"], image)


def _take_words(kept: Transaction, mine: Snapshot, gone: Transaction, theirs: Snapshot) -> None:
    kept.payee_id = kept.payee_id or gone.payee_id
    kept.note = kept.note or gone.note
    kept.value_date = kept.value_date or gone.value_date
    is_decided = kept.category_source == Transaction.CategorySource.USER
    if not mine["splits"] and kept.category_id is None and not is_decided:
        kept.category_id, kept.category_source = gone.category_id, gone.category_source
        kept.category_reason = gone.category_reason
        if theirs["splits"]:
            Split.objects.filter(transaction=gone).update(transaction=kept)
    Attachment.objects.filter(transaction=gone).update(transaction=kept, last_transaction_id=kept.pk)
    new = ids_of(theirs, "tag").keys() - ids_of(mine, "tag").keys()
    TransactionTag.objects.bulk_create([TransactionTag(transaction=kept, tag_id=tag) for tag in sorted(new)])


def _take_links(owner: User, kept: Transaction, mine: Snapshot, theirs: Snapshot) -> None:
    """The other row's transfers become the kept one's, unless it is in a transfer or was refused the same one."""
    confirmed = Transfer.Status.CONFIRMED.value
    has_one = any(link["status"] == confirmed for link in links_of(mine).values())
    partners = {pk for pair in links_of(theirs) for pk in pair}
    states = snapshots_of(owner=owner, ids=partners | {kept.pk})
    for (out, into), link in sorted(links_of(theirs).items()):
        other = into if theirs["amount_minor"] < 0 else out
        pair = (kept.pk, other) if theirs["amount_minor"] < 0 else (other, kept.pk)
        Transfer.objects.filter(outgoing=out, incoming=into).delete()
        takes = not (has_one and link["status"] == confirmed) and pair not in links_of(mine)
        if takes and is_transfer(states.get(pair[0]), states.get(pair[1])):
            Transfer.objects.create(owner=owner, outgoing_id=pair[0], incoming_id=pair[1], **link)
            has_one = has_one or link["status"] == confirmed


def _move_lines(kept: Transaction, gone: Transaction) -> dict[str, Any]:
    """Point what imports know of the row at the kept one; what was done, for undoing it."""
    line = gone.statement_line
    told = list(StatementLine.objects.filter(matched_transaction=gone).values_list("pk", flat=True))
    StatementLine.objects.filter(pk__in=told).update(matched_transaction=kept)
    reviews = list(DuplicateReview.objects.filter(existing_transaction=gone).values_list("pk", flat=True))
    DuplicateReview.objects.filter(pk__in=reviews).update(existing_transaction=kept)
    merges = list(MergedTransaction.objects.filter(transaction=gone).order_by("pk").values_list("line", flat=True))
    books: dict[str, Any] = {"told": told, "dups": [], "reviews": reviews, "merges": merges, "line": None}
    if line is None:
        return books
    if kept.statement_line_id is None:
        # It stays when its line goes, and needs no other row to come back for.
        MergedTransaction.objects.filter(transaction=gone, line_before=None).delete()
        MergedTransaction.objects.filter(transaction=gone).update(transaction=kept)
        return books | {"adopted": line.pk}
    dups = list(StatementLine.objects.filter(duplicate_of=line).values_list("pk", flat=True))
    StatementLine.objects.filter(pk__in=dups).update(duplicate_of=kept.statement_line_id)
    StatementLine.objects.filter(pk=line.pk).update(
        status=Line.DUPLICATE,
        duplicate_of=kept.statement_line_id,
        matched_transaction=kept,
        match_reason=StatementLine.MERGED_BY_USER,
    )
    _recount(line, -1)
    return books | {"line": line.pk, "dups": dups, "answered": _answer_reviews(line)}


def _adopt(kept: Transaction, books: dict[str, Any], image: dict[str, Any]) -> None:
    """The kept row takes the line of one that is gone, and is as it was again when that line's import is taken back.
    A line that once was pending is taken from its pending form on."""
    line_id = books.get("adopted")
    if line_id is None:
        return
    chain = MergedTransaction.objects.filter(transaction=kept, line__in=books["merges"]).exclude(line_before=None)
    earliest = chain.order_by("pk").values_list("line_before", flat=True).first()
    first = StatementLine.objects.get(pk=earliest or line_id)
    MergedTransaction.objects.create(
        statement_import_id=first.statement_import_id, transaction=kept, line=first, line_before=None, before=image
    )
    kept.statement_line_id = line_id
    books["merges"].append(first.pk)


def _answer_reviews(line: StatementLine) -> list[int]:
    """Open questions about the line are answered by the merge."""
    open_ones = DuplicateReview.objects.filter(line=line, status=Review.OPEN)
    ids = list(open_ones.values_list("pk", flat=True))
    open_ones.update(status=Review.SAME, answered_at=timezone.now())
    StatementImport.objects.filter(pk=line.statement_import_id).update(lines_review=F("lines_review") - len(ids))
    return ids


def _recount(line: StatementLine, by: int) -> None:
    """The import's counts follow its line: `by` 1 more new one, or -1."""
    record = StatementImport.objects.select_for_update(no_key=True).get(pk=line.statement_import_id)
    for row in record.accounts:
        if row.get("id") == line.account_id:
            row["lines_new"] += by
            row["lines_duplicate"] -= by
    record.lines_new += by
    record.lines_duplicate -= by
    record.save(update_fields=["accounts", "lines_new", "lines_duplicate"])


def unmerge(state: Snapshot) -> bool:
    """Lines, reviews and merges as they were before the row was merged; False when an import has come between. To be
    called before the row is there again; what told it meanwhile is noted in its state."""
    books: Mapping[str, Any] = state["_bookkeeping"]["merged"]
    keep_id, line_id = books["into"], books["line"] or books.get("adopted")
    line = StatementLine.objects.filter(pk=line_id or 0).first()
    if books["line"] is not None and not _book_again(line, books):
        return False
    StatementLine.objects.filter(pk__in=books["told"], matched_transaction=keep_id).update(matched_transaction=None)
    DuplicateReview.objects.filter(pk__in=books["reviews"], existing_transaction=keep_id).update(
        existing_transaction=None
    )
    if "adopted" in books:
        MergedTransaction.objects.filter(line__in=books["merges"], transaction=keep_id).delete()
    if line is not None:
        state["_bookkeeping"]["matched_lines"] = [*books["told"], *_told_meanwhile(line, books)]
    return True


def _book_again(line: StatementLine | None, books: Mapping[str, Any]) -> bool:
    if line is None or line.status != Line.DUPLICATE or line.matched_transaction_id != books["into"]:
        return False
    StatementLine.objects.filter(pk=line.pk).update(
        status=Line.BOOKED, duplicate_of=None, matched_transaction=None, match_reason=""
    )
    _recount(line, 1)
    reviews = DuplicateReview.objects.filter(pk__in=books["answered"], status=Review.SAME)
    count = reviews.update(status=Review.OPEN, answered_at=None)
    StatementImport.objects.filter(pk=line.statement_import_id).update(lines_review=F("lines_review") + count)
    StatementLine.objects.filter(pk__in=books["dups"], status=Line.DUPLICATE).update(duplicate_of=line)
    return True


def _told_meanwhile(line: StatementLine, books: Mapping[str, Any]) -> list[int]:
    """Lines of later files with the same content, which were taken for the kept row, tell this one again."""
    same = StatementLine.objects.filter(
        account=line.account_id,
        status=Line.DUPLICATE,
        matched_transaction=books["into"],
        fingerprint__startswith=f"{line.fingerprint.rpartition('-')[0]}-",
    )
    kept = Transaction.objects.filter(pk=books["into"]).values_list("statement_line__fingerprint", flat=True).first()
    is_same_content = kept is not None and kept.rpartition("-")[0] == line.fingerprint.rpartition("-")[0]
    if is_same_content and "adopted" not in books:
        return []  # equal lines: nobody can say which of the two they tell
    ids = list(same.values_list("pk", flat=True))
    StatementLine.objects.filter(pk__in=ids).update(duplicate_of=line, matched_transaction=None)
    return ids
