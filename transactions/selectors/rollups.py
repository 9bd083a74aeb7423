"""Which months' stored sums may be used, and the time that is left to be read row by row.

A month costs the same whatever lies behind it, because whole months are read as one row an account, or one a category.
Stale months, pieces of months, and accounts whose rows are converted day by day are read as rows.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet, Sum

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.period import add_months
from transactions.models import LedgerAccount, MonthlyRollup, StaleMonth, Transaction

MOST_STALE = 100
"""With more stale months than this, everything is read as rows: after an upgrade, until the sums are made."""
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Cover:
    """A time cut in two. `stored`: holds for the sums that may be used; `rows`: holds for the rows that are not in
    them, None where there are none. Both are conditions on tables that have `account`."""

    stored: Q | None
    rows: Q | None


def stale_months(*, owner: User) -> list[tuple[int, date]]:
    """(account, first of month) of the owner's stale months, at most one more than MOST_STALE."""
    mine = StaleMonth.objects.filter(account__in=visible_to(LedgerAccount.objects.order_by(), owner))
    return list(mine.order_by("account_id", "month").values_list("account_id", "month")[: MOST_STALE + 1])


def cover_of(
    accounts: Collection[int],
    start: date | None,
    end: date | None,
    stale: Collection[tuple[int, date]],
) -> Cover:
    """Of these accounts from `start` up to `end`, both included; None leaves a side open."""
    inside = Q(account__in=accounts)
    whole = _days("booking_date", start, end)
    if len(stale) > MOST_STALE:
        return Cover(None, inside & whole)
    first = None if start is None else start if start.day == 1 else add_months(start.replace(day=1), 1)
    behind = None if end is None else (end + timedelta(days=1)).replace(day=1) if end < LAST else None
    if first is not None and behind is not None and first >= behind:
        return Cover(None, inside & whole)
    months = _days("month", first, None if behind is None else behind - timedelta(days=1))
    pieces = [_days("booking_date", start, first - timedelta(days=1))] if first is not None and first != start else []
    if end is not None and behind is not None and end >= behind:
        pieces.append(_days("booking_date", behind, end))
    rows = [inside & piece for piece in pieces]
    unsound = Q()
    for account, month in stale:
        if account in accounts and (first is None or month >= first) and (behind is None or month < behind):
            unsound |= Q(account=account, month=month)
            rows.append(Q(account=account, booking_date__range=(month, add_months(month, 1) - timedelta(days=1))))
    condition = Q()
    for row in rows:
        condition |= row
    # The bounds of all of it let the database begin at the index of days.
    return Cover(inside & months & ~unsound if unsound else inside & months, condition & whole if rows else None)


def _days(name: str, start: date | None, end: date | None) -> Q:
    found = Q()
    if start is not None:
        found &= Q(**{f"{name}__gte": start})
    return found if end is None else found & Q(**{f"{name}__lte": end})


def moved_before(*, owner: User, day: date) -> dict[int, int]:
    """Account id -> the sum of all its rows booked before `day`, in minor units."""
    accounts = list(visible_to(LedgerAccount.objects.order_by(), owner).values_list("pk", flat=True))
    end = day - timedelta(days=1) if day > FIRST else FIRST
    cover = cover_of(accounts, None, end, stale_months(owner=owner))
    found = dict.fromkeys(accounts, 0)
    for pk, total in _moved(owner, cover):
        found[pk] += total
    return found


def _moved(owner: User, cover: Cover) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    if cover.stored is not None:
        sums = MonthlyRollup.objects.filter(cover.stored).order_by().values_list("account_id")
        parts += sums.annotate(total=Sum(F("inflow_minor") + F("outflow_minor")))
    if cover.rows is not None:
        rows = visible_to(Transaction.objects.filter(cover.rows), owner).order_by().values_list("account_id")
        parts += rows.annotate(total=Sum("amount_minor"))
    return parts


def rows_of(cover: Cover, owner: User) -> QuerySet[Transaction] | None:
    """The rows that have to be read; None where there are none."""
    return None if cover.rows is None else visible_to(Transaction.objects.filter(cover.rows), owner)
