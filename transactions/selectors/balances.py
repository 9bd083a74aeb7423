"""What stood on accounts and when, exact in each account's own currency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.balance_series import BalanceSeries
from transactions.ledger.period import add_months
from transactions.models import LedgerAccount, MonthlyRollup, Transaction
from transactions.selectors.rollups import MOST_STALE, stale_months

Moved = dict[int, list[tuple[date, int]]]


def balance_series(
    *, owner: User, accounts: Sequence[LedgerAccount], days: Collection[date]
) -> dict[int, BalanceSeries]:
    """By account id, to be asked for these days and for none before the first of them. Months inside which nothing is
    asked for come from stored sums; the number of queries is the same for all accounts and times."""
    ids = [account.pk for account in accounts]
    first_days = dict(
        LedgerAccount.objects.filter(pk__in=ids)
        .annotate(first=Subquery(_rows(owner).filter(account=OuterRef("pk")).order_by("booking_date")
                                 .values("booking_date")[:1]))
        .values_list("pk", "first")
    )  # fmt: skip
    moved = _moved(owner, ids, days)
    return {
        account.pk: BalanceSeries.of(
            account.opening_balance_minor, account.opening_date or first_days.get(account.pk), moved[account.pk]
        )
        for account in accounts
    }


def _moved(owner: User, accounts: Collection[int], days: Collection[date]) -> Moved:
    moved: Moved = defaultdict(list)
    stale = [one for one in stale_months(owner=owner) if one[0] in accounts]
    if len(stale) > MOST_STALE:
        _add_rows(moved, owner, Q(account__in=accounts))
        return moved
    inside = sorted(day.replace(day=1) for day in days if (day + timedelta(days=1)).day != 1)
    by_day, by_month = Q(pk__in=[]), Q(account__in=accounts)
    if inside:
        begin, end = inside[0], add_months(inside[-1], 1)
        by_day = Q(account__in=accounts, booking_date__gte=begin, booking_date__lt=end)
        by_month &= Q(month__lt=begin) | Q(month__gte=end)
    for account, month in stale:
        by_day |= Q(account=account, booking_date__gte=month, booking_date__lt=add_months(month, 1))
        by_month &= ~Q(account=account, month=month)
    _add_months(moved, by_month, min(days).replace(day=1))
    if inside or stale:
        _add_rows(moved, owner, by_day)
    return moved


def _add_months(moved: Moved, condition: Q, begin: date) -> None:
    """What was before `begin` as one sum an account, every later month under its last day."""
    stored = MonthlyRollup.objects.filter(condition).order_by()
    total = Sum(F("inflow_minor") + F("outflow_minor"))
    for account, minor in stored.filter(month__lt=begin).values_list("account_id").annotate(total=total):
        moved[account].append((begin - timedelta(days=1), minor))
    fields = ("account_id", "month", "inflow_minor", "outflow_minor")
    for account, month, inflow, outflow in stored.filter(month__gte=begin).values_list(*fields):
        moved[account].append((add_months(month, 1) - timedelta(days=1), inflow + outflow))


def _add_rows(moved: Moved, owner: User, condition: Q) -> None:
    grouped = _rows(owner).filter(condition).order_by().values_list("account_id", "booking_date")
    for account, day, total in grouped.annotate(total=Sum("amount_minor")).iterator(chunk_size=5000):
        moved[account].append((day, total))


def _rows(owner: User) -> QuerySet[Transaction]:
    return visible_to(Transaction.objects.all(), owner)
