"""Transfers that the file itself names: rows that say which own account the money went to or came from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.account_matching import same_number
from transactions.models import LedgerAccount, Transaction, Transfer
from transactions.services.import_lines import ImportLine

MOST = timedelta(days=5)
REASON = "The file names the account on the other side."


def link_declared(*, owner: User, new: Mapping[int, ImportLine]) -> int:
    """Confirm a transfer for each new row that names another own account on which the opposite row stands; returns
    how many. Each row is a side of one transfer at most; of several the nearest day counts."""
    named = {pk: line.transfer_to for pk, line in new.items() if line.transfer_to and line.amount_minor}
    if not named:
        return 0
    accounts = list(editable_by(LedgerAccount.objects.all(), owner))
    taken: set[int] = set()
    links: list[Transfer] = []
    txns = Transaction.objects.in_bulk(named)
    for pk in sorted(named, key=lambda each: (txns[each].booking_date, each)):
        target = _account_named(accounts, named[pk], txns[pk].account_id)
        other = _other_side(owner, txns[pk], target, taken, named) if target and pk not in taken else None
        if other is None:
            continue
        taken |= {pk, other.pk}
        out, into = (pk, other.pk) if txns[pk].amount_minor < 0 else (other.pk, pk)
        links.append(
            Transfer(owner=owner, outgoing_id=out, incoming_id=into, status=Transfer.Status.CONFIRMED, reason=REASON)
        )
    Transfer.objects.bulk_create(links, batch_size=500)
    return len(links)


def _account_named(accounts: list[LedgerAccount], named: str, own: int) -> LedgerAccount | None:
    others = [account for account in accounts if account.pk != own]
    exact = [account for account in others if account.name.casefold() == named.strip().casefold()]
    found = exact or [account for account in others if same_number(account.external_ref, named)]
    return found[0] if len(found) == 1 else None


def _other_side(
    owner: User, txn: Transaction, target: LedgerAccount, taken: set[int], named: Mapping[int, str]
) -> Transaction | None:
    """The nearest opposite row on the other account; in another currency only one that names this account back."""
    linked = editable_by(Transfer.objects.filter(status=Transfer.Status.CONFIRMED), owner)
    rows = (
        Transaction.objects.filter(
            account=target,
            booking_date__gte=txn.booking_date - MOST,
            booking_date__lte=txn.booking_date + MOST,
        )
        .exclude(pk__in=linked.values("outgoing_id"))
        .exclude(pk__in=linked.values("incoming_id"))
    )
    if target.currency == txn.currency:
        rows = rows.filter(amount_minor=-txn.amount_minor)
    else:
        rows = rows.filter(amount_minor__gt=0) if txn.amount_minor < 0 else rows.filter(amount_minor__lt=0)
    free = [row for row in rows if row.pk not in taken and (target.currency == txn.currency or row.pk in named)]
    return min(free, key=lambda row: (abs(row.booking_date - txn.booking_date), row.pk), default=None)
