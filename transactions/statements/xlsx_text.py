"""A sheet whose cells hold lines of a text file: put together again and read as such.

A spreadsheet program that opens a semicolon file as one with commas keeps each line in the first cell and tears it at
the decimal commas.
"""

from __future__ import annotations

from collections.abc import Sequence

DELIMITERS = (";", "\t", "|", ",")
LEAST = 2  # delimiters in a line
SHARE = 0.6  # of the filled rows that have as many as the first of them that has any


def lines_of(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of the text such a sheet holds, none for a sheet of cells.

    Commas count only where every row is one cell: in a sheet of cells a text may hold some.
    """
    filled = [[cell for cell in row if cell] for row in rows if any(row)]
    is_single = all(len(row) == 1 for row in filled)
    whole = [",".join(row) for row in filled]
    for delimiter in DELIMITERS if is_single else DELIMITERS[:-1]:
        counts = [line.count(delimiter) for line in whole]
        heads = [count for row, count in zip(filled, counts, strict=True) if len(row) == 1 and count >= LEAST]
        if heads and len(whole) >= LEAST and counts.count(heads[0]) >= SHARE * len(whole):
            return whole
    return []
