"""Rows as history keeps them: everything a user can see of a transaction, in a fixed number of queries for many."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import Q

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.history import Snapshot
from transactions.models import (
    Attachment,
    DuplicateReview,
    MergedTransaction,
    Split,
    StatementLine,
    Transaction,
    TransactionTag,
    Transfer,
)

CHUNK = 900
PLAIN = (
    "amount_minor", "currency", "category_source", "category_reason", "counterparty", "description", "note", "status",
)  # fmt: skip
REFERENCES = ("account", "payee", "category")
LINK = ("status", "confidence", "reason")


def snapshots_of(*, owner: User, ids: Iterable[int]) -> dict[int, Snapshot]:
    """The owner's rows among these ids, as they are now."""
    found: dict[int, Snapshot] = {}
    for chunk in chunks(ids):
        found |= _chunk(owner, chunk)
    return found


def linked_ids(*, owner: User, ids: Collection[int]) -> set[int]:
    """The other sides of all links of these rows."""
    found: set[int] = set()
    for chunk in chunks(ids):
        links = visible_to(Transfer.objects.filter(Q(outgoing__in=chunk) | Q(incoming__in=chunk)), owner)
        for pair in links.order_by().values_list("outgoing_id", "incoming_id"):
            found.update(pair)
    return found - set(ids)


def bookkeeping_of(ids: Iterable[int]) -> dict[int, Snapshot]:
    """What imports remember about rows, which leaves with them and comes back with them."""
    found: dict[int, Snapshot] = {}
    for chunk in chunks(ids):
        for pk, name in StatementLine.objects.filter(matched_transaction__in=chunk).values_list(
            "matched_transaction_id", "pk"
        ):
            found.setdefault(pk or 0, {}).setdefault("matched_lines", []).append(name)
        for pk, name in DuplicateReview.objects.filter(existing_transaction__in=chunk).values_list(
            "existing_transaction_id", "pk"
        ):
            found.setdefault(pk or 0, {}).setdefault("reviews", []).append(name)
        merges = MergedTransaction.objects.filter(transaction__in=chunk).order_by("pk")
        for pk, *values in merges.values_list(
            "transaction_id", "statement_import_id", "line_id", "line_before_id", "before"
        ):
            found.setdefault(pk, {}).setdefault("merges", []).append(values)
    return found


def _chunk(owner: User, ids: list[int]) -> dict[int, Snapshot]:
    names = [f"{name}__name" for name in REFERENCES]
    rows = visible_to(Transaction.objects.filter(pk__in=ids), owner).order_by()
    fields = (
        "pk", "booking_date", "value_date", "statement_line_id", "created_at", "revision", *PLAIN,
        *(f"{name}_id" for name in REFERENCES), *names,
    )  # fmt: skip
    found: dict[int, Snapshot] = {}
    for row in rows.values(*fields):
        found[row["pk"]] = {
            "booking_date": row["booking_date"].isoformat(),
            "value_date": row["value_date"].isoformat() if row["value_date"] else None,
            "statement_line": row["statement_line_id"],
            **{name: row[name] for name in PLAIN},
            **{name: _reference(row, name) for name in REFERENCES},
            "splits": [],
            "_created_at": row["created_at"].isoformat(),
            "_revision": row["revision"],
        }
    _add_shares(found)
    _add_many(owner, found)
    return found


def _reference(row: dict[str, Any], name: str) -> dict[str, Any] | None:
    pk = row[f"{name}_id"]
    return None if pk is None else {"id": pk, "name": row[f"{name}__name"]}


def _add_shares(found: dict[int, Snapshot]) -> None:
    shares = Split.objects.filter(transaction__in=list(found)).order_by("transaction_id", "position", "pk")
    for pk, amount, category, name, note in shares.values_list(
        "transaction_id", "amount_minor", "category_id", "category__name", "note"
    ):
        reference = None if category is None else {"id": category, "name": name}
        found[pk]["splits"].append({"amount_minor": amount, "category": reference, "note": note})


def _add_many(owner: User, found: dict[int, Snapshot]) -> None:
    tags = TransactionTag.objects.filter(transaction__in=list(found)).order_by()
    for pk, tag, name in tags.values_list("transaction_id", "tag_id", "tag__name"):
        found[pk][f"tag:{tag}"] = name
    files = Attachment.objects.filter(transaction__in=list(found)).order_by()
    for pk, number, name in files.values_list("transaction_id", "pk", "file_name"):
        found[pk or 0][f"attachment:{number}"] = name
    links = visible_to(Transfer.objects.filter(Q(outgoing__in=list(found)) | Q(incoming__in=list(found))), owner)
    for out, into, *values in links.order_by().values_list("outgoing_id", "incoming_id", *LINK):
        for pk in (out, into):
            if pk in found:
                found[pk][f"transfer:{out}:{into}"] = dict(zip(LINK, values, strict=True))


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(set(ids))
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))
