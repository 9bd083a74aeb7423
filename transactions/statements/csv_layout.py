"""The layout of one table: which column is the booking date, the money, the currency, the texts, the account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from transactions.statements.csv_columns import Column, describe_columns, sample_movements
from transactions.statements.csv_readings import rank_schemes
from transactions.statements.csv_records import Record
from transactions.statements.csv_roles import (
    account_column,
    counterparty_column,
    currency_column,
    named_best,
    other_parties,
    status_column,
    text_columns,
    told,
)
from transactions.statements.csv_scheme import Scheme
from transactions.statements.csv_tables import Table
from transactions.statements.csv_whose import account_currency
from transactions.statements.dates import read_date
from transactions.statements.parsed import Overrides

DATE_ROLES = ("booking_date", "date", "value_date")
MOST_RIVALS = 6


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
    rivals: tuple[Scheme, ...] = ()  # the next best readings of the money columns
    fee: int | None = None  # a column that the running balance, or the user, says is to be subtracted
    own_currency: str = ""  # the account's, where a column of codes tells of other amounts than the account's
    foreign_codes: int | None = None  # that column

    @property
    def marks(self) -> dict[int, str]:
        return {column.index: column.decimal_mark for column in self.columns}


def find_layout(table: Table, fallback_mark: str, overrides: Overrides) -> Layout | None:
    """The best reading of a table's columns; None when no column can be the date or none the amount."""
    sample = sample_movements(table.rows)
    columns = describe_columns(table, sample, fallback_mark, overrides)
    booking, value = _date_columns(columns)
    if booking is None:
        return None
    dated_rows = [row for row in sample if booking < len(row.cells) and read_date(row.cells[booking]) is not None]
    if 0 < len(dated_rows) < len(sample):
        sample = dated_rows
        columns = describe_columns(table, sample, fallback_mark, overrides)
    named = any(column.roles for column in columns)
    dated = frozenset(
        c.index for c in columns if c.dates >= 0.5 and (c.plain_long < 0.9 or c.index in (booking, value))
    ) | {booking}
    schemes = rank_schemes(columns, sample, dated, named=named)
    if not schemes:
        return None
    layout = _with_texts(columns, booking, value, schemes[0], set(dated), named=named)
    rivals = tuple(schemes[1:MOST_RIVALS])
    layout = replace(layout, width=_regular_width(sample, len(table.names)), rivals=rivals, fee=told(columns, "fee"))
    if layout.currency is None or columns[layout.currency].told is not None:
        return layout
    own = account_currency(columns, sample, layout.scheme, layout.currency)
    return replace(layout, currency=None, own_currency=own, foreign_codes=layout.currency) if own else layout


def with_scheme(layout: Layout, scheme: Scheme) -> Layout:
    """The same table read with other money columns."""
    dated = {i for i in (layout.booking, layout.value) if i is not None}
    dated |= {c.index for c in layout.columns if c.dates >= 0.5 and c.plain_long < 0.9}
    other = _with_texts(layout.columns, layout.booking, layout.value, scheme, dated, named=layout.is_named)
    if layout.foreign_codes is not None and other.currency == layout.foreign_codes:
        other = replace(other, currency=None, own_currency=layout.own_currency, foreign_codes=layout.foreign_codes)
    return replace(other, width=layout.width)


def _regular_width(sample: Sequence[Record], header: int) -> int:
    """The header's width when enough rows have it, else the most common one."""
    widths = Counter(len(record.cells) for record in sample)
    if widths[header] * 4 >= len(sample):
        return header
    return widths.most_common(1)[0][0] if widths else header


def _with_texts(
    columns: Sequence[Column], booking: int, value: int | None, scheme: Scheme, taken: set[int], *, named: bool
) -> Layout:
    """The other columns. What the user said of one holds; what is left is looked for among the columns left."""
    taken |= set(scheme.money_columns) | {i for i in (scheme.flag, scheme.balance) if i is not None}
    taken |= {column.index for column in columns if column.told is not None}

    def claim(role: str, find: Callable[[], int | None]) -> int | None:
        index = told(columns, role)
        index = find() if index is None else index
        taken.update({index} - {None})  # type: ignore[arg-type]
        return index

    currency = claim("currency", lambda: currency_column(columns, taken, scheme))
    account = claim("account", lambda: account_column(columns, taken))
    account_name = claim("account_name", lambda: named_best(columns, taken, "account_name"))
    status = claim("status", lambda: status_column(columns, taken))
    rivals = ("description", "account")
    external = claim("external_id", lambda: named_best(columns, taken, "external_id", rivals))
    counterparty = claim("counterparty", lambda: counterparty_column(columns, taken))
    category = claim("category", lambda: named_best(columns, taken, "category"))
    texts = text_columns(columns, taken, named=named, has_counterparty=counterparty is not None)
    return Layout(
        columns=tuple(columns),
        booking=booking,
        value=value,
        scheme=scheme,
        currency=currency,
        account=account,
        account_name=account_name,
        counterparty=counterparty,
        other_parties=other_parties(columns, taken) if counterparty is not None else (),
        texts=tuple(column.index for column in columns if column.told == "description") or texts,
        external_id=external,
        status=status,
        category=category,
        is_named=named,
        only_account=columns[account].sole_value if account is not None else "",
        width=len(columns),
    )


def _date_columns(columns: Sequence[Column]) -> tuple[int | None, int | None]:
    """Booking and value date: names first, then the fuller column, then the left one."""
    ranked: list[tuple[float, int]] = []
    told_booking, told_value = told(columns, "booking_date"), told(columns, "value_date")
    for c in columns:
        if c.dates < 0.5 or c.count == 0 or c.told is not None:
            continue
        name = max(1.0 * c.role("booking_date"), 0.85 * c.role("date"), 0.45 * c.role("value_date"))
        compact = c.plain_long * 0.5 * (not c.names)
        sparse = 1.5 * (c.filled < 0.5)
        steady = 0.8 * c.order  # the rows of a statement run by the day of booking
        rank = 3.0 * name + 2.0 * c.dates + 0.7 * c.filled + steady - sparse - compact - 0.03 * c.index
        ranked.append((rank, c.index))
    ranked.sort(reverse=True)
    if not ranked or told_booking is not None:
        return told_booking, told_value
    booking = ranked[0][1]
    if told_value is not None:
        return booking, told_value
    dated = {index for _, index in ranked if index != booking}
    others = [c for c in columns if c.index in dated and not _is_named_otherwise(c)]
    value = max(others, key=lambda c: (c.role("value_date"), c.role("date", "booking_date"), -c.index), default=None)
    return booking, value.index if value is not None else None


def _is_named_otherwise(column: Column) -> bool:
    """A bank's number such as 11-22-33 can be read as a day; its name says that it is none."""
    return column.role(*DATE_ROLES) < 0.4 and column.role(column.best_role()) >= 0.9
