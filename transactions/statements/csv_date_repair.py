"""Date columns that are no dates yet: day and month without a year, and the serial numbers of spreadsheets.

The year is found elsewhere in the file and written into the cells.

The latest full date around the table is taken as the end of the statement; a day after it belongs to the year before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from transactions.ledger.packed import Mapped
from transactions.statements.csv_date_forms import write_days
from transactions.statements.csv_header import role_scores
from transactions.statements.csv_records import Record
from transactions.statements.csv_tables import Table
from transactions.statements.dates import DateParts, month_number, orders_that_fit, read_date, read_short_date
from transactions.statements.parsed import ReaderContext

FULL_DATE = re.compile(r"(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)")
YEAR = re.compile(r"(?<!\d)(20[0-4]\d|19[89]\d)(?!\d)")
MONTHS = (
    re.compile(r"(?<!\d)(?P<year>20\d\d) ?[-/.年] ?(?P<month>\d{1,2})(?!\d)(?! ?[-/.] ?\d)"),
    re.compile(r"(?<![\d/.-])(?P<month>\d{1,2})[-/.](?P<year>20\d\d)(?!\d)"),
    re.compile(r"(?P<month>[^\W\d_]{3,12})\.? (?P<year>20\d\d)(?!\d)"),
)
SERIAL = re.compile(r"[2-7]\d{4}(?:[.,]\d{1,12})?")  # 1954 to 2119 as days since the end of 1899
SERIAL_ZERO = date(1899, 12, 30)
NAMED_DATE = ("booking_date", "date", "value_date")


def repair_dates(table: Table, context: ReaderContext) -> str:
    """Complete the dates of the named date columns in place; says in words what was done, '' for nothing."""
    serial = [i for i in range(len(table.names)) if _is_named_date(table.names[i]) and _is_serial(table.rows, i)]
    if serial:
        table.rows = Mapped(partial(_from_serial, columns=serial), table.rows)
        return "dates stood as spreadsheet serial numbers and were converted"
    named = [i for i in range(len(table.names)) if _is_named_date(table.names[i])]
    if words := write_days(table, named, context.today):
        return words
    columns = [i for i in named if _is_short(table.rows, i)]
    if not columns:
        return ""
    shorts = [short for row in table.rows for i in columns if (short := _short(row, i)) is not None]
    order = context.overrides.date_order or _order(shorts)
    end = _end_of_statement(table, context, order)
    if end is None:
        return ""
    table.rows = Mapped(partial(_completed, columns=columns, end=end, order=order), table.rows)
    return f"the rows print no year; {end.year} was taken as the year of the latest row"


def _is_named_date(names: Sequence[str]) -> bool:
    return any(role_scores(name).get(role, 0.0) >= 0.45 for name in names for role in NAMED_DATE)


def _is_serial(rows: Sequence[Record], index: int) -> bool:
    cells = [row.cells[index] for row in rows[:500] if index < len(row.cells) and row.cells[index]]
    return bool(cells) and sum(SERIAL.fullmatch(cell) is not None for cell in cells) * 10 >= len(cells) * 8


def _from_serial(row: Record, columns: Sequence[int]) -> Record:
    cells = list(row.cells)
    for index in columns:
        if index < len(cells) and SERIAL.fullmatch(cells[index]):
            cells[index] = (SERIAL_ZERO + timedelta(days=int(cells[index][:5]))).isoformat()
    return replace(row, cells=tuple(cells))


def _short(row: Record, index: int) -> DateParts | None:
    return read_short_date(row.cells[index]) if index < len(row.cells) else None


def _is_short(rows: Sequence[Record], index: int) -> bool:
    cells = [row.cells[index] for row in rows[:500] if index < len(row.cells) and row.cells[index]]
    short = sum(read_short_date(cell) is not None for cell in cells)
    full = sum(read_date(cell) is not None for cell in cells)
    return bool(cells) and full == 0 and short * 10 >= len(cells) * 4


def _end_of_statement(table: Table, context: ReaderContext, order: str) -> date | None:
    """The latest date that stands around the table, else the last day of a year named there, else today.

    Those dates are read in the order in which all of them exist, else in that of the rows.
    """
    text = [cell for record in table.preamble[:60] for cell in record.cells] + [
        name for names in table.names for name in names
    ]
    dates = [parts for cell in text for found in (cell, *FULL_DATE.findall(cell)) if (parts := read_date(found))]
    fits = orders_that_fit(dates)
    order = order if fits.get(order, 0) == max(fits.values()) else max(("DMY", "MDY"), key=lambda one: fits[one])
    days = [day for parts in dates if (day := parts.in_order(order)) is not None]
    if days:
        return max(days)
    found_months = (match for cell in text for pattern in MONTHS for match in pattern.finditer(cell[:400]))
    months = [end for match in found_months if (end := _end_of_month(match)) is not None]
    if months:
        return max(months)
    years = [int(match) for cell in [*text, context.file_name] for match in YEAR.findall(cell)]
    if years:
        end = date(max(years), 12, 31)
        return min(end, context.today) if context.today is not None and context.today.year == end.year else end
    return context.today


def _end_of_month(match: re.Match[str]) -> date | None:
    """The last day of 2024-01, 2024年01月, 01/2024 or January 2024."""
    year, name = int(match["year"]), match["month"]
    month = int(name) if name.isdigit() else month_number(name) or 0
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if 1 <= month <= 12 else None


def _order(shorts: Sequence[DateParts]) -> str:
    open_dates = [parts.day_month for parts in shorts if parts.day_month and not parts.is_named]
    day_first = sum(first > 12 for first, _ in open_dates)
    month_first = sum(second > 12 for _, second in open_dates)
    if day_first == month_first:
        changes = (len({first for first, _ in open_dates}), len({second for _, second in open_dates}))
        return "MDY" if changes[0] < changes[1] else "DMY"
    return "DMY" if day_first > month_first else "MDY"


def _completed(row: Record, columns: Sequence[int], end: date, order: str) -> Record:
    cells = list(row.cells)
    for index in columns:
        parts = _short(row, index)
        day = parts.in_order(order, end.year) if parts is not None else None
        if parts is not None and (day is None or day > end):
            day = parts.in_order(order, end.year - 1) or day
        if day is not None:
            cells[index] = day.isoformat()
    return replace(row, cells=tuple(cells))
