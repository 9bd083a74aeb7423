"""Transactions by hand: entered, changed, split, removed. Imports have their own door."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TypedDict

from django.db.models import F

from accounts.access import get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.money import from_minor, to_text
from transactions.ledger.splits import split_difference
from transactions.models import Category, ChangeSet, LedgerAccount, Payee, Split, Transaction
from transactions.services.given import field_error, minor, own, own_or_none
from transactions.services.history import ledger_change, words_for
from transactions.services.news import announce_change
from transactions.services.tags import tags_set
from transactions.services.transfers import transfers_recheck

Kind = ChangeSet.Kind
LOCKED = "This row is reconciled with a bank statement. Say that you want to change it all the same."
FROM_THE_BANK = "This text came from the bank and stays as it is. Write your own words into the note."
MOST_SPLITS = 100


class SplitGiven(TypedDict, total=False):
    """One share: `amount` signed like the transaction's, in units of its currency."""

    amount: Decimal
    category: int | None
    note: str


class TransactionGiven(TypedDict, total=False):
    """What a caller may set. `splits` replaces all shares; an empty list makes the transaction whole again."""

    account: int
    booking_date: date
    value_date: date | None
    amount: Decimal
    payee: int | None
    category: int | None
    counterparty: str
    description: str
    note: str
    status: str
    splits: Sequence[SplitGiven]
    tags: Sequence[str]


def transaction_create(*, owner: User, given: TransactionGiven, actor: User | None = None) -> Transaction:
    """`account`, `booking_date` and `amount` are needed. DomainError names the field that is wrong."""
    with ledger_change(owner=owner, kind=Kind.CREATE, actor=actor) as change:
        account = own(LedgerAccount.objects.all(), owner, given["account"], "account")
        txn = Transaction(owner=owner, account=account, currency=account.currency)
        txn.amount_minor = minor(given["amount"], account.currency)
        txn.booking_date = given["booking_date"]
        _set_texts(txn, given)
        _set_meaning(txn, owner, given)
        txn.save()
        _set_splits(txn, owner, given)
        if "tags" in given:
            tags_set(owner=owner, txn=txn, names=given["tags"])
        change.created([txn.pk])
        change.says(f"Entered {row_words(txn)}")
        announce_change(owner)
    return txn


def transaction_update(
    *,
    owner: User,
    transaction_id: int,
    changes: TransactionGiven,
    unlock: bool = False,
    actor: User | None = None,
) -> Transaction:
    """Change what is named in `changes`; the revision counts up. What the bank wrote cannot be changed, and a
    reconciled row moves only with `unlock`."""
    kind = Kind.SPLIT if set(changes) == {"splits"} else Kind.EDIT
    with ledger_change(owner=owner, kind=kind, actor=actor) as change:
        txn = get_editable(Transaction.objects.select_for_update(no_key=True), owner, transaction_id)
        change.watch([txn.pk])
        movement = _movement(txn)
        was_reconciled = txn.status == Transaction.Status.RECONCILED
        _set_movement(txn, owner, changes)
        _set_texts(txn, changes)
        if was_reconciled and not unlock and _movement(txn) != movement:
            raise locked()
        _set_meaning(txn, owner, changes)
        txn.revision = F("revision") + 1
        txn.save()
        txn.refresh_from_db()
        _set_splits(txn, owner, changes)
        if "tags" in changes:
            tags_set(owner=owner, txn=txn, names=changes["tags"])
        transfers_recheck(txn)
        change.says(f"Changed {row_words(txn)}")
        announce_change(owner)
    return txn


def transaction_duplicate(
    *, owner: User, transaction_id: int, booking_date: date | None = None, actor: User | None = None
) -> Transaction:
    """The same once more, on its own day or another: words, shares and tags, but no bank line, transfer or file."""
    with ledger_change(owner=owner, kind=Kind.CREATE, actor=actor):
        txn = get_editable(Transaction.objects.all(), owner, transaction_id)
        given: TransactionGiven = {
            "account": txn.account_id,
            "booking_date": booking_date or txn.booking_date,
            "amount": txn.amount,
            "payee": txn.payee_id,
            "category": txn.category_id,
            "counterparty": txn.counterparty,
            "description": txn.description,
            "note": txn.note,
            "splits": [
                {"amount": from_minor(one.amount_minor, txn.currency), "category": one.category_id, "note": one.note}
                for one in txn.splits.all()
            ],
            "tags": list(txn.tags.values_list("name", flat=True)),
        }
        return transaction_create(owner=owner, given=given, actor=actor)


