"""Cells of a workbook as the text a bank would have printed: days in ISO, numbers exact, no binary fractions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

MAX_CELL = 4000  # characters of one cell
OLDEST_YEAR = 1950  # a day before it is a number that was formatted as a day by mistake
SERIAL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 -- workbooks know no time zones
SHORTEST_ROW = 3  # filled cells from which a row is one of a table
Cell = str | float | int | bool | date | datetime | time | timedelta | None


def row_texts(row: Sequence[Cell], has_cents: Sequence[bool]) -> list[str]:
    """The cells of a row as text. `has_cents` tells of each column whether numbers in it have two decimals."""
    is_wide = sum(cell not in ("", None) for cell in row) >= SHORTEST_ROW
    return [cell_text(cell, with_cents=is_wide and has_cents[index]) for index, cell in enumerate(row)]


def cell_text(cell: Cell, *, with_cents: bool = False) -> str:
    """One cell as text, '' for an empty one."""
    if isinstance(cell, str):
        return cell[:MAX_CELL]
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return number_text(float(cell), with_cents=with_cents)
    return _moment_text(cell, with_cents=with_cents)


def number_text(value: float, *, with_cents: bool = False) -> str:
    """A number as Excel shows it at full width, 15 digits: 0.1 + 0.2 is 0.3. Three decimals are written as four, for
    three behind a point may be thousands where people write them."""
    if not math.isfinite(value):
        return ""
    cents = round(value, 2)
    if cents and abs(value - cents) <= 1e-10 * max(1.0, abs(value)):
        value = cents
    number = Decimal(f"{value:.15g}")
    text = f"{number:f}"
    whole, point, decimals = text.partition(".")
    if len(decimals) == 3:
        return text + "0"
    if with_cents and len(decimals) < 2 and len(whole) <= 8:
        return f"{whole}.{decimals:0<2}"
    return text if point and decimals.strip("0") else whole


def columns_with_cents(rows: Sequence[Sequence[Cell]]) -> list[bool]:
    """Of each column, whether a number in it has one or two decimals: then 500 beside 12.5 is 500.00."""
    width = max((len(row) for row in rows), default=0)
    found = [False] * width
    for row in rows:
        for index, cell in enumerate(row):
            if not found[index] and isinstance(cell, float) and cell != int_or_self(cell):
                found[index] = abs(cell - round(cell, 2)) <= 1e-9 * max(1.0, abs(cell))
    return found


def int_or_self(value: float) -> float:
    """The whole part of a number; of one that is not finite, itself."""
    return math.trunc(value) if math.isfinite(value) else value


def _moment_text(cell: date | time | timedelta, *, with_cents: bool) -> str:
    if isinstance(cell, datetime):
        if cell.year < OLDEST_YEAR:
            return number_text((cell - SERIAL_ZERO).total_seconds() / 86_400, with_cents=with_cents)
        is_day = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if is_day else cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date):
        if cell.year < OLDEST_YEAR:
            return number_text(float((cell - SERIAL_ZERO.date()).days), with_cents=with_cents)
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat(timespec="seconds")
    return str(cell)
