"""Rows that stand beside their header: an unquoted delimiter in a text, or names one column off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from transactions.ledger.packed import Mapped
from transactions.statements.csv_columns import BLANK
from transactions.statements.csv_header import role_scores
from transactions.statements.csv_records import Record
from transactions.statements.csv_tables import Table
from transactions.statements.dates import read_date
from transactions.statements.numbers import is_amount

LOOKED_AT = 400  # rows
MOST_EXTRA = 12  # cells too many
DATES, MONEY = ("booking_date", "date", "value_date"), ("amount", "debit", "credit", "balance")
_FIGURE = re.compile(r"[-+]?[\d.,' ]{1,20}")


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a header has its dates, amounts and texts, and how many columns there are."""

    width: int
    dates: Sequence[int]
    money: Sequence[int]
    texts: Sequence[int]
    delimiter: str

    def are_right(self, cells: Sequence[str]) -> bool:
        """Every filled date and amount of a row is one, and there is at least one of each."""
        days = [cells[i] for i in self.dates if i < len(cells) and cells[i] not in BLANK]
        amounts = [cells[i] for i in self.money if i < len(cells) and cells[i] not in BLANK]
        are_right = all(read_date(cell) is not None for cell in days) and all(map(is_amount, amounts))
        return bool(days) and bool(amounts) and are_right


def put_in_place(table: Table, delimiter: str) -> None:
    """Change rows, or the names of the columns, in place where each fits only after a shift."""
    if not table.names:
        return
    shift_names(table)
    places = _Places(len(table.names), _named(table, DATES), _named(table, MONEY), _texts(table), delimiter)
    if not places.dates or not places.money or not places.texts:
        return
    if any(len(row.cells) > places.width for row in table.rows[:LOOKED_AT]):
        table.rows = Mapped(partial(_in_place, places=places), table.rows)


def shift_names(table: Table) -> None:
    """Names that stand one column right (or left) of their cells: not one of the dates and amounts named is one, and
    all of them are after the shift."""
    rows = [row for row in table.rows[:LOOKED_AT] if any(read_date(cell) is not None for cell in row.cells if cell)]
    places = {index: is_day for roles, is_day in ((DATES, True), (MONEY, False)) for index in _named(table, roles)}
    if len(rows) < 2 or len(places) < 2 or any(_filled(rows, index) for index in places):
        return
    for step in (-1, 1):
        found = [_is_kind(rows, index + step, is_day=is_day) for index, is_day in places.items()]
        if all(found) and min(places) + step >= 0:
            names = table.names[1:] if step < 0 else ((), *table.names)
            table.names = names
            return


def _filled(rows: Sequence[Record], index: int) -> bool:
    return any(index < len(row.cells) and row.cells[index] not in BLANK for row in rows)


def _is_kind(rows: Sequence[Record], index: int, *, is_day: bool) -> bool:
    cells = [row.cells[index] for row in rows if 0 <= index < len(row.cells) and row.cells[index] not in BLANK]
    return bool(cells) and all(read_date(cell) is not None if is_day else is_amount(cell) for cell in cells)


def _named(table: Table, roles: Sequence[str]) -> list[int]:
    return [
        index
        for index in range(len(table.names))
        if any(role_scores(name).get(role, 0.0) >= 0.9 for name in table.names_of(index) for role in roles)
    ]


def _texts(table: Table) -> list[int]:
    """Columns whose names are those of texts, a description before all others."""
    found = []
    for index in range(len(table.names)):
        scores = [role_scores(name) for name in table.names_of(index)]
        text = max((one.get(role, 0.0) for one in scores for role in ("description", "counterparty")), default=0.0)
        if text >= 0.6 and not any(one.get(role, 0.0) >= 0.9 for one in scores for role in (*DATES, *MONEY)):
            found.append((-text, index))
    return [index for _, index in sorted(found)]


def _in_place(row: Record, places: _Places) -> Record:
    """The row with the surplus cells joined to the one text where that puts every date and amount in its column.

    Figures are never joined to a text: they may be halves of an amount.
    """
    cells = row.cells
    end = len(cells)
    while end > places.width and not cells[end - 1]:
        end -= 1
    extra = end - places.width
    if not 0 < extra <= MOST_EXTRA or places.are_right(cells):
        return row
    for index in places.texts:
        pieces = cells[index : index + extra + 1]
        if any(piece and _FIGURE.fullmatch(piece) for piece in pieces):
            continue
        joined = (*cells[:index], _joined(pieces, places.delimiter, row.raw), *cells[index + extra + 1 : end])
        if places.are_right(joined):
            return replace(row, cells=joined)
    return row


def _joined(pieces: Sequence[str], delimiter: str, raw: str) -> str:
    """The pieces as they stand in the row, with a space behind the delimiter where one stood there."""
    spaced = f"{delimiter} ".join(pieces)
    return spaced if spaced in raw else delimiter.join(pieces)
