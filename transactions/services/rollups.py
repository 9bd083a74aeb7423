"""Monthly sums per account, kept for charts."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.db import transaction
from django.db.models import Count, Max, Q, Sum

from transactions.models import LedgerAccount, MonthlyRollup, Transaction

Sums = tuple[int, int, int]


@transaction.atomic
def rollup_refresh(*, account_id: int) -> int:
    """Recompute one account's months; returns how many there are. Idempotent; quiet when the account is gone."""
    account = LedgerAccount.objects.select_for_update(no_key=True).filter(pk=account_id).first()
    if account is None:
        return 0
    stamp = rollup_stamp(account)
    rows = [
        MonthlyRollup(
            account=account,
            month=month,
            inflow_minor=inflow,
            outflow_minor=outflow,
            closing_balance_minor=balance,
            count=count,
        )
        for month, (inflow, outflow, balance, count) in rollup_months(account).items()
    ]
    MonthlyRollup.objects.filter(account=account).exclude(month__in=[row.month for row in rows]).delete()
    MonthlyRollup.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["account", "month"],
        update_fields=["inflow_minor", "outflow_minor", "closing_balance_minor", "count"],
    )
    if stamp != account.rollup_stamp:
        LedgerAccount.objects.filter(pk=account.pk).update(rollup_stamp=stamp)
    return len(rows)


def rollup_stamp(account: LedgerAccount) -> str:
    """Names the state of an account's rows: any service's change of one of them gives another stamp. Sums that were
    made of another state are old, not wrong."""
    seen = Transaction.objects.filter(account=account).aggregate(
        count=Count("pk"), total=Sum("amount_minor"), revisions=Sum("revision"), latest=Max("updated_at")
    )
    latest = seen["latest"].timestamp() if seen["latest"] else 0
    return f"{account.opening_balance_minor}|{seen['count']}|{seen['total'] or 0}|{seen['revisions'] or 0}|{latest:.6f}"


def rollup_months(account: LedgerAccount) -> dict[date, tuple[int, int, int, int]]:
    """What the stored sums should be: (inflow, outflow, closing balance, count) by first of month, in minor units."""
    balance, found = account.opening_balance_minor, {}
    for month, (inflow, outflow, count) in sorted(_months(account).items()):
        balance += inflow + outflow
        found[month] = (inflow, outflow, balance, count)
    return found


def _months(account: LedgerAccount) -> dict[date, Sums]:
    """Inflow, outflow and count by first of month. Grouped by day in SQL and folded here, which is exact and quicker
    than truncating dates in SQLite."""
    days = (
        Transaction.objects.filter(account=account)
        .order_by()
        .values_list("booking_date")
        .annotate(
            inflow=Sum("amount_minor", filter=Q(amount_minor__gt=0), default=0),
            outflow=Sum("amount_minor", filter=Q(amount_minor__lt=0), default=0),
            count=Count("id"),
        )
    )
    months: dict[date, Sums] = defaultdict(lambda: (0, 0, 0))
    for day, inflow, outflow, count in days:
        before = months[day.replace(day=1)]
        months[day.replace(day=1)] = (before[0] + inflow, before[1] + outflow, before[2] + count)
    return months
