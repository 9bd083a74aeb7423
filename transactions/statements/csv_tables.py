"""Where the tables of a file are: what stands before, the header or none, and the rows under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from transactions.ledger.packed import Picked
from transactions.statements.csv_header import header_strength, known_name, role_scores
from transactions.statements.csv_records import Record, looks_like_movement
from transactions.statements.dates import read_date, read_short_date
from transactions.statements.numbers import is_amount

HEADER_WITHIN = 250  # records searched for the first header; preambles of real files have up to 24 lines
STRONG, WEAK = 2.4, 3.5  # least strength of a first header, and of another one further down


@dataclass(slots=True)
class Table:
    """One table: the names of each column (none, one, or one per language), its rows, and what stood before it."""

    names: tuple[tuple[str, ...], ...] = ()
    header_line: int | None = None
    rows: Sequence[Record] = ()
    preamble: list[Record] = field(default_factory=list)
    units: dict[int, str] = field(default_factory=dict)  # by column, what stood at every amount and was taken off

    def names_of(self, column: int) -> tuple[str, ...]:
        return self.names[column] if column < len(self.names) else ()


def find_tables(records: Sequence[Record], header_line: int | None = None) -> list[Table]:
    """The tables in file order; a repeated header is dropped, a different one starts a new table.

    `header_line`: the line that holds the header as the user says, 0 for none; None: look for it.
    """
    if header_line == 0:
        return [Table(rows=records)]
    first = _record_at(records, header_line) if header_line is not None else _first_header(records)
    if first is None:
        return [_without_header(records)]
    tables: list[Table] = []
    table = Table(preamble=list(records[:first]))
    rows = Picked(records)
    header: tuple[str, ...] = ()  # the cells of the header that is in force
    index = first
    while index < len(records):
        record = records[index]
        is_repeat = bool(header) and record.cells == header
        if index == first or (not is_repeat and _is_other_header(record)):
            table, index = _start(records, index, table)
            tables.append(table)
            first = index - 1 if len(table.names_of(0)) < 2 else index - 2
            header = records[first].cells if table.names else ()
            rows = table.rows = Picked(records)
            continue
        if not is_repeat:
            rows.pick(index)
        index += 1
    return tables


def _record_at(records: Sequence[Record], line: int) -> int | None:
    """The record that stands on this line, which may be any of the lines it takes."""
    return next((i for i in range(len(records) - 1, -1, -1) if records[i].line <= line), None)


def _start(records: Sequence[Record], index: int, before: Table) -> tuple[Table, int]:
    """A new table at this header, with a second header row taken in when the next one is a header too."""
    header = [records[index]]
    if index + 1 < len(records) and _is_text_only(records[index + 1]):
        below = records[index + 1]
        if header_strength(below.cells) >= 2.0 or _names_the_gaps(header[0], below):
            header.append(below)
    width = max(len(record.cells) for record in header)
    names = tuple(tuple(r.cells[i] for r in header if i < len(r.cells) and r.cells[i]) for i in range(width))
    between = [record for record in before.rows[-6:] if not looks_like_movement(record.cells)]
    preamble = before.preamble if not before.names else between + before.preamble
    return Table(names, header[0].line, preamble=preamble), index + len(header)


def _names_the_gaps(above: Record, below: Record) -> bool:
    """A second line that names money out and in, one of them where the header has no name: 'Amount' over both."""
    sides = [
        (index, side)
        for index, cell in enumerate(below.cells)
        if cell
        for side in ("debit", "credit")
        if role_scores(cell).get(side, 0.0) >= 0.9
    ]
    filled = sum(1 for cell in below.cells if cell)
    is_gap = any(index >= len(above.cells) or not above.cells[index] for index, _ in sides)
    return {side for _, side in sides} == {"debit", "credit"} and len(sides) == filled and is_gap


def _first_header(records: Sequence[Record]) -> int | None:
    strengths = [header_strength(record.cells) for record in records[:HEADER_WITHIN]]
    near = enumerate(records[: 2 * HEADER_WITHIN])
    last = max((i for i, record in near if _may_be_movement(record)), default=HEADER_WITHIN)
    # What stands below all movements heads a summary, if anything.
    strengths = [strength if i < last else 0.0 for i, strength in enumerate(strengths)]
    best = max(strengths, default=0.0)
    if best >= STRONG:
        enough = min(best, max(STRONG, 0.75 * best))
        return next(i for i, strength in enumerate(strengths) if strength >= enough)
    return _unknown_header(records)


def _may_be_movement(record: Record) -> bool:
    """Also where the rows print no year."""
    if looks_like_movement(record.cells):
        return True
    is_dated = any(read_short_date(cell) is not None for cell in record.cells[:4] if cell)
    return is_dated and any(is_amount(cell) for cell in record.cells if cell and read_short_date(cell) is None)


def _unknown_header(records: Sequence[Record]) -> int | None:
    """A header in words nobody taught us: the row of words right above the first movement, as wide as it."""
    start = next((i for i, record in enumerate(records) if looks_like_movement(record.cells)), 0)
    if start == 0:
        return None
    above, movement = records[start - 1], records[start]
    filled = sum(1 for cell in above.cells if cell)
    wide = len(above.cells) >= len(movement.cells) - 1 and filled >= max(3, len(movement.cells) // 2)
    return start - 1 if wide and _is_text_only(above) else None


def _is_text_only(record: Record) -> bool:
    return not any(cell and (is_amount(cell) or read_date(cell) is not None) for cell in record.cells)


def _is_other_header(record: Record) -> bool:
    if len(record.cells) < 3 or any(cell[:1].isdigit() or cell[:1] in {"-", "+"} for cell in record.cells):
        return False
    if sum(map(known_name, record.cells)) < 2:
        return False
    return header_strength(record.cells) >= WEAK


def _without_header(records: Sequence[Record]) -> Table:
    start = next((i for i, record in enumerate(records) if looks_like_movement(record.cells)), len(records))
    return Table(rows=Picked(records, range(start, len(records))), preamble=list(records[:start]))
