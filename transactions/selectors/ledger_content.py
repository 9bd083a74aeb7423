"""The whole content of an owner's ledger as rows without ids and times, and the hash over it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.ledger_hash import LedgerSum
from transactions.models import (
    CategorisationRule,
    Category,
    LedgerAccount,
    Payee,
    Split,
    Tag,
    Transaction,
    TransactionTag,
    Transfer,
)

CHUNK = 5000
ASKED = 500
Row = tuple[object, ...]
ACCOUNT = ("account__name", "account__currency", "account__external_ref")
TRANSACTION = (
    "pk", *ACCOUNT, "booking_date", "value_date", "amount_minor", "currency", "payee__key", "category__name",
    "category_source", "category_reason", "counterparty", "description", "note", "status",
)  # fmt: skip
SIDE = ("booking_date", "amount_minor", "counterparty", "description", "note")


def ledger_content_hash(*, owner: User) -> str:
    """SHA-256 over accounts, categories, payees, tags, rules, transactions with splits and tags, and transfers.

    The same content gives the same hash, whatever its ids and the order in which it came.
    """
    return (frame_sum(owner) + transactions_sum(owner)).digest


def frame_sum(owner: User) -> LedgerSum:
    """Everything but the transactions themselves."""
    return LedgerSum().plus(_frame_rows(owner))


def transactions_sum(owner: User, ids: Collection[int] | None = None) -> LedgerSum:
    """The owner's transactions, or those with these ids, each with its splits and tags."""
    rows = visible_to(Transaction.objects.all(), owner)
    if ids is None:
        return LedgerSum().plus(_transaction_rows(rows))
    found, ordered = LedgerSum(), sorted(ids)
    for start in range(0, len(ordered), ASKED):
        found = found.plus(_transaction_rows(rows.filter(pk__in=ordered[start : start + ASKED])))
    return found


def _frame_rows(owner: User) -> Iterator[Row]:
    accounts = visible_to(LedgerAccount.objects.all(), owner).order_by()
    for values in accounts.values_list(
        "name", "kind", "currency", "opening_balance_minor", "has_known_opening", "external_ref", "is_archived"
    ):
        yield ("account", *values)
    for name, currency, others in accounts.exclude(other_refs=[]).values_list("name", "currency", "other_refs"):
        yield ("account number", name, currency, sorted(others))
    categories = visible_to(Category.objects.all(), owner).order_by()
    for category in categories.values_list("name", "key", "kind", "group", "is_essential", "parent__name", "position"):
        yield ("category", *category)
    for payee in visible_to(Payee.objects.all(), owner).order_by().values_list("name", "key").iterator(CHUNK):
        yield ("payee", *payee)
    for tag in visible_to(Tag.objects.all(), owner).order_by().values_list("name"):
        yield ("tag", *tag)
    rules = visible_to(CategorisationRule.objects.all(), owner).order_by()
    for rule in rules.values_list("contains", "category__name", "position", "is_enabled"):
        yield ("rule", *rule)
    yield from _transfer_rows(owner)


def _transfer_rows(owner: User) -> Iterator[Row]:
    fields = [f"{side}__{name}" for side in ("outgoing", "incoming") for name in (*ACCOUNT, *SIDE)]
    links = visible_to(Transfer.objects.all(), owner).order_by().values_list("status", *fields)
    for values in links.iterator(CHUNK):
        yield ("transfer", *(_plain(value) for value in values))


def _transaction_rows(rows: QuerySet[Transaction]) -> Iterator[Row]:
    splits, tags = _splits(rows), _tags(rows)
    for values in rows.order_by().values_list(*TRANSACTION).iterator(CHUNK):
        pk, *content = values
        yield ("transaction", *map(_plain, content), splits.get(pk, []), sorted(tags.get(pk, [])))


def _splits(rows: QuerySet[Transaction]) -> dict[int, list[list[Any]]]:
    found: dict[int, list[list[Any]]] = defaultdict(list)
    shares = Split.objects.filter(transaction__in=rows.order_by().values("pk")).order_by("transaction_id", "position")
    for pk, *share in shares.values_list("transaction_id", "amount_minor", "category__name", "note").iterator(CHUNK):
        found[pk].append(list(share))
    return found


def _tags(rows: QuerySet[Transaction]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    links = TransactionTag.objects.filter(transaction__in=rows.order_by().values("pk")).order_by()
    for pk, name in links.values_list("transaction_id", "tag__name").iterator(CHUNK):
        found[pk].append(name)
    return found


def _plain(value: Any) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value
