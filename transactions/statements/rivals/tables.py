"""Comma-separated exports of other programs: one header line, one record a row, quotes doubled as the standard has it.

The header is what a program is known by. It is looked for in the first lines only, so that asking is cheap.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from transactions.ledger.errors import LineError
from transactions.statements.decoding import decode
from transactions.statements.folding import fold

HEAD = 8192  # bytes in which the header must stand
HEAD_LINES = 6  # a header stands on the first line, or below a few that are empty
DELIMITERS = (",", ";", "\t")
MAX_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the 1-based line it starts on, its cells and its text as it stands in the file."""

    line: int
    cells: tuple[str, ...]
    raw: str


@dataclass(slots=True)
class Table:
    """A read export. `columns` gives the place of each folded column name, the first where a name repeats."""

    columns: dict[str, int]
    encoding: str
    delimiter: str
    rows: list[Row] = field(default_factory=list)
    errors: list[LineError] = field(default_factory=list)
    is_too_long: bool = False

    def cell(self, row: Row, name: str) -> str:
        """The cell under a folded column name, '' where the table or the row has none."""
        at = self.columns.get(name, -1)
        return row.cells[at].strip() if 0 <= at < len(row.cells) else ""

    def column(self, name: str) -> Iterator[str]:
        return (self.cell(row, name) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Header:
    names: tuple[str, ...]  # folded
    delimiter: str
    index: int  # 0-based line


def find_header(data: bytes, is_known: Callable[[Sequence[str]], bool]) -> Header | None:
    """The header that a reader knows, or None. Looks at the first bytes only."""
    return next((header for header in _headers(bytes(data[:HEAD])) if is_known(header.names)), None)


@lru_cache(maxsize=8)
def _headers(head: bytes) -> tuple[Header, ...]:
    """Every reading of the first lines as a header. Cached: a dozen readers ask about the same file."""
    if head.startswith((b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"SQLite")):
        return ()
    lines = _lines(decode(head).text)[:HEAD_LINES]
    found: list[Header] = []
    for index, line in enumerate(lines):
        for delimiter in DELIMITERS:
            if line.count(delimiter) >= 3:
                cells = next(_records([line], delimiter), None)
                names = tuple(fold(cell) for cell in cells[1][:MAX_COLUMNS]) if cells else ()
                found.append(Header(names, delimiter, index))
    return tuple(found)


def read_table(data: bytes, is_known: Callable[[Sequence[str]], bool], max_lines: int) -> Table | None:
    """All records below the header; blank ones and repeated headers are passed over. None when there is no header."""
    decoded = decode(data)
    header = find_header(data, is_known)
    if header is None:
        return None
    columns: dict[str, int] = {}
    for at, name in enumerate(header.names):
        columns.setdefault(name, at)
    table = Table(columns, decoded.encoding, header.delimiter)
    lines = _lines(decoded.text)
    start = header.index + 1
    try:
        for first, cells, last in _records(lines[start:], header.delimiter):
            if not any(cell.strip() for cell in cells) or _is_header(cells, header.names):
                continue
            if len(table.rows) >= max_lines:
                table.is_too_long = True
                break
            raw = "".join(lines[start + first : start + last]).rstrip("\n")
            table.rows.append(Row(start + first + 1, tuple(cells), raw))
    except csv.Error:
        at = table.rows[-1].line + 1 if table.rows else start + 1
        message = "From here on the cells cannot be told apart, perhaps a quote is missing. Export the file again."
        table.errors.append(LineError(at, "row", message))
    return table


def _lines(text: str) -> list[str]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return [line + "\n" for line in text.lstrip("\ufeff").split("\n")]


def _records(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str], int]]:
    """(first line, cells, line after the last), 0-based."""
    reader = csv.reader(lines, delimiter=delimiter)
    before = 0
    for cells in reader:
        yield before, cells, reader.line_num
        before = reader.line_num


def _is_header(cells: Sequence[str], names: tuple[str, ...]) -> bool:
    return len(cells) == len(names) and cells[0][:40].strip() != "" and tuple(fold(cell) for cell in cells) == names
