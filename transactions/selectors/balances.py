"""What stood on accounts and when, exact in each account's own currency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import Sum

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.balance_series import BalanceSeries
from transactions.models import LedgerAccount, Transaction


def balance_series(*, owner: User, accounts: Sequence[LedgerAccount]) -> dict[int, BalanceSeries]:
    """By account id; one query for all of them."""
    rows = visible_to(Transaction.objects.filter(account__in=[account.pk for account in accounts]), owner)
    moved: dict[int, list[tuple[date, int]]] = defaultdict(list)
    grouped = rows.order_by().values_list("account_id", "booking_date").annotate(total=Sum("amount_minor"))
    for account_id, day, total in grouped.iterator(chunk_size=5000):
        moved[account_id].append((day, total))
    return {
        account.pk: BalanceSeries.of(account.opening_balance_minor, account.opening_date, moved[account.pk])
        for account in accounts
    }
