"""Columns of days that are bare numbers: seconds since 1970, six digits, or year, month and day in a column each.

Only columns that are named as a date are asked, and every cell has to be such a number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

from transactions.ledger.packed import Mapped
from transactions.statements.csv_records import Record
from transactions.statements.csv_tables import Table
from transactions.statements.dates import PIVOT, make_date
from transactions.statements.folding import fold, phrases

LOOKED_AT = 500  # rows
SECONDS = (631_152_000, 4_102_444_800)  # 1990 to 2100
AHEAD = 400  # days after today that a bare number may still name
YEARS = phrases("year | jahr | jaar | année | annee | año | ano | anno | rok | год | rik | 年 | yıl | år | vuosi")
MONTHS = phrases("month | monat | maand | mois | mes | mês | mese | měsíc | miesiąc | месяц | 月 | ay | måned | månad")
DAYS = phrases("day | tag | dag | jour | día | dia | giorno | den | dzień | день | 日 | gün | päivä")
_Read = Callable[[str], date | None]


def write_days(table: Table, named: Sequence[int], today: date | None) -> str:
    """Write ISO days into the columns `named` that hold bare numbers; in words what was done, '' for nothing."""
    if _join_parts(table):
        return "year, month and day stand in columns of their own"
    for index in named:
        rows = (row.cells for row in table.rows[:LOOKED_AT] if index < len(row.cells))
        cells = [cells[index].strip() for cells in rows if sum(map(bool, cells)) > 2]  # else a footer
        cells = [cell for cell in cells if cell]
        if not cells or not all(cell.isascii() and cell.isdigit() for cell in cells):
            continue
        read, words = _form_of(cells, today)
        if read is not None:
            table.rows = Mapped(partial(_written, index=index, read=read), table.rows)
            return words
    return ""


def _form_of(cells: Sequence[str], today: date | None) -> tuple[_Read | None, str]:
    if all(len(cell) in (10, 13) and _of_seconds(cell) is not None for cell in cells):
        return _of_seconds, "dates stood as seconds since 1970 and were converted (UTC)"
    if any(len(cell) != 6 for cell in cells):
        return None, ""
    best: tuple[int, _Read, str] | None = None
    for order in ("YMD", "DMY", "MDY"):
        read = partial(_of_six, order=order)
        days = [day for cell in cells if (day := read(cell)) is not None]
        if len(days) < len(cells) or (today is not None and max(days) > today + timedelta(days=AHEAD)):
            continue
        spread = (max(days) - min(days)).days
        if best is None or spread < best[0]:
            best = (spread, read, f"six digits were read as {order}")
    return (best[1], best[2]) if best is not None else (None, "")


def _of_seconds(cell: str) -> date | None:
    seconds = int(cell) // (1000 if len(cell) == 13 else 1)
    return datetime.fromtimestamp(seconds, UTC).date() if SECONDS[0] <= seconds <= SECONDS[1] else None


def _of_six(cell: str, order: str) -> date | None:
    numbers = dict(zip(order, (int(cell[:2]), int(cell[2:4]), int(cell[4:])), strict=True))
    year = numbers["Y"] + (2000 if numbers["Y"] < PIVOT else 1900)
    return make_date(year, numbers["M"], numbers["D"])


def _written(row: Record, index: int, read: _Read) -> Record:
    cell = row.cells[index].strip() if index < len(row.cells) else ""
    day = read(cell) if cell.isascii() and cell.isdigit() else None
    if day is None:
        return row
    return replace(row, cells=(*row.cells[:index], day.isoformat(), *row.cells[index + 1 :]))


def _join_parts(table: Table) -> bool:
    """The columns of year, month and day as one, which takes the place and the name of the year."""
    places = {
        part: next((i for i in range(len(table.names)) if any(fold(n) in words for n in table.names_of(i))), None)
        for part, words in (("year", YEARS), ("month", MONTHS), ("day", DAYS))
    }
    year, month, day = places["year"], places["month"], places["day"]
    if year is None or month is None or day is None:
        return False
    rows = [row for row in table.rows[:LOOKED_AT] if any(row.cells)]
    if not rows or any(_of_parts(row, year, month, day) is None for row in rows):
        return False
    table.names = tuple(("Date",) if i == year else names for i, names in enumerate(table.names))
    table.rows = Mapped(partial(_joined, year=year, month=month, day=day), table.rows)
    return True


def _of_parts(row: Record, year: int, month: int, day: int) -> date | None:
    cells = [row.cells[i].strip() if i < len(row.cells) else "" for i in (year, month, day)]
    if not all(cell.isascii() and cell.isdigit() and len(cell) <= 4 for cell in cells):
        return None
    return make_date(*map(int, cells))


def _joined(row: Record, year: int, month: int, day: int) -> Record:
    found = _of_parts(row, year, month, day)
    if found is None:
        return row
    cells = list(row.cells)
    cells[year], cells[month], cells[day] = found.isoformat(), "", ""
    return replace(row, cells=tuple(cells))
