"""Transfers as one deed: both sides entered, changed or taken apart together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypedDict

from django.db.models import F
from django.utils import timezone

from accounts.access import get_editable
from accounts.models import User
from transactions.ledger.money import to_text
from transactions.models import ChangeSet, LedgerAccount, Transaction, Transfer
from transactions.services.given import field_error, minor, own
from transactions.services.history import ledger_change, words_for
from transactions.services.news import announce_change
from transactions.services.transactions import locked, transaction_create, transaction_delete
from transactions.services.transfers import bump, transfer_create

Kind = ChangeSet.Kind


class TransferChanges(TypedDict, total=False):
    """What may change of both sides. Amounts without sign, each in its own account's currency."""

    amount: Decimal
    to_amount: Decimal
    booking_date: date
    note: str


def transfer_enter(
    *,
    owner: User,
    from_account: int,
    to_account: int,
    amount: Decimal,
    booking_date: date,
    to_amount: Decimal | None = None,
    note: str = "",
    actor: User | None = None,
) -> Transfer:
    """Both sides and their link. `amount` leaves, `to_amount` arrives; between two currencies it has to be said."""
    source = own(LedgerAccount.objects.all(), owner, from_account, "from_account")
    target = own(LedgerAccount.objects.all(), owner, to_account, "to_account")
    if source.pk == target.pk:
        raise field_error("to_account", "Choose another account than the one the money leaves.")
    leaving = _positive(amount, source.currency, "amount")
    arriving = _arriving(source, target, amount, to_amount)
    summary = f"Entered a transfer from {source.name} to {target.name}, {words_for('', leaving, source.currency)}"
    with ledger_change(owner=owner, kind=Kind.TRANSFER, summary=summary, actor=actor):
        out, into = (
            transaction_create(
                owner=owner,
                given={"account": account.pk, "amount": signed, "booking_date": booking_date, "note": note},
                actor=actor,
            )
            for account, signed in ((source, -amount), (target, arriving))
        )
        return transfer_create(owner=owner, outgoing=out.pk, incoming=into.pk, actor=actor)


def _arriving(source: LedgerAccount, target: LedgerAccount, amount: Decimal, to_amount: Decimal | None) -> Decimal:
    if source.currency != target.currency:
        if to_amount is None:
            raise field_error("to_amount", f"Say how much arrives in {target.currency}.")
        _positive(to_amount, target.currency, "to_amount")
        return to_amount
    if to_amount is not None and to_amount != amount:
        raise field_error("to_amount", "Within one currency the same amount leaves and arrives. Enter a fee as a row.")
    return amount


def _positive(amount: Decimal, currency: str, field: str) -> int:
    found = minor(amount, currency, field)
    if found <= 0:
        raise field_error(field, "Write the amount without a sign; it must be more than zero.")
    return found


def transfer_update(
    *, owner: User, transfer_id: int, changes: TransferChanges, unlock: bool = False, actor: User | None = None
) -> Transfer:
    """Change both sides at once. Between two currencies each amount changes for itself."""
    with ledger_change(owner=owner, kind=Kind.TRANSFER, summary="Changed a transfer", actor=actor) as change:
        link = get_editable(Transfer.objects.select_for_update(no_key=True), owner, transfer_id)
        ids = [link.outgoing_id, link.incoming_id]
        rows = Transaction.objects.select_for_update(no_key=True).in_bulk(ids)
        out, into = rows[link.outgoing_id], rows[link.incoming_id]
        change.watch(ids)
        amounts = _amounts(out, into, changes)
        for txn, amount in zip((out, into), amounts, strict=True):
            _move(txn, amount, changes.get("booking_date", txn.booking_date), unlock=unlock)
            txn.note = changes.get("note", txn.note)
            txn.save()
        announce_change(owner)
    return link


def _amounts(out: Transaction, into: Transaction, changes: TransferChanges) -> tuple[int, int]:
    """Signed minor units of the two sides after the change."""
    leaving, arriving = -out.amount_minor, into.amount_minor
    if "amount" in changes:
        leaving = _positive(changes["amount"], out.currency, "amount")
    if "to_amount" in changes:
        arriving = _positive(changes["to_amount"], into.currency, "to_amount")
    if out.currency == into.currency and "amount" in changes:
        if "to_amount" in changes and arriving != leaving:
            raise field_error("to_amount", "Within one currency the same amount leaves and arrives.")
        arriving = leaving
    if out.currency == into.currency and leaving != arriving:
        raise field_error("to_amount", "Within one currency the same amount leaves and arrives. Change `amount`.")
    return -leaving, arriving


def _move(txn: Transaction, amount: int, day: date, *, unlock: bool) -> None:
    is_moved = (amount, day) != (txn.amount_minor, txn.booking_date)
    if is_moved and txn.status == Transaction.Status.RECONCILED and not unlock:
        raise locked()
    if amount != txn.amount_minor and txn.splits.exists():
        shown = to_text(txn.amount_minor, txn.currency)
        raise field_error("amount", f"The row of {shown} {txn.currency} is split. Change it there.")
    txn.amount_minor, txn.booking_date = amount, day
    txn.revision = F("revision") + 1
    txn.updated_at = timezone.now()


def transfer_delete(
    *, owner: User, transfer_id: int, with_rows: bool = False, unlock: bool = False, actor: User | None = None
) -> None:
    """Unlink the two rows, which count again, or delete them too."""
    summary = "Deleted a transfer" if with_rows else "Unlinked a transfer"
    with ledger_change(owner=owner, kind=Kind.TRANSFER, summary=summary, actor=actor) as change:
        link = get_editable(Transfer.objects.select_for_update(), owner, transfer_id)
        ids = [link.outgoing_id, link.incoming_id]
        if with_rows:
            for pk in ids:
                transaction_delete(owner=owner, transaction_id=pk, unlock=unlock, actor=actor)
            return
        change.watch(ids)
        link.delete()
        bump(ids)
        announce_change(owner)
