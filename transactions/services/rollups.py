"""Sums by month made from the rows by the database itself, for the months whose sums are older than their rows."""

from __future__ import annotations

from django.db import connection, transaction

from accounts.access import editable_by
from accounts.models import User
from transactions.models import CategoryRollup, LedgerAccount, MonthlyRollup, Split, StaleMonth, Transaction, Transfer
from transactions.services.bulk import table_of

AT_ONCE = 48
"""Stale months that an edit makes good by itself: four years of an account. What touches more, in steps, would make
the same months anew with every step; its end does it once."""


@transaction.atomic
def rollups_settle(*, owner: User, most: int | None = None) -> int:
    """Make the stale months of an owner good; how many there were. With `most`: nothing where there are more."""
    stale = StaleMonth.objects.filter(account__in=editable_by(LedgerAccount.objects.order_by(), owner)).order_by("pk")
    # Held before anything is read: whoever marks one of them meanwhile waits, and marks it again after us.
    held = list(stale.select_for_update().values_list("pk", flat=True)[: None if most is None else most + 1])
    if not held or (most is not None and len(held) > most):
        return 0
    which = owner.pk if connection.vendor == "sqlite" else held
    with connection.cursor() as cursor:
        for statement in (_forget(MonthlyRollup), _forget(CategoryRollup), _months(), _categories()):
            cursor.execute(statement, [which] * statement.count("%s"))
    (stale if connection.vendor == "sqlite" else StaleMonth.objects.filter(pk__in=held)).delete()
    # Of accounts that were deleted together with their rows.
    StaleMonth.objects.exclude(account__in=LedgerAccount.objects.order_by().values("pk")).delete()
    return len(held)


def rollup_refresh(*, account_id: int) -> int:
    """Make the stale months of an account's owner good; how many months the account has. Quiet when it is gone."""
    account = LedgerAccount.objects.select_related("owner").filter(pk=account_id).first()
    if account is None:
        return 0
    rollups_settle(owner=account.owner)
    return MonthlyRollup.objects.filter(account=account).count()


# Every name below is one of our own tables or columns; values travel as parameters.


def _stale() -> str:
    """On SQLite all of the owner's, as nobody else writes meanwhile; on PostgreSQL those that are held and no other:
    what is marked while we are at work has changed after we looked."""
    which = "id = ANY(%s)"
    if connection.vendor == "sqlite":
        which = f"account_id IN (SELECT id FROM {table_of(LedgerAccount)} WHERE owner_id = %s)"  # noqa: S608
    return f"(SELECT account_id, month FROM {table_of(StaleMonth)} WHERE {which}) AS stale"  # noqa: S608


def _forget(model: type[MonthlyRollup] | type[CategoryRollup]) -> str:
    table = table_of(model)
    same = f"stale.account_id = {table}.account_id AND stale.month = {table}.month"
    return f"DELETE FROM {table} WHERE EXISTS (SELECT 1 FROM {_stale()} WHERE {same})"  # noqa: S608


def _rows() -> str:
    """Stale months with their rows, month by month over the index of the account's days."""
    return f"{_stale()} CROSS JOIN {table_of(Transaction)} AS booked"


def _inside() -> str:
    end = "date(stale.month, '+1 month')" if connection.vendor == "sqlite" else "stale.month + interval '1 month'"
    return (
        "booked.account_id = stale.account_id AND booked.booking_date >= stale.month "
        f"AND booked.booking_date < {end}"
    )  # fmt: skip


def _is_leg() -> str:
    sides = (
        f"EXISTS (SELECT 1 FROM {table_of(Transfer)} AS link WHERE link.{side} = booked.id "  # noqa: S608
        "AND link.status = 'confirmed' AND link.owner_id = booked.owner_id)"
        for side in ("outgoing_id", "incoming_id")
    )
    return f"({' OR '.join(sides)})"


def _sum(amount: str, condition: str) -> str:
    return f"SUM(CASE WHEN {amount} {condition} THEN {amount} ELSE 0 END)"


def _months() -> str:
    conditions = ("> 0", "< 0", f"> 0 AND {_is_leg()}", f"< 0 AND {_is_leg()}")
    sums = ", ".join(_sum("booked.amount_minor", condition) for condition in conditions)
    return (
        f"INSERT INTO {table_of(MonthlyRollup)} (account_id, month, inflow_minor, outflow_minor, "  # noqa: S608
        f"transfers_in_minor, transfers_out_minor, count) SELECT stale.account_id, stale.month, {sums}, COUNT(*) "
        f"FROM {_rows()} WHERE {_inside()} GROUP BY stale.account_id, stale.month"
    )


def _categories() -> str:
    """Whole rows by their own category, split ones by that of each share."""
    counted = f"{_inside()} AND NOT {_is_leg()}"
    shares = f"{table_of(Split)} AS share"
    whole = (
        f"SELECT stale.account_id, stale.month, booked.category_id, booked.amount_minor AS amount FROM {_rows()} "  # noqa: S608
        f"WHERE {counted} AND NOT EXISTS (SELECT 1 FROM {shares} WHERE share.transaction_id = booked.id)"
    )
    split = (
        f"SELECT stale.account_id, stale.month, share.category_id, share.amount_minor AS amount FROM {_rows()} "  # noqa: S608
        f"CROSS JOIN {shares} WHERE {counted} AND share.transaction_id = booked.id"
    )
    return (
        f"INSERT INTO {table_of(CategoryRollup)} (account_id, month, category_id, income_minor, expense_minor, "  # noqa: S608
        f"count) SELECT account_id, month, category_id, {_sum('amount', '> 0')}, {_sum('amount', '< 0')}, COUNT(*) "
        f"FROM ({whole} UNION ALL {split}) AS found GROUP BY account_id, month, category_id"
    )
