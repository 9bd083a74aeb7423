"""The layout of one table: which column is the booking date, the money, the currency, the texts, the account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transactions.statements.csv_columns import Column, describe_columns, sample_movements
from transactions.statements.csv_records import Record
from transactions.statements.csv_scheme import Scheme, choose_scheme
from transactions.statements.csv_tables import Table
from transactions.statements.dates import read_date

MOST_TEXTS = 3
DATE_ROLES = ("booking_date", "date", "value_date")


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns by index, None where the table has no such column."""

    columns: tuple[Column, ...]
    booking: int
    value: int | None
    scheme: Scheme
    currency: int | None
    account: int | None
    account_name: int | None
    counterparty: int | None
    other_parties: tuple[int, ...]  # payer and payee may have a column each: the filled one of them is meant
    texts: tuple[int, ...]
    external_id: int | None
    status: int | None
    category: int | None
    is_named: bool
    only_account: str  # the account of every row where the account column names just one
    width: int  # cells of a regular row: a longer one has a stray delimiter in it

    @property
    def marks(self) -> dict[int, str]:
        return {column.index: column.decimal_mark for column in self.columns}


def find_layout(table: Table, fallback_mark: str) -> Layout | None:
    """The best reading of a table's columns; None when no column can be the date or none the amount."""
    sample = sample_movements(table.rows)
    columns = describe_columns(table, sample, fallback_mark)
    booking, value = _date_columns(columns)
    if booking is None:
        return None
    dated_rows = [row for row in sample if booking < len(row.cells) and read_date(row.cells[booking]) is not None]
    if len(dated_rows) < len(sample):
        sample = dated_rows
        columns = describe_columns(table, sample, fallback_mark)
    named = any(column.roles for column in columns)
    dated = frozenset(
        c.index for c in columns if c.dates >= 0.5 and (c.plain_long < 0.9 or c.index in (booking, value))
    )
    scheme = choose_scheme(columns, sample, dated, named=named)
    if scheme is None or not (set(scheme.money_columns)):
        return None
    taken = dated | set(scheme.money_columns) | {i for i in (scheme.flag, scheme.balance) if i is not None}
    width = _regular_width(sample, len(table.names))
    return replace(_with_texts(columns, booking, value, scheme, set(taken), named=named), width=width)


def _regular_width(sample: Sequence[Record], header: int) -> int:
    """The header's width when enough rows have it, else the most common one."""
    widths = Counter(len(record.cells) for record in sample)
    if widths[header] * 4 >= len(sample):
        return header
    return widths.most_common(1)[0][0] if widths else header


def _with_texts(
    columns: Sequence[Column], booking: int, value: int | None, scheme: Scheme, taken: set[int], *, named: bool
) -> Layout:
    currency = _claim(taken, _currency_column(columns, scheme))
    account = _claim(taken, _account_column(columns, taken))
    account_name = _claim(taken, _named_best(columns, taken, "account_name"))
    status = _claim(taken, _status_column(columns, taken))
    external = _claim(taken, _named_best(columns, taken, "external_id", rivals=("description", "account")))
    counterparty = _claim(taken, _counterparty_column(columns, taken))
    category = _claim(taken, _named_best(columns, taken, "category"))
    texts = _text_columns(columns, taken, named=named, has_counterparty=counterparty is not None)
    return Layout(
        columns=tuple(columns),
        booking=booking,
        value=value,
        scheme=scheme,
        currency=currency,
        account=account,
        account_name=account_name,
        counterparty=counterparty,
        other_parties=_other_parties(columns, taken) if counterparty is not None else (),
        texts=texts,
        external_id=external,
        status=status,
        category=category,
        is_named=named,
        only_account=columns[account].sole_value if account is not None else "",
        width=len(columns),
    )


def _claim(taken: set[int], index: int | None) -> int | None:
    if index is not None:
        taken.add(index)
    return index


def _date_columns(columns: Sequence[Column]) -> tuple[int | None, int | None]:
    """Booking and value date: names first, then the fuller column, then the left one."""
    ranked: list[tuple[float, int]] = []
    for c in columns:
        if c.dates < 0.5 or c.count == 0:
            continue
        name = max(1.0 * c.role("booking_date"), 0.85 * c.role("date"), 0.45 * c.role("value_date"))
        compact = c.plain_long * 0.5 * (not c.names)
        sparse = 1.5 * (c.filled < 0.5)
        ranked.append((3.0 * name + 2.0 * c.dates + 0.7 * c.filled - sparse - compact - 0.03 * c.index, c.index))
    ranked.sort(reverse=True)
    if not ranked:
        return None, None
    booking = ranked[0][1]
    dated = {index for _, index in ranked if index != booking}
    others = [c for c in columns if c.index in dated and not _is_named_otherwise(c)]
    value = max(others, key=lambda c: (c.role("value_date"), c.role("date", "booking_date"), -c.index), default=None)
    return booking, value.index if value is not None else None


