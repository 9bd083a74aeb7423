"""The rows of one account of a file, written in bulk: lines, transactions with shares and tags, reviews."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from transactions.ledger.fingerprint import content_key
from transactions.models import (
    DuplicateReview,
    LedgerAccount,
    Split,
    StatementImport,
    StatementLine,
    Transaction,
    TransactionTag,
)
from transactions.services.bulk import insert_rows
from transactions.services.import_drafts import Draft, Meaning
from transactions.services.import_lines import ImportLine
from transactions.services.import_merge import merge, supersede
from transactions.services.import_plan import PlannedAccount
from transactions.services.import_target import booked_lines
from transactions.services.import_verdicts import Verdict

Line = StatementLine.Status
LINE_FIELDS = (
    "statement_import", "account", "status", "duplicate_of", "matched_transaction", "match_reason", "line", "raw",
    "booking_date", "value_date", "amount_minor", "currency", "counterparty", "description", "external_id",
    "fingerprint", "is_pending", "extras",
)  # fmt: skip
TRANSACTION_FIELDS = (
    "owner", "account", "booking_date", "value_date", "amount_minor", "currency", "payee", "category",
    "category_source", "category_reason", "counterparty", "description", "note", "status", "statement_line",
    "revision", "created_at", "updated_at",
)  # fmt: skip
NO_EXTRAS = "{}"


@dataclass(frozen=True, slots=True)
class Names:
    """Ids of what the drafts call by name."""

    payees: dict[str, int] = field(default_factory=dict)
    categories: dict[tuple[str, str], int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)

    def category(self, meaning: Meaning) -> int | None:
        path = meaning.missing
        return self.categories[path.group, path.name] if path else meaning.decision.category_id


@dataclass(frozen=True, slots=True)
class Row:
    """One line on its way into the ledger."""

    line: ImportLine
    fingerprint: str
    verdict: Verdict
    draft: Draft


def book_rows(
    record: StatementImport, account: LedgerAccount, plan: PlannedAccount, drafts: Sequence[Draft], names: Names
) -> dict[int, ImportLine]:
    """Store every line, and a transaction for each new one. Returns the new transactions' ids with their lines."""
    rows = [Row(*each) for each in zip(plan.read.lines, _own_keys(account, plan), plan.verdicts, drafts, strict=True)]
    merges = [
        (row, match, match.transaction_id)
        for row in rows
        if row.verdict.kind == "merge" and (match := row.verdict.match) and match.transaction_id
    ]
    for _, match, _ in merges:
        supersede(match)
    insert_rows(StatementLine, LINE_FIELDS, (_line_values(record, account, row) for row in rows))
    booked = StatementLine.objects.filter(statement_import=record, account=account, status=Line.BOOKED)
    line_ids = dict(booked.order_by().values_list("fingerprint", "pk"))
    for row, match, transaction_id in merges:
        merge(
            record=record, match=match, transaction_id=transaction_id, line=row.line, line_id=line_ids[row.fingerprint]
        )
    new = [row for row in rows if not row.verdict.is_there]
    now = timezone.now()
    insert_rows(
        Transaction,
        TRANSACTION_FIELDS,
        (_transaction_values(account, row, names, line_ids[row.fingerprint], now) for row in new),
    )
    made = Transaction.objects.filter(statement_line__statement_import=record, account=account).order_by()
    ids = dict(made.values_list("statement_line_id", "pk"))
    by_row = {ids[line_ids[row.fingerprint]]: row for row in new}
    _store_shares(by_row, names)
    _store_reviews(account.owner_id, [(line_ids[row.fingerprint], row) for row in new if row.verdict.kind == "review"])
    return {pk: row.line for pk, row in sorted(by_row.items())}


