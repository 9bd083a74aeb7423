"""A unit at every amount of a column, such as Q or TSh: taken off, or turned into the code it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from transactions.ledger.packed import Mapped
from transactions.statements.csv_columns import BLANK
from transactions.statements.csv_header import role_scores
from transactions.statements.csv_records import Record
from transactions.statements.csv_tables import Table
from transactions.statements.dates import read_date, read_short_date
from transactions.statements.numbers import MAX_LENGTH, is_amount
from transactions.statements.words_money_signs import UNITS

LOOKED_AT = 300  # rows
_UNIT = r"[^\W\d_]{1,4}['’]?[^\W\d_]?[$₵]?[/.]{0,2}|[^\W\d_]\.[^\W\d_]\.?|\$[^\W\d_]"
_BEFORE = re.compile(rf"([-+(]?)\s?({_UNIT})\s?([-+]?\s?\d[\d.,'’\u00a0\u202f ]*-?\)?)")
_BEHIND = re.compile(rf"([-+(]?\d[\d.,'’\u00a0\u202f ]*?-?\)?)\s?({_UNIT})")
MONEY = ("amount", "debit", "credit", "balance", "fee", "net", "account_amount")


def take_units_off(table: Table) -> None:
    """Change the cells of such columns in place. A unit that names no currency is kept in `table.units`.

    Letters may begin a reference as well, so the column has to be named as money, and every amount in it to bear them.
    """
    found = {
        index: unit
        for index in range(len(table.names))
        if _is_money(table.names_of(index)) and (unit := _unit_of(table.rows[:LOOKED_AT], index))
    }
    if not found:
        return
    table.units = {index: unit for index, unit in found.items() if unit not in UNITS}
    codes = {index: UNITS.get(unit, "") for index, unit in found.items()}
    table.rows = Mapped(partial(_without_unit, codes=codes, units=found), table.rows)


def _is_money(names: Sequence[str]) -> bool:
    for name in names:
        scores = role_scores(name)
        best = max((scores.get(role, 0.0) for role in MONEY), default=0.0)
        if best >= 0.6 and best >= max(scores.values()):
            return True
    return False


def _unit_of(rows: Sequence[Record], index: int) -> str:
    """The unit all amounts of a column share, '' where one of them can be read without or has another."""
    units: set[str] = set()
    has_marks = True
    for row in rows:
        cell = row.cells[index] if index < len(row.cells) else ""
        if cell in BLANK or not any("0" <= char <= "9" for char in cell):
            continue
        parts = _parts(cell)
        if parts is None or is_amount(cell) or read_date(cell) is not None or read_short_date(cell) is not None:
            return ""
        units.add(parts[1].lower())
        has_marks = has_marks and any(mark in parts[0] for mark in ".,")
    unit = units.pop() if len(units) == 1 else ""
    return unit if has_marks or unit in UNITS else ""


def _parts(cell: str) -> tuple[str, str] | None:
    """The number with its sign, and the unit before or behind it; None for anything else."""
    if len(cell) > MAX_LENGTH:
        return None
    if match := _BEFORE.fullmatch(cell):
        number = match[1] + match[3]
        return (number, match[2]) if is_amount(number) else None
    match = _BEHIND.fullmatch(cell)
    return (match[1], match[2]) if match is not None and is_amount(match[1]) else None


def _without_unit(row: Record, codes: dict[int, str], units: dict[int, str]) -> Record:
    cells = list(row.cells)
    for index, code in codes.items():
        parts = _parts(cells[index]) if index < len(cells) else None
        if parts is not None and parts[1].lower() == units[index]:
            cells[index] = f"{parts[0]} {code}" if code else parts[0]
    return replace(row, cells=tuple(cells))
