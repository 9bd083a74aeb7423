"""Bank accounts, cards, cash boxes: made, changed, removed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypedDict

from django.db import transaction
from django.db.models import Q

from accounts.access import get_editable
from accounts.models import User
from transactions.ledger.money import from_minor
from transactions.models import ChangeSet, LedgerAccount, StatementLine, Transaction, Transfer
from transactions.selectors.snapshots import chunks
from transactions.services.given import currency_code, field_error, minor, name_text
from transactions.services.history import ledger_change
from transactions.services.news import announce_change
from transactions.services.rules import rules_forget
from transactions.services.transfers import bump


class AccountChanges(TypedDict, total=False):
    """What may be changed; `opening_balance` in units of the account's (new) currency, negative = owed."""

    name: str
    kind: str
    currency: str
    opening_balance: Decimal
    opening_date: date | None
    position: int
    note: str
    is_archived: bool


@transaction.atomic
def account_create(
    *,
    owner: User,
    name: str,
    currency: str,
    kind: str = LedgerAccount.Kind.CHECKING,
    opening_balance: Decimal | None = None,
    external_ref: str = "",
    opening_date: date | None = None,
    position: int = 0,
    note: str = "",
    is_archived: bool = False,
) -> LedgerAccount:
    """A new account. An opening balance that is given, even zero, counts as known. The first account of an owner
    without a base currency sets it. DomainError for an unknown currency or an amount that does not fit it."""
    code = currency_code(currency)
    account = LedgerAccount.objects.create(
        owner=owner,
        name=name_text(name)[:120],
        kind=kind,
        currency=code,
        opening_balance_minor=0 if opening_balance is None else minor(opening_balance, code, "opening_balance"),
        has_known_opening=opening_balance is not None,
        external_ref=external_ref,
        opening_date=opening_date,
        position=position,
        note=note,
        is_archived=is_archived,
    )
    if User.objects.filter(pk=owner.pk, base_currency="").update(base_currency=code):
        owner.base_currency = code
    announce_change(owner)
    return account


def account_update(
    *, owner: User, account_id: int, changes: AccountChanges, actor: User | None = None
) -> LedgerAccount:
    """Change what is named in `changes`. The currency is fixed once there are rows in it."""
    with ledger_change(owner=owner, kind=ChangeSet.Kind.EDIT, actor=actor) as change:
        account = get_editable(LedgerAccount.objects.select_for_update(no_key=True), owner, account_id)
        change.watch_things(LedgerAccount, [account.pk])
        change.says(f"Changed the account {account.name}")
        _change_money(account, changes)
        if "name" in changes:
            account.name = name_text(changes["name"])[:120]
        account.kind = changes.get("kind", account.kind)
        account.opening_date = changes.get("opening_date", account.opening_date)
        account.position = changes.get("position", account.position)
        account.note = changes.get("note", account.note)
        account.is_archived = changes.get("is_archived", account.is_archived)
        account.save()
        announce_change(owner)
    return account


def _change_money(account: LedgerAccount, changes: AccountChanges) -> None:
    old = from_minor(account.opening_balance_minor, account.currency)
    code = currency_code(changes.get("currency", account.currency))
    if code != account.currency and _has_rows(account):
        raise field_error("currency", "The account has transactions in its currency; it cannot change any more.")
    if code == account.currency and "opening_balance" not in changes:
        return
    account.currency = code
    account.opening_balance_minor = minor(changes.get("opening_balance", old), code, "opening_balance")
    account.has_known_opening = account.has_known_opening or "opening_balance" in changes


def _has_rows(account: LedgerAccount) -> bool:
    return (
        Transaction.objects.filter(account=account).exists() or StatementLine.objects.filter(account=account).exists()
    )


def account_delete(*, owner: User, account_id: int, actor: User | None = None) -> None:
    """Remove the account with everything on it, for good. Rows of other accounts that were linked to it count again,
    and rules lose it."""
    with ledger_change(owner=owner, kind=ChangeSet.Kind.ACCOUNT, actor=actor) as change:
        account = get_editable(LedgerAccount.objects.select_for_update(), owner, account_id)
        count = Transaction.objects.filter(account=account).count()
        linked = Q(transfers_out__incoming__account=account) | Q(transfers_in__outgoing__account=account)
        ids = set(Transaction.objects.filter(linked).exclude(account=account).values_list("pk", flat=True))
        for chunk in chunks(ids):
            change.watch(chunk, alone=True)
            Transfer.objects.filter(Q(outgoing__in=chunk, incoming__account=account)).delete()
            Transfer.objects.filter(Q(incoming__in=chunk, outgoing__account=account)).delete()
            bump(chunk)
        rules_forget(change, name="account", pk=account.pk)
        change.says(f"Deleted the account {account.name} with {'one row' if count == 1 else f'{count} rows'}")
        change.counts(count)
        account.delete()
        announce_change(owner)
