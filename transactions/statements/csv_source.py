"""A key for where a file comes from: the same for every export of one source and layout, whatever its rows say."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from transactions.statements.csv_records import Record
from transactions.statements.csv_tables import Table, find_tables
from transactions.statements.dates import read_date
from transactions.statements.folding import fold
from transactions.statements.numbers import is_amount

LOOKED_AT = 400  # records
_FIGURES = re.compile(r"\d+")


def source_key(records: Sequence[Record], delimiter: str, format_name: str) -> str:
    """32 hexadecimal digits. Dates and numbers inside the names do not count: they change from file to file."""
    tables = find_tables(records[:LOOKED_AT])
    names = [_FIGURES.sub("", fold(" ".join(parts))).strip() for table in tables for parts in (*table.names, ("|",))]
    layout = "\x1f".join(names) if tables[0].names else _shape(tables[0])
    digest = hashlib.sha256(f"{format_name}\x1e{delimiter}\x1e{layout}".encode("utf-8", "replace"))
    return digest.hexdigest()[:32]


def _shape(table: Table) -> str:
    """Without names: how wide the rows are, and which columns are dates or amounts in every one of them."""
    rows = [row.cells for row in table.rows[:200]]
    widths = [len(cells) for cells in rows]
    width = max(set(widths), key=lambda one: (widths.count(one), one), default=0)
    kept = [cells for cells in rows if len(cells) == width]
    return f"{width}:" + "".join(_kind([cells[i] for cells in kept]) for i in range(min(width, 90)))


def _kind(cells: list[str]) -> str:
    if any(not cell for cell in cells):
        return "-"
    if all(read_date(cell) is not None for cell in cells):
        return "d"
    return "a" if all(is_amount(cell) and not cell.isdigit() for cell in cells) else "-"
