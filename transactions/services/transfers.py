"""Transfers between own accounts: found after an import, confirmed or refused by the user."""

from __future__ import annotations

from collections.abc import Collection, Set
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Max, Min, Q, QuerySet
from django.db.models.functions import Substr
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.matching import MOST, Leg, OwnAccount
from transactions.ledger.transfer_proposals import propose_transfers
from transactions.models import ChangeSet, LedgerAccount, Transaction, Transfer
from transactions.services.given import field_error, own
from transactions.services.history import ledger_change
from transactions.services.news import announce_change

CHUNK = 500
LINKED = "Linked two rows as a transfer"
REFUSED = "Said that two rows are no transfer"
FEW = 400  # sizes that are named in the query
LONGEST_REASON, LONGEST_TEXT = 200, 300


def transfer_create(*, owner: User, outgoing: int, incoming: int, actor: User | None = None) -> Transfer:
    """Link two transactions as one movement; a pair that was suggested or refused before becomes confirmed."""
    with ledger_change(owner=owner, kind=ChangeSet.Kind.TRANSFER, summary=LINKED, actor=actor) as change:
        out = own(Transaction.objects.select_for_update(no_key=True), owner, outgoing, "outgoing")
        into = own(Transaction.objects.select_for_update(no_key=True), owner, incoming, "incoming")
        _check_pair(out, into)
        change.watch([out.pk, into.pk])
        link, _ = Transfer.objects.get_or_create(owner=owner, outgoing=out, incoming=into)
        return _confirm(owner, link)


def transfer_confirm(*, owner: User, transfer_id: int, actor: User | None = None) -> Transfer:
    with ledger_change(owner=owner, kind=ChangeSet.Kind.TRANSFER, summary=LINKED, actor=actor) as change:
        link = get_editable(Transfer.objects.select_for_update(no_key=True), owner, transfer_id)
        change.watch([link.outgoing_id, link.incoming_id])
        return _confirm(owner, link)


def transfer_refuse(*, owner: User, transfer_id: int, actor: User | None = None) -> Transfer:
    """The two are no transfer. The link is kept as refused, so that it is never proposed again."""
    with ledger_change(owner=owner, kind=ChangeSet.Kind.TRANSFER, summary=REFUSED, actor=actor) as change:
        link = get_editable(Transfer.objects.select_for_update(no_key=True), owner, transfer_id)
        change.watch([link.outgoing_id, link.incoming_id])
        return _settle(owner, link, Transfer.Status.REFUSED)


def _check_pair(out: Transaction, into: Transaction) -> None:
    if out.account_id == into.account_id:
        raise field_error("incoming", "A transfer goes between two accounts; both rows are on the same one.")
    if out.amount_minor >= 0:
        raise field_error("outgoing", "This row is not money leaving an account.")
    if into.amount_minor <= 0:
        raise field_error("incoming", "This row is not money coming into an account.")
    if out.currency == into.currency and out.amount_minor != -into.amount_minor:
        raise field_error("incoming", "The two amounts are not opposite.")


def _confirm(owner: User, link: Transfer) -> Transfer:
    try:
        with transaction.atomic():
            return _settle(owner, link, Transfer.Status.CONFIRMED)
    except IntegrityError:
        raise DomainError(
            "already_linked", "One of the two is already linked to another transaction. Refuse that link first."
        ) from None


def _settle(owner: User, link: Transfer, status: Transfer.Status) -> Transfer:
    link.status = status
    link.save(update_fields=["status"])
    bump([link.outgoing_id, link.incoming_id])
    announce_change(owner)
    return link


def bump(ids: Collection[int]) -> None:
    """These rows count as changed."""
    Transaction.objects.filter(pk__in=ids).update(revision=F("revision") + 1, updated_at=timezone.now())


