"""A full rebuild of all sums by month, row by row and in Python, to hold the stored ones against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from accounts.models import User
from transactions.models import CategoryRollup, LedgerAccount, MonthlyRollup, Split, StaleMonth, Transaction, Transfer

CHUNK = 5000
Place = tuple[str, int, date]
"""("sums" or "sums by category", account, first of month)"""
Sums = list[tuple[int | None, ...]]


def rollups_differing(*, owner: User) -> dict[Place, tuple[Sums, Sums]]:
    """(stored, expected) where they are not the same, months that are marked as stale left out."""
    accounts = LedgerAccount.objects.filter(owner=owner).order_by()
    mine = set(accounts.values_list("pk", flat=True))
    stored, expected = _stored(mine), _expected(owner, mine)
    stale = set(StaleMonth.objects.filter(account__in=accounts).values_list("account_id", "month"))
    return {
        place: (stored.get(place, []), expected.get(place, []))
        for place in stored.keys() | expected.keys()
        if place[1:] not in stale and stored.get(place) != expected.get(place)
    }


def _stored(accounts: set[int]) -> dict[Place, Sums]:
    found: dict[Place, Sums] = defaultdict(list)
    months = MonthlyRollup.objects.filter(account__in=accounts).order_by()
    for account, month, *sums in months.values_list(
        "account_id", "month", "inflow_minor", "outflow_minor", "transfers_in_minor", "transfers_out_minor", "count"
    ):
        found["sums", account, month].append(tuple(sums))
    categories = CategoryRollup.objects.filter(account__in=accounts).order_by()
    for account, month, *values in categories.values_list(
        "account_id", "month", "category_id", "income_minor", "expense_minor", "count"
    ):
        found["sums by category", account, month].append(tuple(values))
    return {place: _in_order(rows) for place, rows in found.items()}


def _expected(owner: User, accounts: set[int]) -> dict[Place, Sums]:
    links = Transfer.objects.filter(owner=owner, status=Transfer.Status.CONFIRMED)
    legs = {side for pair in links.values_list("outgoing_id", "incoming_id") for side in pair}
    shares: dict[int, list[tuple[int | None, int]]] = defaultdict(list)
    for txn, category, amount in Split.objects.filter(transaction__account__in=accounts).values_list(
        "transaction_id", "category_id", "amount_minor"
    ):
        shares[txn].append((category, amount))
    months: dict[tuple[int, date], list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    categories: dict[tuple[int, date], dict[int | None, list[int]]] = defaultdict(dict)
    rows = Transaction.objects.filter(account__in=accounts).order_by()
    fields = ("pk", "owner_id", "account_id", "booking_date", "amount_minor", "category_id")
    for pk, whose, account, day, amount, category in rows.values_list(*fields).iterator(chunk_size=CHUNK):
        place, is_leg = (account, day.replace(day=1)), pk in legs and whose == owner.pk
        _add(months[place], amount, is_leg=is_leg)
        for name, part in () if is_leg else shares.get(pk) or [(category, amount)]:
            sums = categories[place].setdefault(name, [0, 0, 0])
            sums[0] += max(part, 0)
            sums[1] += min(part, 0)
            sums[2] += 1
    found: dict[Place, Sums] = {("sums", *place): [tuple(sums)] for place, sums in months.items()}
    for place, by_name in categories.items():
        found["sums by category", *place] = _in_order((name, *sums) for name, sums in by_name.items())
    return found


def _add(sums: list[int], amount: int, *, is_leg: bool) -> None:
    side = 0 if amount > 0 else 1
    sums[side] += amount
    if is_leg:
        sums[2 + side] += amount
    sums[4] += 1


def _in_order(rows: Iterable[tuple[int | None, ...]]) -> Sums:
    return sorted(rows, key=lambda row: [-1 if value is None else value for value in row])
