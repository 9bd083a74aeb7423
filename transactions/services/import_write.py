"""The staged rows copied into the ledger: lines, transactions with shares and tags, merges, reviews.

Runs inside the import's transaction and, on SQLite, under its write lock, so the database does the copying by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.utils import timezone

from transactions.ledger.fingerprint import content_key
from transactions.models import (
    DuplicateReview,
    LedgerAccount,
    Payee,
    Split,
    StatementImport,
    StatementLine,
    Transaction,
    TransactionTag,
)
from transactions.services.bulk import fields_of, ids_base, insert_rows, stored, table_of
from transactions.services.import_drafts import Meaning
from transactions.services.import_merge import merge, supersede
from transactions.services.import_stage import LINE_NAMES, Staged, path_key, staged_table

LINE_FIELDS = ("statement_import", "account", *LINE_NAMES)
# Each field of a transaction and where its value comes from: a column of the staged rows, or a parameter.
TRANSACTION_VALUES = {
    "owner": "%s", "account": "%s", "booking_date": "booking_date", "value_date": "value_date",
    "amount_minor": "amount_minor", "currency": "currency", "payee": "", "category": "category",
    "category_source": "category_source", "category_reason": "category_reason", "counterparty": "counterparty",
    "description": "description", "note": "note", "status": "transaction_status", "statement_line": "%s + line_ahead",
    "revision": "1", "created_at": "%s", "updated_at": "%s",
}  # fmt: skip
TRANSACTION_FIELDS = tuple(TRANSACTION_VALUES)


@dataclass(frozen=True, slots=True)
class Names:
    """Ids of what the drafts call by name."""

    categories: dict[tuple[str, str], int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)

    def category(self, meaning: Meaning) -> int | None:
        path = meaning.missing
        return self.categories[path.group, path.name] if path else meaning.decision.category_id


def write_rows(
    *, record: StatementImport, staged: Staged, accounts: Mapping[int, LedgerAccount], names: Names
) -> Sequence[int]:
    """Store every line, and a transaction for each new one. `accounts` by their number in the file."""
    lines, transactions = ids_base(StatementLine), ids_base(Transaction)
    for place in staged.merges:
        if (match := staged.at(place)[1].match) is not None:
            supersede(match)
    _name_categories(names)
    for number, account in accounts.items():
        _copy_lines(record, account, number, lines)
    for place in staged.merges:
        line, verdict, _ = staged.at(place)
        if verdict.match is not None and verdict.match.transaction_id is not None:
            pk = verdict.match.transaction_id
            merge(record=record, match=verdict.match, transaction_id=pk, line=line, line_id=lines + place.line_ahead)
    for number, account in accounts.items():
        _copy_transactions(account, number, lines, transactions)
    _store_shares(staged, names, transactions)
    _store_reviews(record.owner_id, staged, lines)
    return _ids(staged, transactions)


def _ids(staged: Staged, base: int) -> Sequence[int]:
    count = sum(map(len, staged.new))
    if connection.vendor == "sqlite":
        return range(base, base + count)
    return [pk for new in staged.new for pk in new]


def _name_categories(names: Names) -> None:
    for (group, name), pk in names.categories.items():
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {staged_table()} SET category = %s WHERE missing_category = %s",  # noqa: S608
                [pk, path_key(group, name)],
            )


def _copy_lines(record: StatementImport, account: LedgerAccount, number: int, base: int) -> None:
    columns = _columns(StatementLine, LINE_FIELDS)
    values = ", ".join(connection.ops.quote_name(name) for name in LINE_NAMES)
    # Names come from the models; every value travels as a parameter.
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table_of(StatementLine)} (id, {columns}) "  # noqa: S608
            f"SELECT %s + line_ahead, %s, %s, {values} FROM {staged_table()} "
            "WHERE account_number = %s ORDER BY line_ahead",
            [base, record.pk, account.pk, number],
        )


def _copy_transactions(account: LedgerAccount, number: int, lines: int, base: int) -> None:
    payee = f"(SELECT id FROM {table_of(Payee)} WHERE owner_id = %s AND key = payee_key)"  # noqa: S608
    values = ", ".join(value or payee for value in TRANSACTION_VALUES.values())
    now, owner = stored(timezone.now()), account.owner_id
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table_of(Transaction)} (id, {_columns(Transaction, TRANSACTION_FIELDS)}) "  # noqa: S608
            f"SELECT %s + transaction_ahead, {values} FROM {staged_table()} "
            "WHERE account_number = %s AND transaction_ahead IS NOT NULL ORDER BY transaction_ahead",
            [base, owner, account.pk, owner, lines, now, now, number],
        )


def _columns(model: type[StatementLine] | type[Transaction], names: Sequence[str]) -> str:
    return ", ".join(connection.ops.quote_name(str(one.column)) for one in fields_of(model, names))


def _store_shares(staged: Staged, names: Names, base: int) -> None:
    """Splits and tags of the new transactions."""
    splits: list[tuple[Any, ...]] = []
    tags: list[tuple[int, int]] = []
    for place in staged.shared:
        line, _, draft = staged.at(place)
        pk = base + (place.transaction_ahead or 0)
        tags += [(pk, names.tags[tag]) for tag in line.tags]
        splits += [
            (pk, split.amount_minor, names.category(meaning), split.note, position)
            for position, (split, meaning) in enumerate(zip(line.splits, draft.shares, strict=True))
        ]
    insert_rows(Split, ("transaction", "amount_minor", "category", "note", "position"), splits)
    insert_rows(TransactionTag, ("transaction", "tag"), tags)


def _store_reviews(owner_id: int, staged: Staged, base: int) -> None:
    asked = [(place, *staged.at(place)[:2]) for place in staged.reviews]
    reviews = [
        DuplicateReview(
            owner_id=owner_id,
            line_id=base + place.line_ahead,
            existing_line_id=match.line_id,
            existing_transaction_id=match.transaction_id,
            reason=verdict.reason[:200],
            confidence=verdict.confidence,
            new_key=content_key(line),
            existing_key=match.key,
        )
        for place, line, verdict in asked
        if (match := verdict.match) is not None
    ]
    DuplicateReview.objects.bulk_create(reviews, batch_size=500)
