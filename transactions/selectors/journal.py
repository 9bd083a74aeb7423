"""An owner's ledger, read for the journals."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.journal_book import JournalAccount, JournalBook, JournalRow, JournalShare
from transactions.models import Category, LedgerAccount, Split, Transaction, TransactionTag, Transfer

CHUNK = 5000
DEEPEST = 20
FIELDS = (
    "pk", "account_id", "booking_date", "amount_minor", "payee__name", "counterparty", "description", "note", "status",
    "category_id",
)  # fmt: skip


def journal_book(*, owner: User) -> JournalBook:
    """Everything that is booked, in the order of days."""
    categories = _categories(owner)
    splits, tags, others = _splits(owner, categories), _tags(owner), _others(owner)
    rows = []
    found = visible_to(Transaction.objects.all(), owner).order_by("booking_date", "pk").values_list(*FIELDS)
    for pk, account, day, amount, payee, who, text, note, status, category in found.iterator(chunk_size=CHUNK):
        path, kind = categories.get(category, ((), ""))
        rows.append(
            JournalRow(
                id=pk,
                account_id=account,
                day=day,
                amount_minor=amount,
                payee=payee or who,
                text=text,
                note=note,
                is_pending=status == Transaction.Status.PENDING,
                tags=tuple(tags.get(pk, ())),
                shares=tuple(splits.get(pk, ())) or (JournalShare(amount, path, kind),),
                other=others.get(pk),
            )
        )
    return JournalBook(_accounts(owner, rows), rows)


def _accounts(owner: User, rows: list[JournalRow]) -> list[JournalAccount]:
    first: dict[int, Any] = {}
    for row in rows:
        first.setdefault(row.account_id, row.day)
    return [
        JournalAccount(
            account.pk,
            account.name,
            account.kind,
            account.currency,
            account.opening_balance_minor,
            account.opening_date or first.get(account.pk),
        )
        for account in visible_to(LedgerAccount.objects.order_by("position", "id"), owner)
    ]


def _categories(owner: User) -> dict[int | None, tuple[tuple[str, ...], str]]:
    """Path of names from the top, and kind, by id."""
    rows = {row.pk: row for row in visible_to(Category.objects.all(), owner)}
    found: dict[int | None, tuple[tuple[str, ...], str]] = {}
    for pk, row in rows.items():
        path, parent = [row.name], row.parent_id
        while parent in rows and len(path) < DEEPEST:
            path.append(rows[parent].name)
            parent = rows[parent].parent_id
        found[pk] = (tuple(reversed(path)), row.kind)
    return found


def _splits(owner: User, categories: dict[int | None, tuple[tuple[str, ...], str]]) -> dict[int, list[JournalShare]]:
    found: dict[int, list[JournalShare]] = defaultdict(list)
    mine = visible_to(Transaction.objects.all(), owner).order_by().values("pk")
    rows = Split.objects.filter(transaction__in=mine).order_by("transaction_id", "position")
    for pk, amount, category, note in rows.values_list("transaction_id", "amount_minor", "category_id", "note"):
        path, kind = categories.get(category, ((), ""))
        found[pk].append(JournalShare(amount, path, kind, note))
    return found


def _tags(owner: User) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    mine = visible_to(Transaction.objects.all(), owner).order_by().values("pk")
    for pk, name in TransactionTag.objects.filter(transaction__in=mine).values_list("transaction_id", "tag__name"):
        found[pk].append(name)
    return found


def _others(owner: User) -> dict[int, int]:
    found: dict[int, int] = {}
    links = visible_to(Transfer.objects.filter(status=Transfer.Status.CONFIRMED), owner).order_by()
    for out, into in links.values_list("outgoing_id", "incoming_id"):
        found[out], found[into] = into, out
    return found
