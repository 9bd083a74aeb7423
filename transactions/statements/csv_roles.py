"""What the columns beside dates and money hold: currency, account, status, names and texts."""

from __future__ import annotations

from collections.abc import Sequence

from transactions.statements.csv_columns import Column
from transactions.statements.csv_scheme import Scheme

MOST_TEXTS = 3


def told(columns: Sequence[Column], role: str) -> int | None:
    """The column the user gave this role, the first when there are several."""
    return next((column.index for column in columns if column.told == role), None)


def named_best(columns: Sequence[Column], taken: set[int], role: str, rivals: tuple[str, ...] = ()) -> int | None:
    found = [
        (c.role(role) + 0.2 * c.filled - 0.01 * c.index, c.index)
        for c in columns
        if c.index not in taken
        and c.count
        and c.role(role) >= 0.6
        and c.role(*rivals) <= c.role(role)
        and (role != "external_id" or c.distinct * 10 >= c.count * 9)  # a number shared by rows identifies none of them
    ]
    return max(found)[1] if found else None


def currency_column(columns: Sequence[Column], taken: set[int], scheme: Scheme) -> int | None:
    """A column of codes that is not the foreign one; of several, the one nearest to the money, right side first."""
    money = scheme.money_columns[0]
    found: list[tuple[float, int]] = []
    for c in columns:
        # Under its plain name a column is believed by one code; what is no code there is rejected row by row.
        named = c.role("currency") >= 0.9 and c.currencies > 0
        if (
            c.index not in taken
            and c.count
            and (named or (c.currencies >= 0.8 and (c.role("currency") >= 0.3 or not c.roles)))
        ):
            foreign = c.role("foreign_currency") > 0.9 * c.role("currency")
            distance = c.index - money if c.index > money else (money - c.index) + 0.5
            account = 0.5 * c.role("account_currency") - 3.0 * _is_of_the_foreign_amount(c, columns, scheme)
            account -= 6.0 * _comes_with_another_amount(c, columns, scheme)
            found.append((account + 2.0 * c.role("currency") + c.filled - 3.0 * foreign - 0.15 * distance, c.index))
    return max(found)[1] if found and max(found)[0] > 0 else None


def _is_of_the_foreign_amount(column: Column, columns: Sequence[Column], scheme: Scheme) -> bool:
    """A currency that stands beside an amount in foreign money and not beside the amount itself."""
    sides = [columns[i] for i in (column.index - 1, column.index + 1) if 0 <= i < len(columns)]
    if any(side.index in scheme.money_columns for side in sides):
        return False
    return any(side.role("foreign_amount") >= 0.6 for side in sides)


def _comes_with_another_amount(column: Column, columns: Sequence[Column], scheme: Scheme) -> bool:
    """A currency printed in just those rows that have an amount in another column is the currency of that one."""
    if column.filled == 1.0 or column.role("currency") >= 0.9:
        return False
    known = {*scheme.money_columns, scheme.balance}
    others = (c for c in columns if c.index not in known and c.amounts >= 0.9 and c.count)
    return any(other.present == column.present for other in others)


def account_column(columns: Sequence[Column], taken: set[int]) -> int | None:
    """The holder's own account: named so, not the other side's, with few different values."""
    found: list[tuple[float, int]] = []
    for c in columns:
        own = c.role("account")
        if (
            c.index in taken
            or not c.count
            or own < 0.45
            or c.role("counter_account", "counterparty", "foreign_amount", "rate") >= own
        ):
            continue
        if c.distinct > max(2, c.count // 3) or c.distinct > 40 or c.length > 45:
            continue
        if c.filled < 0.9 and c.distinct > 1:
            continue  # rows without an account would become an account of their own
        found.append((own + 0.5 * c.ibans + 0.3 * (c.plain_long > 0.5) + 0.3 * c.filled - 0.01 * c.index, c.index))
    return max(found)[1] if found else None


def status_column(columns: Sequence[Column], taken: set[int]) -> int | None:
    found = [
        (c.role("status"), c.index)
        for c in columns
        if c.index not in taken and c.count and c.role("status") >= 0.6 and c.distinct <= 12 and c.length < 30
    ]
    return max(found)[1] if found else None


def counterparty_column(columns: Sequence[Column], taken: set[int]) -> int | None:
    found: list[tuple[float, int]] = []
    for c in columns:
        named = c.role("counterparty")
        if c.index in taken or not c.count or named < 0.4 or c.ibans >= 0.5:
            continue
        if c.role("counter_account", "account_name", "rate") <= named:
            rank = named + 0.4 * c.filled + 0.1 * (c.distinct > 1) - 0.3 * c.plain_long - 0.01 * c.index
            found.append((rank, c.index))
    return max(found)[1] if found else None


def other_parties(columns: Sequence[Column], taken: set[int]) -> tuple[int, ...]:
    free = [c for c in columns if c.index not in taken and c.count and c.ibans < 0.5 and c.plain_long < 0.5]
    return tuple(c.index for c in free if c.role("counterparty") >= 0.9 and c.best_role() == "counterparty")[:2]


def text_columns(columns: Sequence[Column], taken: set[int], *, named: bool, has_counterparty: bool) -> tuple[int, ...]:
    """Where the description stands: columns named so, else the longest texts."""
    free = [c for c in columns if c.index not in taken and c.count]
    if named:
        described = [c for c in free if c.role("description") >= 0.45]
        described.sort(key=lambda c: (-round(c.role("description") + 0.4 * c.filled, 1), -c.length, c.index))
        if described:
            return tuple(c.index for c in described[:MOST_TEXTS])
    if has_counterparty:  # a name nobody taught us may still stand over the texts
        free = [c for c in free if max(c.roles.values(), default=0.0) < 0.4 and c.length >= 6]
    wordy = [
        c for c in free if c.length >= 3 and max(c.amounts, c.dates) < 0.5 and c.currencies < 0.8 and c.ibans < 0.5
    ]
    wordy.sort(key=lambda c: (-(c.length * min(c.filled, 1.0)), c.index))
    return tuple(c.index for c in wordy[: 1 if has_counterparty else MOST_TEXTS])
