"""The ledger in bulk, for the analysis: shares in one stable order, states of accounts, and a hash of all of it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.models import LedgerAccount, Split, Transaction, Transfer
from transactions.selectors.rollups import moved_before

CHUNK = 5000
DAY_TEXT = Cast("booking_date", CharField())
"""A booking date as ISO text: there are few days and many rows, and a day is read once (see `day_of`)."""
Shares = dict[int, list[tuple[int, int | None, str, str, bool]]]


def columns_for(*, owner: User, end: date) -> Columns:
    """Every share of the owner's transactions booked before `end` (not included).

    `is_transfer` is true for the sides of confirmed transfers only; a category of kind transfer alone is no proof.
    """
    return Columns.of(shares_of(owner=owner, rows=_rows(owner, end)))


def shares_of(*, owner: User, rows: QuerySet[Transaction]) -> Iterator[Share]:
    """Every share of these rows of the owner's, as `columns_for` has them, read as they are asked for."""
    legs = _confirmed_legs(owner)
    splits = _splits(rows)
    fields = rows.order_by("booking_date", "id").values_list(
        "pk", DAY_TEXT, "amount_minor", "currency", "account_id", "payee_id", "payee__name",
        "category_id", "category__key", "category__name", "category__is_essential", "counterparty", "description",
    )  # fmt: skip
    for values in fields.iterator(chunk_size=CHUNK):
        yield from _shares(values, legs, splits)


def _shares(values: tuple[Any, ...], legs: set[int], splits: Shares) -> Iterator[Share]:
    pk, day, amount, currency, account, payee, payee_name, category, key, name, need, who, text = values
    whole = ((amount, category, key or "", name or "", bool(need)),)
    for share_amount, share_category, share_key, share_name, share_need in splits.get(pk, whole):
        yield Share(
            transaction_id=pk,
            booking_date=day_of(day),
            amount_minor=share_amount,
            currency=currency,
            account_id=account,
            payee_id=payee,
            payee_name=payee_name or "",
            category_id=share_category,
            category_key=share_key,
            category_name=share_name,
            is_essential=share_need,
            is_transfer=pk in legs,
            text=f"{who} {text}".strip(),
            is_whole=pk not in splits,
        )


@lru_cache(maxsize=20_000)
def day_of(text: str) -> date:
    """The same object for the same day."""
    return date.fromisoformat(text)


def account_states(*, owner: User, as_of: date) -> list[AccountState]:
    """Every account with its balance at the start of the day `as_of`: opening plus all rows booked before that day."""
    moved = moved_before(owner=owner, day=as_of)
    return [
        AccountState(
            account_id=account.pk,
            name=account.name,
            kind=account.kind,
            currency=account.currency,
            balance_minor=account.opening_balance_minor + moved.get(account.pk, 0),
            has_known_opening=account.has_known_opening,
        )
        for account in visible_to(LedgerAccount.objects.order_by("id"), owner)
    ]


def ledger_hash(*, owner: User, end: date) -> str:
    """SHA-256 over everything the analysis can see of the rows booked before `end`, in order of their ids.

    Streams; the same rows give the same hash whatever happened in between.
    """
    digest = hashlib.sha256()
    rows = _hashed_rows(owner, end)
    while part := list(islice(rows, CHUNK)):
        digest.update("".join(f"{row!r}\n" for row in part).encode())
    return digest.hexdigest()


def _hashed_rows(owner: User, end: date) -> Iterator[tuple[object, ...]]:
    rows = _rows(owner, end)
    fields = rows.order_by("id").values_list(
        "pk", "revision", "amount_minor", DAY_TEXT, "account_id", "currency", "category_id", "category__name",
        "category__is_essential", "payee_id", "payee__name",
    )  # fmt: skip
    yield from fields.iterator(chunk_size=CHUNK)
    splits = _splits_of(rows).values_list(
        "transaction_id", "position", "amount_minor", "category_id", "category__name", "category__is_essential"
    )
    for split in splits.iterator(chunk_size=CHUNK):
        yield ("split", *split)
    confirmed = _links(owner).filter(status=Transfer.Status.CONFIRMED)
    seen = confirmed.filter(Q(outgoing__booking_date__lt=end) | Q(incoming__booking_date__lt=end))
    for link in seen.values_list("outgoing_id", "incoming_id"):
        yield ("transfer", *link)


def _rows(owner: User, end: date) -> QuerySet[Transaction]:
    return visible_to(Transaction.objects.filter(booking_date__lt=end), owner)


def _links(owner: User) -> QuerySet[Transfer]:
    return visible_to(Transfer.objects.order_by("outgoing_id", "incoming_id"), owner)


def _confirmed_legs(owner: User) -> set[int]:
    pairs: Iterable[tuple[int, int]] = (
        _links(owner).filter(status=Transfer.Status.CONFIRMED).values_list("outgoing_id", "incoming_id")
    )
    return {pk for pair in pairs for pk in pair}


def _splits_of(rows: QuerySet[Transaction]) -> QuerySet[Split]:
    return Split.objects.filter(transaction__in=rows.order_by()).order_by("transaction_id", "position")


def _splits(rows: QuerySet[Transaction]) -> Shares:
    found: Shares = defaultdict(list)
    fields = _splits_of(rows).values_list(
        "transaction_id", "amount_minor", "category_id", "category__key", "category__name", "category__is_essential"
    )
    for txn, amount, category, key, name, need in fields.iterator(chunk_size=CHUNK):
        found[txn].append((amount, category, key or "", name or "", bool(need)))
    return dict(found)
