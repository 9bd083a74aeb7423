"""A text table that ends in the middle of a row: the value it ends in may be half of what stood there."""

from __future__ import annotations

from collections.abc import Sequence

from transactions.ledger.errors import LineError
from transactions.statements.csv_records import Record
from transactions.statements.dates import read_date

COMPARED = 50  # rows before the last
LEAST = 2
CUT = "The file ends inside this row: it was cut off, and rows may be missing. Download it again and import that."


def cut_row(text: str, records: Sequence[Record]) -> LineError | None:
    """The error of a last row that is a movement, has no line end, and fewer cells than each of the movements before.

    Rows without a day are footers, and where rows differ in length their ends mean nothing.
    """
    if not records or text.endswith(("\n", "\r")):
        return None
    last = records[-1]
    day = next((place for place, cell in enumerate(last.cells[:4]) if read_date(cell) is not None), None)
    if day is None:
        return None
    others = [
        one for one in records[-COMPARED - 1 : -1] if day < len(one.cells) and read_date(one.cells[day]) is not None
    ]
    lengths = {len(one.cells) for one in others}
    if len(others) < LEAST or len(lengths) != 1 or len(last.cells) >= lengths.pop():
        return None
    return LineError(last.line, "file", CUT)
