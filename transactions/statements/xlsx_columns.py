"""Columns that a report generator drew apart: the name of a column in one, its values in the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

WIDE = 3  # filled cells from which a row belongs to a table
Rows = Sequence[list[str]]


def join_drawn_apart(rows: Rows) -> None:
    """Move, in place, a few words that stand alone in a column beside values that have no name of their own.

    Two columns are only joined when no row of the table fills both, and one of them holds nothing but a name or two.
    """
    width = max(map(len, rows), default=0)
    table = [row for row in rows if sum(map(bool, row)) >= WIDE]
    counts = [sum(bool(_at(row, i)) for row in table) for i in range(width)]
    used = [i for i in range(width) if counts[i]]
    for left, right in pairwise(used):
        for few, many in ((left, right), (right, left)):
            if not 0 < counts[few] <= max(1, len(table) // 20) or not counts[many]:
                continue
            named = [number for number, row in enumerate(table) if _at(row, few)]
            if _are_one(table, named, few, many):
                for number in named:
                    _move(table[number], few, many)
                counts[many], counts[few] = counts[many] + counts[few], 0


def _are_one(table: Rows, named: Sequence[int], few: int, many: int) -> bool:
    """Whether one column holds only names, and the other only values that begin below the first of them."""
    if any(not _is_name(_at(table[number], few)) or _at(table[number], many) for number in named):
        return False
    return next((number for number, row in enumerate(table) if _at(row, many)), 0) > named[0]


def _move(row: list[str], source: int, target: int) -> None:
    row.extend([""] * (target + 1 - len(row)))
    row[target], row[source] = row[source], ""


def _at(row: list[str], index: int) -> str:
    return row[index] if index < len(row) else ""


def _is_name(text: str) -> bool:
    return any(char.isalpha() for char in text) and not any(char.isdigit() for char in text)
