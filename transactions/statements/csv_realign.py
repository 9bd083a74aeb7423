"""Rows with an unquoted delimiter in a cell, put back in place."""

from __future__ import annotations

import re

from transactions.statements.csv_columns import BLANK
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_records import Record
from transactions.statements.dates import read_date
from transactions.statements.numbers import parse_amount

_THOUSANDS_HEAD = re.compile(r"[-+]?\W{0,2}\d{1,3}")
_THOUSANDS_TAIL = re.compile(r"\d{3}(?:\.\d{1,2})?")
_WHOLE = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})*|[-+]?\d{1,9}")
_TORN = re.compile(r"(?:^|\x1f)[-+]?\d[\d.]*\x1f\d{2}(?:\x1f|$)")
MOST_EXTRA = 40  # cells too many; a row beyond that is no row of this table


def cell_of(record: Record, index: int | None) -> str:
    return record.cells[index] if index is not None and index < len(record.cells) else ""


def realigned(record: Record, layout: Layout, width: int) -> Record:
    """A row with too many cells holds an unquoted delimiter: join cells so that date and money fall in place."""
    extra = len(record.cells) - width
    if extra > 0 and (rejoined := _with_numbers_joined(record, layout)) is not None:
        return rejoined
    if not 0 < extra <= MOST_EXTRA or not any(record.cells[width:]) or _fits(record, layout):
        return record
    for start in range(width):
        if _TORN.search("\x1f".join(record.cells[start : start + extra + 1])):
            continue  # the halves of an amount
        joined = ",".join(record.cells[start : start + extra + 1])
        attempt = Record(record.line, (*record.cells[:start], joined, *record.cells[start + extra + 1 :]), record.raw)
        if _fits(attempt, layout):
            return attempt
    return record


def is_torn(record: Record, layout: Layout) -> bool:
    """A row with more cells than its table, where a whole amount stands before two digits: they may be its cents."""
    if not layout.is_named or not any(record.cells[layout.width :]):
        return False
    for index in (*layout.scheme.money_columns, layout.scheme.balance):
        first, second = cell_of(record, index), cell_of(record, index + 1 if index is not None else None)
        if _WHOLE.fullmatch(first) and len(second) == 2 and second.isdigit():
            return True
    return False


def _with_numbers_joined(record: Record, layout: Layout) -> Record | None:
    """1,415.41 without quotes is two cells: joined again where a money column has only the first part of it."""
    scheme = layout.scheme
    for index in (*scheme.money_columns, scheme.balance):
        first, second = cell_of(record, index), cell_of(record, index + 1 if index is not None else None)
        if index is not None and _THOUSANDS_HEAD.fullmatch(first) and _THOUSANDS_TAIL.fullmatch(second):
            cells = (*record.cells[:index], f"{first},{second}", *record.cells[index + 2 :])
            return Record(record.line, cells, record.raw)
    return None


def _fits(record: Record, layout: Layout) -> bool:
    if read_date(cell_of(record, layout.booking)) is None:
        return False
    scheme = layout.scheme
    money = [cell_of(record, i) for i in (*scheme.money_columns, scheme.balance) if i is not None]
    if any(cell not in BLANK and parse_amount(cell) is None for cell in money):
        return False
    if layout.currency is not None and len(cell_of(record, layout.currency)) > 3:
        return False
    return any(parse_amount(cell_of(record, i)) is not None for i in scheme.money_columns)