def transaction_delete(*, owner: User, transaction_id: int, unlock: bool = False, actor: User | None = None) -> None:
    """Remove it; it can be restored. The bank's line stays, so that importing the file again does not bring it
    back. A reconciled row goes only with `unlock`."""
    with ledger_change(owner=owner, kind=Kind.DELETE, actor=actor) as change:
        txn = get_editable(Transaction.objects.select_for_update(), owner, transaction_id)
        if txn.status == Transaction.Status.RECONCILED and not unlock:
            raise locked()
        change.watch([txn.pk], are_leaving=True)
        change.says(f"Deleted {row_words(txn)}")
        transfers_recheck(txn, is_leaving=True)
        txn.delete()
        announce_change(owner)


def locked() -> DomainError:
    return DomainError("reconciled", LOCKED, status=409)


def _movement(txn: Transaction) -> tuple[object, ...]:
    return txn.account_id, txn.amount_minor, txn.booking_date, txn.status


def row_words(txn: Transaction) -> str:
    """A row in a few words, such as "Corner Coffee, -3.20 EUR"."""
    payee = txn.payee.name if txn.payee else ""
    return words_for(payee or txn.counterparty or txn.description, txn.amount_minor, txn.currency)


def _set_movement(txn: Transaction, owner: User, given: TransactionGiven) -> None:
    if "account" in given:
        account = own(LedgerAccount.objects.all(), owner, given["account"], "account")
        if account.currency != txn.currency:
            raise field_error("account", f"That account is in {account.currency}, the transaction in {txn.currency}.")
        txn.account = account
    if "amount" in given:
        txn.amount_minor = minor(given["amount"], txn.currency)
    txn.booking_date = given.get("booking_date", txn.booking_date)


def _set_texts(txn: Transaction, given: TransactionGiven) -> None:
    counterparty = given.get("counterparty", txn.counterparty)
    description = given.get("description", txn.description)
    if txn.statement_line_id is not None:
        if counterparty != txn.counterparty:
            raise field_error("counterparty", FROM_THE_BANK)
        if description != txn.description:
            raise field_error("description", FROM_THE_BANK)
    txn.counterparty, txn.description = counterparty, description
    txn.note = given.get("note", txn.note)
    txn.status = given.get("status", txn.status)
    txn.value_date = given.get("value_date", txn.value_date)


def _set_meaning(txn: Transaction, owner: User, given: TransactionGiven) -> None:
    if "payee" in given:
        txn.payee = own_or_none(Payee.objects.all(), owner, given["payee"], "payee")
    if "category" not in given:
        return
    category = own_or_none(Category.objects.all(), owner, given["category"], "category")
    is_untouched_new = txn._state.adding and category is None  # noqa: SLF001 (Django's documented way to ask)
    txn.category = category
    # A category taken away by hand counts as the user's word too: rules do not put it back.
    txn.category_source = Transaction.CategorySource.NONE if is_untouched_new else Transaction.CategorySource.USER
    txn.category_reason = ""


def _set_splits(txn: Transaction, owner: User, given: TransactionGiven) -> None:
    if "splits" not in given:
        _check_splits(txn, list(txn.splits.values_list("amount_minor", flat=True)))
        return
    splits = [
        Split(
            transaction=txn,
            amount_minor=minor(split["amount"], txn.currency, f"splits.{position}.amount"),
            category=own_or_none(Category.objects.all(), owner, split.get("category"), f"splits.{position}.category"),
            note=split.get("note", ""),
            position=position,
        )
        for position, split in enumerate(given["splits"])
    ]
    _check_splits(txn, [split.amount_minor for split in splits])
    txn.splits.all().delete()
    Split.objects.bulk_create(splits)


def _check_splits(txn: Transaction, shares: list[int]) -> None:
    if not shares:
        return
    if len(shares) < 2:
        raise field_error("splits", "A split needs at least two shares; without splits the amount counts as a whole.")
    if len(shares) > MOST_SPLITS:
        raise field_error("splits", f"A transaction can be split into at most {MOST_SPLITS} shares.")
    difference = split_difference(txn.amount_minor, shares)
    if difference:
        amount, missing = to_text(txn.amount_minor, txn.currency), to_text(difference, txn.currency)
        together = to_text(txn.amount_minor - difference, txn.currency)
        raise field_error(
            "splits",
            f"The shares come to {together} {txn.currency}, the transaction to {amount} {txn.currency}: "
            f"{missing} {txn.currency} are left over.",
        )
