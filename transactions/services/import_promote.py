"""Rows of an import that is taken back which later imports hold too: those lines are booked in its place.

A later line was stored as a duplicate because this import had brought the movement. With this import gone it is the
first that says so, and its movement must not be lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.payee import payee_key, payee_name
from transactions.models import MergedTransaction, Payee, StatementImport, StatementLine, Transaction
from transactions.services.categorise import Categoriser, categoriser_for
from transactions.services.payees import payees_ensure

CHUNK = 500
Line = StatementLine.Status
MOVEMENT, WORDS = ("booking_date", "value_date", "amount_minor"), ("counterparty", "description")
Source = Transaction.CategorySource


@dataclass(frozen=True, slots=True)
class Promotion:
    """A line of this import and the later line that stands in for it."""

    ours: StatementLine
    theirs: StatementLine


def promotions_of(record: StatementImport) -> list[Promotion]:
    """For each booked line of this import the earliest line of another standing import that equals it.

    A row that becomes pending again needs no heir among the lines that told it so before: those belong to what it was.
    """
    ours = record.lines.filter(status=Line.BOOKED)
    pending_again = set(merges_to_undo(record).values_list("line_id", flat=True))
    others = (
        StatementLine.objects.filter(
            Q(duplicate_of__in=ours.order_by().values("pk"))
            | Q(matched_transaction__statement_line__in=ours.order_by().values("pk")),
            status=Line.DUPLICATE,
            statement_import__status=StatementImport.Status.COMMITTED,
        )
        .exclude(statement_import=record)
        .select_related("matched_transaction")
        .order_by("statement_import_id", "pk")
    )
    found: dict[int, StatementLine] = {}
    for line in others:
        matched = line.matched_transaction
        movement = matched.statement_line_id if matched and matched.statement_line_id else line.duplicate_of_id
        if not (line.is_pending and movement in pending_again):
            found.setdefault(movement or 0, line)
    booked = ours.in_bulk()
    return [Promotion(booked[pk], line) for pk, line in sorted(found.items()) if pk in booked]


def merges_to_undo(record: StatementImport) -> QuerySet[MergedTransaction]:
    """Those whose earlier state is still there to return to."""
    merges = MergedTransaction.objects.filter(statement_import=record)
    return merges.filter(Q(line_before=None) | Q(line_before__status=Line.SUPERSEDED))


def promote(owner: User, record: StatementImport) -> list[Promotion]:
    """Book the later lines; their movements keep what the user made of them. Returns what was done."""
    found = promotions_of(record)
    _point_past_superseded(record)
    if not found:
        return []
    by_ours = {each.ours.pk: each for each in found}
    txns = {
        txn.statement_line_id: txn
        for txn in Transaction.objects.filter(statement_line__statement_import=record).select_related("payee")
        if txn.statement_line_id in by_ours
    }
    _swap(found)
    for pk, txn in txns.items():
        if pk is not None:
            _retell(by_ours[pk], txn)
    _rename(owner, [(by_ours[pk], txn) for pk, txn in txns.items() if pk is not None])
    _recount(found)
    return found


def _swap(found: list[Promotion]) -> None:
    """The other lines take the places: in the ledger, for further duplicates, and in what a merge wrote down. A row
    that the user removed has no transaction; it does not come back through the other file either."""
    theirs_by_ours = {each.ours.pk: each.theirs for each in found}
    for chunk in _chunks(list(theirs_by_ours)):
        StatementLine.objects.filter(pk__in=chunk).update(status=Line.ROLLED_BACK)
    theirs = list(theirs_by_ours.values())
    number_anew(theirs)
    for line in theirs:
        line.status, line.duplicate_of, line.matched_transaction, line.match_reason = Line.BOOKED, None, None, ""
    fields = ["status", "duplicate_of", "matched_transaction", "match_reason", "fingerprint"]
    StatementLine.objects.bulk_update(theirs, fields, batch_size=CHUNK)
    for chunk in _chunks(list(theirs_by_ours)):
        others = list(StatementLine.objects.filter(duplicate_of__in=chunk))
        for line in others:
            line.duplicate_of = theirs_by_ours[line.duplicate_of_id or 0]
        StatementLine.objects.bulk_update(others, ["duplicate_of"], batch_size=CHUNK)
        for merge in MergedTransaction.objects.filter(line__in=chunk):
            heir = theirs_by_ours[merge.line_id]
            MergedTransaction.objects.filter(pk=merge.pk).update(line=heir, statement_import=heir.statement_import_id)


def number_anew(lines: Iterable[StatementLine]) -> None:
    """Equal lines were counted in each file for itself; on the account no number may be booked twice."""
    lines = list(lines)
    by_account: dict[int | None, list[StatementLine]] = {}
    for line in lines:
        by_account.setdefault(line.account_id, []).append(line)
    for account_id, same in by_account.items():
        days = [line.booking_date for line in same]
        booked = StatementLine.objects.filter(
            account=account_id, status=Line.BOOKED, booking_date__gte=min(days), booking_date__lte=max(days)
        )
        taken = set(booked.order_by().values_list("fingerprint", flat=True))
        for line in same:
            key, _, number = line.fingerprint.rpartition("-")
            count = int(number)
            while line.fingerprint in taken:
                count += 1
                line.fingerprint = f"{key}-{count}"
            taken.add(line.fingerprint)


def _retell(each: Promotion, txn: Transaction) -> None:
    """The bank's words as the other line has them, but for what the user changed or has reconciled."""
    is_locked = txn.status == Transaction.Status.RECONCILED
    for name in WORDS if is_locked else (*MOVEMENT, *WORDS):
        if getattr(txn, name) == getattr(each.ours, name):
            setattr(txn, name, getattr(each.theirs, name))
    if each.theirs.is_pending and txn.status == Transaction.Status.CLEARED:
        txn.status = Transaction.Status.PENDING
    txn.statement_line = each.theirs