def transfers_recheck(txn: Transaction, *, is_leaving: bool = False) -> None:
    """Undo links of a changed transaction that no longer hold; the other side counts as changed too.

    `is_leaving`: the transaction is about to be deleted, so no link of it holds.
    """
    for link in Transfer.objects.select_related("outgoing", "incoming").filter(Q(outgoing=txn) | Q(incoming=txn)):
        out, into = link.outgoing, link.incoming
        holds = (
            not is_leaving
            and out.account_id != into.account_id
            and out.amount_minor < 0 < into.amount_minor
            and (out.currency != into.currency or out.amount_minor == -into.amount_minor)
        )
        if not holds:
            bump([out.pk if into.pk == txn.pk else into.pk])
            link.delete()


def transfers_find(*, owner: User, new_ids: Collection[int], sizes: Set[tuple[str, int]] | None = None) -> int:
    """Look for transfers that new rows are a side of; returns how many links were made. `sizes`, where they are known:
    the currencies and absolute amounts of which there may be one between accounts of one currency.

    Certain ones are confirmed, the others suggested, each with how sure it is and why. Rows that are linked already
    are no candidates, and pairs the user refused are never proposed again. Revisions stay: the rows themselves do not
    change.
    """
    new = new_ids if isinstance(new_ids, range) else set(new_ids)
    legs = _legs(owner, new, sizes)
    if not legs:
        return 0
    known = editable_by(Transfer.objects.all(), owner)
    accounts = {
        account.pk: OwnAccount(account.name, account.external_ref, account.kind, tuple(account.other_refs))
        for account in editable_by(LedgerAccount.objects.all(), owner)
    }
    proposals = propose_transfers(legs, accounts, frozenset(known.values_list("outgoing_id", "incoming_id")))
    links = [
        Transfer(
            owner=owner,
            outgoing_id=each.outgoing.transaction_id,
            incoming_id=each.incoming.transaction_id,
            status=Transfer.Status.CONFIRMED if each.is_certain else Transfer.Status.SUGGESTED,
            confidence=each.confidence,
            reason=each.reason[:LONGEST_REASON],
        )
        for each in proposals
    ]
    Transfer.objects.bulk_create(links, batch_size=CHUNK)
    return len(links)


def _legs(owner: User, new: Collection[int], sizes: Set[tuple[str, int]] | None) -> list[Leg]:
    """The new rows and what lies around them unlinked, with the bank's words and the other side that a file names."""
    rows = editable_by(Transaction.objects.all(), owner)
    currencies = list(editable_by(LedgerAccount.objects.order_by(), owner).values_list("currency", flat=True))
    if not new or len(currencies) < 2:
        return []
    if len(set(currencies)) > 1:
        sizes = None  # the two sides of a conversion have different sizes
    if sizes is not None and not sizes:
        return []
    span = _span(rows, new)
    if span is None:
        return []
    first, last = span
    linked = editable_by(Transfer.objects.filter(status=Transfer.Status.CONFIRMED), owner)
    free = (
        rows.filter(booking_date__gte=first - MOST, booking_date__lt=last + MOST + timedelta(days=1))
        .exclude(pk__in=linked.values("outgoing_id"))
        .exclude(pk__in=linked.values("incoming_id"))
        .order_by("booking_date", "id")
    )
    if sizes is not None and len(sizes) <= FEW:
        free = free.filter(amount_minor__in=[sign * size for _, size in sizes for sign in (1, -1)])
    fields = free.values_list(
        "pk", "account_id", "booking_date", "amount_minor", "currency", "counterparty",
        Substr("description", 1, LONGEST_TEXT), "statement_line__extras__transfer_to",
    )  # fmt: skip
    return [
        Leg(pk, account, day, amount, currency, pk in new, f"{who} {text}", declared or "")
        for pk, account, day, amount, currency, who, text, declared in fields.iterator(chunk_size=5000)
        if sizes is None or (currency, abs(amount)) in sizes
    ]


def _span(rows: QuerySet[Transaction], new: Collection[int]) -> tuple[date, date] | None:
    found = rows.filter(pk__gte=min(new), pk__lte=max(new)).aggregate(
        first=Min("booking_date"), last=Max("booking_date")
    )
    return None if found["first"] is None else (found["first"], found["last"])
