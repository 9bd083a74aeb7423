"""Days that a spreadsheet program turned round: text of one order opened by a program that expects the other.

What could be read as a day became one, with day and month changed places; what could not stayed text. The two kinds
in one column prove it: every typed day is at most the 12th, every text has a number above 12.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transactions.statements.dates import read_date

TYPED = re.compile(r"(\d{4})-(\d{2})-(\d{2})((?: \d{2}:\d{2}:\d{2})?)")
LEAST = 2  # typed days and texts from which the pattern is no accident
Rows = Sequence[list[str]]


def turn_days_back(rows: Rows) -> int:
    """Exchange day and month in place where a column proves that they were exchanged; how many cells were."""
    turned = 0
    for index in range(max((len(row) for row in rows), default=0)):
        cells = [(row, row[index]) for row in rows if index < len(row) and row[index]]
        typed = [(row, match) for row, cell in cells if (match := TYPED.fullmatch(cell)) is not None]
        if len(typed) < LEAST or any(int(match[3]) > 12 for _, match in typed):
            continue
        texts = [numbers for _, cell in cells if (numbers := _open_numbers(cell)) is not None]
        if len(texts) < LEAST or any(max(first, second) <= 12 for first, second in texts):
            continue
        if _is_in_order(cells, turned=False) > _is_in_order(cells, turned=True):
            continue
        for row, match in typed:
            row[index] = _turned(match)
        turned += len(typed)
    return turned


def _turned(match: re.Match[str]) -> str:
    return f"{match[1]}-{match[3]}-{match[2]}{match[4]}"


def _open_numbers(cell: str) -> tuple[int, int] | None:
    """The first two numbers of a date such as 25/01/2024."""
    parts = read_date(cell) if len(cell) <= 24 else None
    return (parts.numbers[0], parts.numbers[1]) if parts is not None and parts.numbers is not None else None


def _is_in_order(cells: Sequence[tuple[list[str], str]], *, turned: bool) -> int:
    """How many neighbours run in the more common direction of time."""
    days: list[str] = []
    for _, cell in cells:
        match = TYPED.fullmatch(cell)
        if match is not None:
            days.append(_turned(match)[:10] if turned else cell[:10])
        elif (parts := read_date(cell)) is not None and (day := parts.in_order("DMY") or parts.in_order("MDY")):
            days.append(day.isoformat())
    forward = sum(first <= second for first, second in pairwise(days))
    backward = sum(first >= second for first, second in pairwise(days))
    return max(forward, backward)
