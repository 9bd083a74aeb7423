"""Cells put right before the columns are judged: numbers torn at unquoted marks, and amounts printed in cents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from transactions.ledger.packed import Mapped
from transactions.statements.csv_header import role_scores
from transactions.statements.csv_records import Record
from transactions.statements.csv_tables import Table
from transactions.statements.folding import contains_phrase, fold, phrases

_WHOLE = re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3})+|\d{1,12})")
_CENTS = re.compile(r"\d{2}")
_GROUP_HEAD, _GROUP, _GROUP_TAIL = re.compile(r"[-+]?\d{1,3}"), re.compile(r"\d{2,3}"), re.compile(r"\d{3}\.\d{1,2}")
MINOR = phrases(
    "cents | cent amount | minor | minor units | pence | øre | öre | rappen | kuruş | копеек | grosze | haléře"
)
_POINT = re.compile(r"[-+]?\d+\.\d{1,2}")  # a decimal point: the commas tear nothing
LOOKED_AT = 2000  # rows
FEWEST = 3  # rows without a header that may be mended
_WHOLE_ONLY = re.compile(r"[-+]?\d{1,15}")


def mend_cells(table: Table, delimiter: str) -> None:
    """Change the rows of the table in place where its header shows that cells are torn or printed in minor units.

    Without a header only commas are asked: columns of whole numbers that two digits follow in every row.
    """
    if not table.names:
        if delimiter == ",":
            _mend_headerless(table)
        return
    _mend_torn(table)
    for index in range(len(table.names)):
        if any(_is_minor(name) for name in table.names_of(index)) and _are_whole(table.rows, index):
            table.rows = [_in_major(row, index) for row in table.rows]


def _mend_torn(table: Table) -> None:
    """Where every row of figures has more cells than the header, join the parts of numbers until they fit it."""
    width = len(table.names)
    rows = [row for row in table.rows if sum(1 for cell in row.cells if cell) > 2]
    long = [row for row in rows if len(_trimmed(row.cells, width)) > width]
    if not long:
        return
    if len(long) * 10 < len(rows) * 6:
        table.rows = Mapped(partial(_one_joined, width=width), table.rows)
        return
    for join in (_join_decimals, _join_groups):
        joined = {row.line: join(row.cells) for row in long}
        if all(len(_trimmed(cells, width)) == width for cells in joined.values()):
            table.rows = [replace(row, cells=joined.get(row.line, row.cells)) for row in table.rows]
            return


def _mend_headerless(table: Table) -> None:
    """Join each column of whole numbers with the two digits behind it, where all rows look so and none has a point."""
    rows = [row.cells for row in table.rows[:LOOKED_AT] if sum(map(bool, row.cells)) > 2]
    width = len(rows[0]) if rows else 0
    if len(rows) < FEWEST or any(len(row) != width for row in rows):
        return
    if any(_POINT.fullmatch(cell) for row in rows for cell in row):
        return
    torn: list[int] = []
    for index in range(width - 1):
        is_torn = all(_WHOLE.fullmatch(row[index]) and _CENTS.fullmatch(row[index + 1]) for row in rows)
        if is_torn and (not torn or torn[-1] < index - 1) and len({row[index + 1] for row in rows}) > 1:
            torn.append(index)
    if torn:
        table.rows = Mapped(partial(_joined_at, torn=torn, width=width), table.rows)


def _joined_at(row: Record, torn: Sequence[int], width: int) -> Record:
    if len(row.cells) != width or not all(_CENTS.fullmatch(row.cells[index + 1]) for index in torn):
        return row
    behind = {index + 1 for index in torn}
    cells = (
        f"{cell},{row.cells[index + 1]}" if index in torn else cell
        for index, cell in enumerate(row.cells)
        if index not in behind
    )
    return replace(row, cells=tuple(cells))


def _one_joined(row: Record, width: int) -> Record:
    """A single row of too many cells, where joining the halves of its numbers gives as many as the header has."""
    if len(_trimmed(row.cells, width)) <= width:
        return row
    joined = _join_decimals(row.cells)
    return replace(row, cells=joined) if len(_trimmed(joined, width)) == width else row


def _trimmed(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Without the empty cells behind the last column."""
    end = len(cells)
    while end > width and not cells[end - 1]:
        end -= 1
    return cells[:end]


def _join_decimals(cells: tuple[str, ...]) -> tuple[str, ...]:
    """'-45', '30' as '-45,30'."""
    out: list[str] = []
    index = 0
    while index < len(cells):
        is_torn = index + 1 < len(cells) and _WHOLE.fullmatch(cells[index]) and _CENTS.fullmatch(cells[index + 1])
        out.append(f"{cells[index]},{cells[index + 1]}" if is_torn else cells[index])
        index += 2 if is_torn else 1
    return tuple(out)


def _join_groups(cells: tuple[str, ...]) -> tuple[str, ...]:
    """'49', '80', '000.00' as '49,80,000.00'."""
    out: list[str] = []
    index = 0
    while index < len(cells):
        end = _group_end(cells, index)
        out.append(",".join(cells[index:end]))
        index = end
    return tuple(out)


def _group_end(cells: Sequence[str], start: int) -> int:
    """The index behind the number that starts in this cell: start + 1 where it stands alone."""
    if not _GROUP_HEAD.fullmatch(cells[start]):
        return start + 1
    for end in range(start + 1, min(start + 6, len(cells))):
        if _GROUP_TAIL.fullmatch(cells[end]):
            return end + 1
        if not _GROUP.fullmatch(cells[end]):
            break
    return start + 1


def _is_minor(name: str) -> bool:
    scores = role_scores(name)
    is_money = max(scores.get(role, 0.0) for role in ("amount", "debit", "credit", "balance", "fee")) >= 0.4
    return is_money and contains_phrase(fold(name), MINOR)


def _are_whole(rows: Sequence[Record], index: int) -> bool:
    cells = [row.cells[index] for row in rows if index < len(row.cells) and row.cells[index]]
    return bool(cells) and all(_WHOLE_ONLY.fullmatch(cell) for cell in cells)


def _in_major(row: Record, index: int) -> Record:
    if index >= len(row.cells) or not row.cells[index]:
        return row
    amount = f"{Decimal(row.cells[index]) / 100:.2f}"
    return replace(row, cells=(*row.cells[:index], amount, *row.cells[index + 1 :]))
