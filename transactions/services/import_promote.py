"""Rows of an import that is taken back which later imports hold too: those lines are booked in its place.

A later line was stored as a duplicate because this import had brought the movement. With this import gone it is the
first that says so, and its movement must not be lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Q
from django.utils import timezone

from accounts.models import User
from transactions.ledger.payee import payee_key, payee_name
from transactions.models import MergedTransaction, StatementImport, StatementLine, Transaction
from transactions.services.categorise import Categoriser, categoriser_for
from transactions.services.payees import payees_ensure

CHUNK = 500
Line = StatementLine.Status
Source = Transaction.CategorySource


@dataclass(frozen=True, slots=True)
class Promotion:
    """A line of this import and the later line that stands in for it."""

    ours: StatementLine
    theirs: StatementLine


def promotions_of(record: StatementImport) -> list[Promotion]:
    """For each booked line of this import the earliest line of another standing import that equals it."""
    ours = record.lines.filter(status=Line.BOOKED)
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
        found.setdefault(movement or 0, line)
    booked = ours.in_bulk()
    return [Promotion(booked[pk], line) for pk, line in sorted(found.items()) if pk in booked]


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
    # All places are given up before the first is taken: equal lines may stand in for each other crosswise.
    StatementLine.objects.filter(pk__in=list(by_ours)).update(status=Line.ROLLED_BACK)
    for each in found:
        _swap(each, txns.get(each.ours.pk))
    _rename(owner, [(by_ours[pk], txn) for pk, txn in txns.items() if pk is not None])
    _recount(found)
    return found


def _swap(each: Promotion, txn: Transaction | None) -> None:
    """The other line takes the place: in the ledger, for further duplicates, and in what a merge wrote down."""
    ours, theirs = each.ours, each.theirs
    StatementLine.objects.filter(pk=theirs.pk).update(
        status=Line.BOOKED, fingerprint=_free_key(theirs), duplicate_of=None, matched_transaction=None, match_reason=""
    )
    StatementLine.objects.filter(duplicate_of=ours).exclude(pk=theirs.pk).update(duplicate_of=theirs)
    MergedTransaction.objects.filter(line=ours).update(line=theirs, statement_import=theirs.statement_import_id)
    if txn is None:
        return  # the user removed it; it does not come back through the other file either
    for name in ("booking_date", "value_date", "amount_minor", "counterparty", "description"):
        if getattr(txn, name) == getattr(ours, name):
            setattr(txn, name, getattr(theirs, name))
    txn.statement_line = theirs


def _free_key(line: StatementLine) -> str:
    """The line's own key, or the next number where an equal line is booked already."""
    key, _, number = line.fingerprint.rpartition("-")
    booked = StatementLine.objects.filter(account=line.account_id, status=Line.BOOKED).exclude(pk=line.pk)
    count = int(number)
    while booked.filter(fingerprint=f"{key}-{count}").exists():
        count += 1
    return f"{key}-{count}"


def _rename(owner: User, pairs: Iterable[tuple[Promotion, Transaction]]) -> None:
    """Payee and category by the other line's text, where the user has not chosen them."""
    pairs = list(pairs)
    categoriser = categoriser_for(owner=owner)
    fresh = [(each, txn) for each, txn in pairs if _words(each.ours) != _words(each.theirs)]
    names = {txn.pk: payee_name(each.theirs.counterparty, each.theirs.description) for each, txn in fresh}
    payees = payees_ensure(owner=owner, names=set(names.values()))
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
            "category", "category_source", "category_reason", "updated_at",
        ],
        batch_size=CHUNK,
    )  # fmt: skip


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