def _chunks(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def _rename(owner: User, pairs: Iterable[tuple[Promotion, Transaction]]) -> None:
    """Payee and category by the other line's text, where the user has not chosen them."""
    pairs = list(pairs)
    categoriser = categoriser_for(owner=owner)
    fresh = [(each, txn) for each, txn in pairs if _words(each.ours) != _words(each.theirs)]
    names = {txn.pk: payee_name(each.theirs.counterparty, each.theirs.description) for each, txn in fresh}
    last = editable_by(Payee.objects.order_by("-pk"), owner).values_list("pk", flat=True).first() or 0
    payees = payees_ensure(owner=owner, names=set(names.values()))
    _note_made(fresh, names, {key: pk for key, pk in payees.items() if pk > last})
    for each, txn in fresh:
        was = payee_key(payee_name(each.ours.counterparty, each.ours.description))
        if (txn.payee.key if txn.payee else "") == was:
            txn.payee_id = payees.get(payee_key(names[txn.pk]))
        if txn.category_source != Source.USER:
            _categorise(categoriser, txn, each.theirs, names[txn.pk])
    now = timezone.now()
    for _, txn in pairs:
        txn.updated_at = now
    Transaction.objects.bulk_update(
        [txn for _, txn in pairs],
        [
            "booking_date", "value_date", "amount_minor", "counterparty", "description", "statement_line", "payee",
            "category", "category_source", "category_reason", "status", "updated_at",
        ],
        batch_size=CHUNK,
    )  # fmt: skip


def _note_made(fresh: list[tuple[Promotion, Transaction]], names: dict[int, str], made: dict[str, int]) -> None:
    """Payees made for a line that is booked now belong to its import, and go with it."""
    for each, txn in fresh:
        name = names[txn.pk]
        pk = made.pop(payee_key(name), None)
        if pk is not None:
            heir = StatementImport.objects.get(pk=each.theirs.statement_import_id)
            row = {"id": pk, "name": name}
            heir.created_objects = {**heir.created_objects, "payees": [*heir.created_objects.get("payees", []), row]}
            heir.save(update_fields=["created_objects"])


def _words(line: StatementLine) -> tuple[str, str, object]:
    return line.counterparty, line.description, line.extras.get("category")


def _categorise(categoriser: Categoriser, txn: Transaction, line: StatementLine, payee: str) -> None:
    decision = categoriser.decide(
        f"{payee} {line.counterparty} {line.description}",
        is_incoming=line.amount_minor > 0,
        hint=str(line.extras.get("category", "")),
    )
    txn.category_id, txn.category_source, txn.category_reason = (
        decision.category_id,
        decision.source,
        decision.reason,
    )


def _point_past_superseded(record: StatementImport) -> None:
    """Duplicates of a pending line of this import are duplicates of the posted one, which stands."""
    for line in record.lines.filter(status=Line.SUPERSEDED).exclude(duplicate_of=None):
        others = StatementLine.objects.filter(duplicate_of=line).exclude(statement_import=record)
        others.update(duplicate_of=line.duplicate_of_id)


def _recount(found: Iterable[Promotion]) -> None:
    """The counts of the imports that stand follow their lines."""
    counts: dict[int, dict[int | None, int]] = {}
    for each in found:
        per_account = counts.setdefault(each.theirs.statement_import_id, {})
        per_account[each.theirs.account_id] = per_account.get(each.theirs.account_id, 0) + 1
    for pk, per_account in counts.items():
        moved = sum(per_account.values())
        other = StatementImport.objects.get(pk=pk)
        for row in other.accounts:
            count = per_account.get(row.get("id"), 0)
            row["lines_new"] += count
            row["lines_duplicate"] -= count
        StatementImport.objects.filter(pk=pk).update(
            accounts=other.accounts,
            lines_new=F("lines_new") + moved,
            lines_duplicate=F("lines_duplicate") - moved,
        )