def _is_named_otherwise(column: Column) -> bool:
    """A bank's number such as 11-22-33 can be read as a day; its name says that it is none."""
    return column.role(*DATE_ROLES) < 0.4 and column.role(column.best_role()) >= 0.9


def _currency_column(columns: Sequence[Column], scheme: Scheme) -> int | None:
    """A column of codes that is not the foreign one; of several, the one nearest to the money, right side first."""
    money = scheme.money_columns[0]
    found: list[tuple[float, int]] = []
    for c in columns:
        # Under its plain name a column is believed by one code; what is no code there is rejected row by row.
        named = c.role("currency") >= 0.9 and c.currencies > 0
        if c.count and (named or (c.currencies >= 0.8 and (c.role("currency") >= 0.3 or not c.roles))):
            foreign = c.role("foreign_currency") > 0.9 * c.role("currency")
            distance = c.index - money if c.index > money else (money - c.index) + 0.5
            account = 0.5 * c.role("account_currency")
            found.append((account + 2.0 * c.role("currency") + c.filled - 3.0 * foreign - 0.15 * distance, c.index))
    return max(found)[1] if found and max(found)[0] > 0 else None


def _account_column(columns: Sequence[Column], taken: set[int]) -> int | None:
    """The holder's own account: named so, not the other side's, with few different values."""
    found: list[tuple[float, int]] = []
    for c in columns:
        own = c.role("account")
        if (
            c.index in taken
            or not c.count
            or own < 0.45
            or c.role("counter_account", "counterparty", "foreign_amount") >= own
        ):
            continue
        if c.distinct > max(2, c.count // 3) or c.distinct > 40 or c.length > 45:
            continue
        if c.filled < 0.9 and c.distinct > 1:
            continue  # rows without an account would become an account of their own
        found.append((own + 0.5 * c.ibans + 0.3 * (c.plain_long > 0.5) + 0.3 * c.filled - 0.01 * c.index, c.index))
    return max(found)[1] if found else None


def _named_best(columns: Sequence[Column], taken: set[int], role: str, rivals: tuple[str, ...] = ()) -> int | None:
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


def _status_column(columns: Sequence[Column], taken: set[int]) -> int | None:
    found = [
        (c.role("status"), c.index)
        for c in columns
        if c.index not in taken and c.count and c.role("status") >= 0.6 and c.distinct <= 12 and c.length < 30
    ]
    return max(found)[1] if found else None


def _counterparty_column(columns: Sequence[Column], taken: set[int]) -> int | None:
    found: list[tuple[float, int]] = []
    for c in columns:
        named = c.role("counterparty")
        if c.index in taken or not c.count or named < 0.4 or c.ibans >= 0.5:
            continue
        if c.role("counter_account", "account_name", "rate") <= named:
            rank = named + 0.4 * c.filled + 0.1 * (c.distinct > 1) - 0.3 * c.plain_long - 0.01 * c.index
            found.append((rank, c.index))
    return max(found)[1] if found else None


def _other_parties(columns: Sequence[Column], taken: set[int]) -> tuple[int, ...]:
    free = [c for c in columns if c.index not in taken and c.count and c.ibans < 0.5 and c.plain_long < 0.5]
    return tuple(c.index for c in free if c.role("counterparty") >= 0.9 and c.best_role() == "counterparty")[:2]


def _text_columns(
    columns: Sequence[Column], taken: set[int], *, named: bool, has_counterparty: bool
) -> tuple[int, ...]:
    """Where the description stands: columns named so, else the longest texts."""
    if named:
        described = [c for c in columns if c.index not in taken and c.count and c.role("description") >= 0.45]
        described.sort(key=lambda c: (-round(c.role("description") + 0.4 * c.filled, 1), -c.length, c.index))
        if described or has_counterparty:
            return tuple(c.index for c in described[:MOST_TEXTS])
    free = [c for c in columns if c.index not in taken and c.count and c.length >= 3]
    wordy = [c for c in free if c.amounts < 0.5 and c.dates < 0.5 and c.currencies < 0.8]
    wordy.sort(key=lambda c: (-(c.length * min(c.filled, 1.0)), c.index))
    return tuple(c.index for c in wordy[:MOST_TEXTS])
