"""Words on pages to records of cells: lines by height, columns by where the cells of the movements stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transactions.statements.csv_header import header_strength
from transactions.statements.csv_preamble import balance_kind
from transactions.statements.csv_records import Record
from transactions.statements.dates import read_date, read_short_date
from transactions.statements.numbers import is_amount

CELL_GAP = 0.9  # of the height of the text: a wider gap begins another cell
BESIDE = 0.6  # of it: lines closer than that are one
FOLLOWS = 2.2  # of it: a line that far below continues the movement above
STRONG_HEADER = 2.4
DAY_IN_WORDS = re.compile(r"[^\W\d_]{3,10}\.? \d{1,2}, ?\d{4}|\d{1,2} [^\W\d_]{3,10}\.? \d{4}")
SLACK, LEAST_GAP = 4.0, 1.0  # points


@dataclass(frozen=True, slots=True)
class Cell:
    left: float
    right: float
    text: str


@dataclass(slots=True)
class Line:
    """One line of a page, cells from left to right."""

    number: int  # counted over all pages from 1
    middle: float
    height: float
    page: int
    cells: list[Cell]

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)


Word = tuple[float, float, float, float, str]


def lines_of(pages: Sequence[Sequence[Word]]) -> list[Line]:
    lines: list[Line] = []
    for page, words in enumerate(pages):
        rows: list[list[Word]] = []
        for word in sorted(words, key=lambda w: (-_middle(w), w[0])):
            if rows and _is_level(rows[-1], word):
                rows[-1].append(word)
            else:
                rows.append([word])
        for row in rows:
            height = max(4.0, *(word[3] - word[1] for word in row))
            lines.append(Line(len(lines) + 1, _middle(row[0]), height, page, _cells(row, height)))
    return lines


def _is_level(row: Sequence[Word], word: Word) -> bool:
    """Whether a word stands on this line: marks such as a minus are low or flat, so any overlap by half counts."""
    height = max(word[3] - word[1], row[0][3] - row[0][1], 4.0)
    overlap = min(max(other[3] for other in row), word[3]) - max(min(other[1] for other in row), word[1])
    is_half = overlap * 2 > min(word[3] - word[1], height)
    return _middle(row[0]) - _middle(word) < BESIDE * height or (is_half and _middle(row[0]) - _middle(word) < height)


def _middle(word: Word) -> float:
    return (word[1] + word[3]) / 2


def _cells(row: Sequence[Word], height: float) -> list[Cell]:
    cells: list[Cell] = []
    for left, _, right, _, text in sorted(row, key=lambda word: word[0]):
        if cells and left - cells[-1].right < CELL_GAP * height:
            cells[-1] = Cell(cells[-1].left, max(right, cells[-1].right), f"{cells[-1].text} {text}")
        else:
            cells.append(Cell(left, right, text))
    return cells


def is_movement(line: Line) -> bool:
    """A day among the first cells and an amount with decimals behind it."""
    for place, cell in enumerate(line.cells[:3]):
        if _is_day(cell.text):
            return any(_is_money(after.text) for after in line.cells[place + 1 :])
    return False


def _is_day(text: str) -> bool:
    return len(text) <= 24 and (read_date(text) is not None or read_short_date(text) is not None)


def _is_money(text: str) -> bool:
    return len(text) <= 24 and is_amount(text) and any(mark in text for mark in ".,")


def records_of(lines: Sequence[Line]) -> list[Record]:
    """The lines that matter: what stands before the table, its header, movements with their second lines, balances."""
    movements = _alike([line for line in lines if is_movement(line)])
    if not movements:
        return []
    listed = {line.number for line in movements}
    columns = _columns(movements)
    first = movements[0].number
    records: list[Record] = []
    above: Line | None = None
    for line in lines:
        is_header = header_strength(tuple(cell.text for cell in line.cells)) >= STRONG_HEADER
        if line.number in listed or is_header:
            records.append(_record(line, columns))
            above = None if is_header else line
        elif line.number < first or any(balance_kind(cell.text) for cell in line.cells):
            records.append(Record(line.number, tuple(_with_plain_days(cell.text) for cell in line.cells), line.text))
        elif above is not None and line.page == above.page and above.middle - line.middle < FOLLOWS * above.height:
            if not any(_is_money(cell.text) for cell in line.cells):
                records.append(_record(line, columns))
                above = line
            else:
                above = None
    return records


def _with_plain_days(text: str) -> str:
    """Days in words, as the period of a statement is printed, in ISO: rows without a year take it from there."""
    return DAY_IN_WORDS.sub(_plain_day, text)


def _plain_day(match: re.Match[str]) -> str:
    parts = read_date(match[0])
    return parts.fixed.isoformat() if parts is not None and parts.fixed is not None else match[0]


def _alike(movements: Sequence[Line]) -> list[Line]:
    """Movements whose day stands where most have theirs: boxes with a due date and an amount are none."""
    places = [next(round(cell.left) for cell in line.cells if _is_day(cell.text)) for line in movements]
    common = Counter(places).most_common(1)[0][0] if places else 0
    return [line for line, place in zip(movements, places, strict=True) if abs(place - common) <= SLACK]


def _columns(movements: Sequence[Line]) -> list[tuple[float, float]]:
    """Where cells of movements stand, as intervals; neighbours that hold neither days nor money are one column."""
    spans: list[list[float]] = []
    for left, right in sorted((cell.left, cell.right) for line in movements for cell in line.cells):
        if spans and left <= spans[-1][1] + LEAST_GAP:
            spans[-1][1] = max(spans[-1][1], right)
        else:
            spans.append([left, right])
    texts = [_is_text(movements, left, right) for left, right in spans]
    joined: list[tuple[float, float]] = []
    for index, (left, right) in enumerate(spans):
        if joined and texts[index] and texts[index - 1]:
            joined[-1] = (joined[-1][0], right)
        else:
            joined.append((left, right))
    return joined


def _is_text(movements: Sequence[Line], left: float, right: float) -> bool:
    held = [cell.text for line in movements for cell in line.cells if left <= cell.left <= right]
    return sum(_is_day(text) or _is_money(text) or len(text) <= 2 for text in held) * 2 < len(held)


def _record(line: Line, columns: Sequence[tuple[float, float]]) -> Record:
    placed: list[list[str]] = [[] for _ in columns]
    for cell in line.cells:
        placed[_nearest(cell, columns)].append(cell.text)
    return Record(line.number, tuple(" ".join(texts) for texts in placed), line.text)


def _nearest(cell: Cell, columns: Sequence[tuple[float, float]]) -> int:
    """The column that a cell overlaps most, else the one it is nearest to."""
    return max(range(len(columns)), key=lambda i: min(cell.right, columns[i][1]) - max(cell.left, columns[i][0]))