def _own_keys(account: LedgerAccount, plan: PlannedAccount) -> Sequence[str]:
    """The lines' fingerprints; a line that is booked although an equal one is booked already gets the next number."""
    keys = list(plan.read.fingerprints)
    booking = [index for index, verdict in enumerate(plan.verdicts) if verdict.kind != "duplicate"]
    merged = {verdict.match.fingerprint for verdict in plan.verdicts if verdict.kind == "merge" and verdict.match}
    taken = set(booked_lines([account], [keys[index] for index in booking]).get(account.pk, {})) - merged
    if not taken:
        return keys
    used = taken | {keys[index] for index in booking}
    for index in booking:
        if keys[index] in taken:
            key, _, number = keys[index].rpartition("-")
            count = int(number) + 1
            while f"{key}-{count}" in used or booked_lines([account], [f"{key}-{count}"]):
                count += 1
            keys[index] = f"{key}-{count}"
            used.add(keys[index])
    return keys


def _line_values(record: StatementImport, account: LedgerAccount, row: Row) -> tuple[Any, ...]:
    line, verdict = row.line, row.verdict
    is_duplicate = verdict.kind == "duplicate"
    match = verdict.match
    return (
        record.pk,
        account.pk,
        (Line.DUPLICATE if is_duplicate else Line.BOOKED).value,
        match.line_id if match and is_duplicate else None,
        match.transaction_id if match and verdict.is_there else None,
        verdict.reason[:200],
        line.line,
        line.raw,
        line.booking_date,
        line.value_date,
        line.amount_minor,
        line.currency,
        line.counterparty,
        line.description,
        line.external_id,
        row.fingerprint,
        line.is_pending,
        extras_of(line),
    )


def extras_of(line: ImportLine) -> str:
    """JSON of what is needed to book the line at a later time as it would have been now."""
    if not (line.note or line.tags or line.splits or line.transfer_to or line.category_hint):
        return NO_EXTRAS
    found = {
        "category": line.category_hint,
        "note": line.note,
        "tags": list(line.tags),
        "splits": [[split.amount_minor, split.category_hint, split.note] for split in line.splits],
        "transfer_to": line.transfer_to,
    }
    return json.dumps({name: value for name, value in found.items() if value})


def _transaction_values(account: LedgerAccount, row: Row, names: Names, line_id: int, now: object) -> tuple[Any, ...]:
    line, decision = row.line, row.draft.decision
    return (
        account.owner_id,
        account.pk,
        line.booking_date,
        line.value_date,
        line.amount_minor,
        line.currency,
        names.payees.get(row.draft.payee_key),
        names.category(row.draft.meaning),
        decision.source,
        decision.reason,
        line.counterparty,
        line.description,
        line.note,
        (Transaction.Status.PENDING if line.is_pending else Transaction.Status.CLEARED).value,
        line_id,
        1,
        now,
        now,
    )


def _store_shares(by_row: dict[int, Row], names: Names) -> None:
    """Splits and tags of the new transactions."""
    splits = [
        (pk, split.amount_minor, names.category(meaning), split.note, position)
        for pk, row in by_row.items()
        if row.line.splits
        for position, (split, meaning) in enumerate(zip(row.line.splits, row.draft.shares, strict=True))
    ]
    insert_rows(Split, ("transaction", "amount_minor", "category", "note", "position"), splits)
    tags = [(pk, names.tags[tag]) for pk, row in by_row.items() for tag in row.line.tags]
    insert_rows(TransactionTag, ("transaction", "tag"), tags)


def _store_reviews(owner_id: int, asked: Sequence[tuple[int, Row]]) -> None:
    reviews = [
        DuplicateReview(
            owner_id=owner_id,
            line_id=line_id,
            existing_line_id=match.line_id,
            existing_transaction_id=match.transaction_id,
            reason=row.verdict.reason[:200],
            confidence=row.verdict.confidence,
            new_key=content_key(row.line),
            existing_key=match.key,
        )
        for line_id, row in asked
        if (match := row.verdict.match) is not None
    ]
    DuplicateReview.objects.bulk_create(reviews, batch_size=500)
