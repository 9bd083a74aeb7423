"""What taking an import back would do, and which of its rows were edited since. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import User
from transactions.ledger.payee import payee_key, payee_name
from transactions.models import StatementImport, StatementLine, Transaction, Transfer
from transactions.services.import_drafts import OWN_WORDS
from transactions.services.import_promote import merges_to_undo, promotions_of
from transactions.services.import_unmake import accounts_to_remove

MOST_EDITED = 500
Source = Transaction.CategorySource
RECONCILED = Transaction.Status.RECONCILED


def import_rollback_preview(*, owner: User, record: StatementImport) -> dict[str, Any]:
    """Counts (`reconciled`: of rows that go or change although they are locked), the edited rows (the first 500, newest
    first), and the names of accounts that would go. All is empty for an import that is not booked, or not any more:
    nothing would go."""
    kept = {each.ours.pk for each in promotions_of(record)}
    back = _restored(record, kept)
    going = _going(owner, record, kept, back)
    return {
        "transactions": going.count(),
        "restored": len(back),
        "kept_for_later_imports": len(kept),
        "reconciled": _count_locked(going, back),
        "edited": _edited(record, going.filter(revision__gt=1)),
        "accounts_removed": [
            account.name for account in accounts_to_remove(record, excluding=Q(statement_line__statement_import=record))
        ],
    }


def rollback_locked(*, owner: User, record: StatementImport) -> int:
    """How many reconciled rows would go, or become what they were before the import."""
    kept = {each.ours.pk for each in promotions_of(record)}
    back = _restored(record, kept)
    return _count_locked(_going(owner, record, kept, back), back)


def _restored(record: StatementImport, kept: Collection[int]) -> dict[int, dict[str, Any]]:
    """Rows that were there before, and what they were."""
    merges = merges_to_undo(record).exclude(line__in=kept).order_by("-pk")
    return dict(merges.values_list("transaction_id", "before"))  # the earliest is the last


def _going(owner: User, record: StatementImport, kept: Collection[int], back: Collection[int]) -> QuerySet[Transaction]:
    rows = Transaction.objects.filter(owner=owner, statement_line__statement_import=record)
    return rows.exclude(statement_line__in=kept).exclude(pk__in=back)


def _count_locked(going: QuerySet[Transaction], back: Mapping[int, dict[str, Any]]) -> int:
    locked = Transaction.objects.filter(pk__in=back, status=RECONCILED)
    moved = [
        txn
        for txn in locked.only("booking_date", "amount_minor", "status")
        if (txn.booking_date.isoformat(), txn.amount_minor, txn.status) != _movement(back[txn.pk])
    ]
    return going.filter(status=RECONCILED).count() + len(moved)


def _movement(before: dict[str, Any]) -> tuple[str, int, str]:
    return before["booking_date"], before["amount_minor"], before["status"]


def _edited(record: StatementImport, rows: Any) -> list[dict[str, Any]]:
    """Rows whose revision says that something was changed, with what differs from the bank's line."""
    is_own_words = record.format in OWN_WORDS
    links = _links(record)
    found = []
    touched = rows.select_related("statement_line", "payee").prefetch_related("splits").order_by("-booking_date", "-pk")
    for txn in touched[:MOST_EDITED]:
        what = _changes(txn, txn.statement_line, is_own_words) + links.get(txn.pk, [])
        if what:
            found.append(
                {
                    "transaction": txn.pk,
                    "booking_date": txn.booking_date.isoformat(),
                    "description": (txn.counterparty or txn.description)[:200],
                    "what": what,
                }
            )
    return found


def _changes(txn: Transaction, line: StatementLine, is_own_words: bool) -> list[str]:
    key = payee_key(payee_name(line.counterparty, line.description))
    differs = {
        "account": txn.account_id != line.account_id,
        "booking date": txn.booking_date != line.booking_date,
        "amount": txn.amount_minor != line.amount_minor,
        "category": txn.category_source == Source.USER and not (is_own_words and line.extras.get("category")),
        "payee": (txn.payee.key if txn.payee else "") != key,
        "note": txn.note != line.extras.get("note", ""),
        "splits": [share.amount_minor for share in txn.splits.all()] != [s[0] for s in line.extras.get("splits", [])],
        "status": txn.status == Transaction.Status.RECONCILED,
    }
    return [name for name, is_changed in differs.items() if is_changed]


def _links(record: StatementImport) -> dict[int, list[str]]:
    """Transfers that the user settled: a confirmed or refused one counts a row's revision up."""
    ours = Q(outgoing__statement_line__statement_import=record) | Q(incoming__statement_line__statement_import=record)
    found: dict[int, list[str]] = defaultdict(list)
    for link in Transfer.objects.filter(ours).exclude(status=Transfer.Status.SUGGESTED):
        for pk in (link.outgoing_id, link.incoming_id):
            if "transfer" not in found[pk]:
                found[pk].append("transfer")
    return found
