"""Text to records: line ends, quotes closed or not, cells over several lines, and which delimiter makes sense of it.

The delimiter is chosen by what comes out: records that hold a date and an amount, and names of columns that are known.
Every step looks at each character a bounded number of times.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from transactions.ledger.packed import Lazy
from transactions.statements.csv_header import header_strength
from transactions.statements.dates import read_date
from transactions.statements.numbers import is_amount

DELIMITERS = (",", ";", "\t", "|", "^", "~", "¦", "\x1f")
SPACE_RUN = "  "  # two or more spaces: text made for the eye
MAX_JOINED = 40  # lines one quoted cell may span
MOST_CELLS = 1000  # of a record: no table of movements is that wide, and one line may be the whole file
SAMPLE_LINES = 400
SPACES = 64  # at most, between a closing quote and its delimiter
_STRAY = " \t\u00a0\ufeff\u200b\u200e\u200f\u202a\u202c\u2066\u2069"
_SPACES = re.compile(r" {2,}|\t")
_FILLED = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the 1-based line it starts on, its cleaned cells and its text as it stands in the file."""

    line: int
    cells: tuple[str, ...]
    raw: str


@dataclass(frozen=True, slots=True)
class Dialect:
    delimiter: str
    quote: str
    is_wrapped: bool = False  # every line is one quoted cell that holds the real record
    score: float = 0.0


class Lines(Lazy[str]):
    """The lines of a text, cut out when they are asked for."""

    __slots__ = ("_ends", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = array("I", (match.start() for match in re.finditer("\n", text)))
        self._ends.append(len(text))

    def __len__(self) -> int:
        return len(self._ends)

    def at(self, index: int) -> str:
        return self._text[self._ends[index - 1] + 1 if index else 0 : self._ends[index]]


def split_lines(text: str) -> Lines:
    """Lines by the line end the file uses; a lone carriage return inside rows that end otherwise is a space."""
    text = text.replace("\r\n", "\n").replace("\x00", "")
    returns, feeds = text.count("\r"), text.count("\n")
    return Lines(text.replace("\r", "\n" if returns > feeds else " "))


def find_dialect(lines: Sequence[str], told: str = "") -> Dialect:
    """The delimiter and quoting under which most sample lines are movements and the header is understood.

    `told`: the delimiter the user names, '' to find it.
    """
    sample = _sample(lines)
    if told == SPACE_RUN:
        return Dialect(SPACE_RUN, '"')
    named = [told] if told else _named_delimiter(lines)
    joined = "\n".join(sample)
    best = Dialect(told or ",", '"')
    for wrapped in (False, True) if _looks_wrapped(sample) else (False,):
        for delimiter in named or [d for d in DELIMITERS if d in joined]:
            quote = _quote_for(sample, delimiter)
            dialect = Dialect(delimiter, quote, wrapped)
            score = _score(split_records(sample, dialect))
            if score > best.score:
                best = Dialect(delimiter, quote, wrapped, score)
    if best.score < 1.0 and not told:
        spaced = Dialect(SPACE_RUN, '"')
        score = 0.5 * _score(split_records(sample, spaced))
        if score > best.score:
            best = Dialect(SPACE_RUN, '"', score=score)
    return best if best.score or told else Dialect(_steadiest(sample), '"')


def _steadiest(sample: list[str]) -> str:
    """The delimiter that cuts most lines into the same number of cells, where nothing in them is understood."""

    def steadiness(delimiter: str) -> int:
        counts = Counter(line.count(delimiter) for line in sample if delimiter in line)
        return counts.most_common(1)[0][1] if counts else 0

    return max(DELIMITERS, key=steadiness)


class Records(Lazy[Record]):
    """All records of a text that are not blank, cut anew whenever one is asked for: kept is where they begin. A line
    `sep=;` is an instruction to spreadsheets, not a record."""

    __slots__ = ("_dialect", "_lines", "_starts")

    def __init__(self, lines: Sequence[str], dialect: Dialect) -> None:
        self._lines, self._dialect = lines, dialect
        self._starts = array("I")
        index = 0
        while index < len(lines):
            line = lines[index]
            is_filled, used = True, 1
            if dialect.quote in line:
                cells, used = _quoted(lines, index, dialect)
                is_filled = any(cells)
            elif dialect.delimiter.isalnum() or _FILLED.search(line) is None:  # else a cell is left after cleaning
                is_filled = any(_split_plain(line, dialect.delimiter))
            if is_filled and not (index < 3 and line.lower().startswith("sep=")):
                self._starts.append(index)
            index += used

    def __len__(self) -> int:
        return len(self._starts)

    def at(self, index: int) -> Record:
        start = self._starts[index]
        line = self._lines[start]
        if self._dialect.quote not in line:
            return Record(start + 1, tuple(_split_plain(line, self._dialect.delimiter)), line)
        cells, used = _quoted(self._lines, start, self._dialect)
        return Record(start + 1, tuple(cells), line if used == 1 else "\n".join(self._lines[start : start + used]))


def split_records(lines: Sequence[str], dialect: Dialect) -> Records:
    return Records(lines, dialect)


def clean_cell(text: str) -> str:
    """A cell without what programs put around it: spaces, marks of direction, ="..." and a leading apostrophe."""
    text = text.strip(_STRAY)
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1]
    if text.startswith("'"):
        text = text[1:-1] if len(text) > 1 and text.endswith("'") else text[1:]
    return text.strip(_STRAY) if text[:1].isspace() or text[-1:].isspace() else text


def _split_plain(line: str, delimiter: str) -> list[str]:
    if delimiter == SPACE_RUN:
        return [clean_cell(part) for part in _SPACES.split(line.strip(), MOST_CELLS)]
    parts = line.split(delimiter, MOST_CELLS)
    return parts if _is_tidy(line, delimiter) else [clean_cell(part) for part in parts]


def _is_tidy(line: str, delimiter: str) -> bool:
    """Told from the whole line: no cell begins or ends with something to be cleaned away. Most lines are like that."""
    return (
        line.isascii()
        and "'" not in line
        and "=" not in line
        and f" {delimiter}" not in line
        and f"{delimiter} " not in line
        and ("\t" not in line or delimiter == "\t")
        and line == line.strip(" \t")
    )


def _quoted(lines: Sequence[str], index: int, dialect: Dialect) -> tuple[list[str], int]:
    """Cells of the record that starts on this line and the number of lines it takes."""
    text = lines[index]
    if dialect.is_wrapped:
        inner = text.strip().strip(",;")
        if len(inner) > 1 and inner[0] == inner[-1] == dialect.quote:
            text = inner[1:-1].replace(dialect.quote * 2, dialect.quote)
        return _cells(text, dialect)[0], 1
    cells, is_open = _cells(text, dialect)
    used = 1
    if is_open and index + 1 < len(lines) and (literal := _unquoted(text, lines[index + 1], dialect)):
        return literal, 1
    if is_open:
        for extra in range(1, min(MAX_JOINED, len(lines) - index)):
            if dialect.quote not in lines[index + extra]:
                continue
            longer = "\n".join(lines[index : index + extra + 1])
            joined, still_open = _cells(longer, dialect)
            if not still_open:
                return joined, extra + 1
            if extra > 12:
                break
    return cells, used


def _unquoted(text: str, following: str, dialect: Dialect) -> list[str]:
    """The cells of a line whose quote never closes, when it and the next line are whole movements without it."""
    literal = [cell.replace(dialect.quote, "") for cell in _split_plain(text, dialect.delimiter)]
    after = [cell.strip(dialect.quote) for cell in _split_plain(following, dialect.delimiter)]
    return literal if looks_like_movement(tuple(literal)) and looks_like_movement(tuple(after)) else []


def _cells(text: str, dialect: Dialect) -> tuple[list[str], bool]:
    """The cells of one record, and whether a quote was left open (its text is then taken to the end)."""
    delimiter, quote = dialect.delimiter, dialect.quote
    if delimiter == SPACE_RUN:
        return _split_plain(text.replace(quote, ""), delimiter), False
    cells: list[str] = []
    position, length, is_open = 0, len(text), False
    while position <= length and len(cells) <= MOST_CELLS:
        begin = position
        while begin < length and text[begin] in " \t" and text[begin] != delimiter:
            begin += 1
        if text.startswith(quote, begin):
            end, content = _closing(text, begin + 1, delimiter, quote)
            if end < 0:
                is_open = True
                end = length
            cells.append(clean_cell(" ".join(content.split("\n")) if "\n" in content else content))
        else:
            end = text.find(delimiter, position)
            end = length if end < 0 else end
            cells.append(clean_cell(text[position:end]))
        position = end + 1
    return cells, is_open


def _closing(text: str, start: int, delimiter: str, quote: str) -> tuple[int, str]:
    """Where the quoted cell ends (the index of its delimiter) and its content; -1 when it never closes.

    A quote closes only before a delimiter or the end. Banks forget to double inner quotes; once one is seen
    undoubled, a doubled one at the end of the cell is an inner quote and the closing one.
    """
    if _closer(delimiter, quote).search(text, start) is None:
        return -1, text[start:]  # asked at once: torn files have thousands of quotes that close nowhere
    position, is_sloppy = start, False
    while True:
        at = text.find(quote, position)
        if at < 0:
            return -1, text[start:]
        after = at + 1
        if text.startswith(quote, after) and not (is_sloppy and _ends_cell(text, after + 1, delimiter)):
            position = after + 1
            continue
        if text.startswith(quote, after):
            at, after = after, after + 1
        end = _ends_cell(text, after, delimiter)
        if end:
            return end - 1, text[start:at].replace(quote * 2, quote)
        is_sloppy, position = True, after


@lru_cache(maxsize=64)
def _closer(delimiter: str, quote: str) -> re.Pattern[str]:
    """Wherever a quoted cell could end: a quote with the delimiter or the end behind it, as `_ends_cell` has it."""
    return re.compile(rf"{re.escape(quote)}[ \t\r]{{0,{SPACES}}}(?:{re.escape(delimiter)}|\Z)")


def _ends_cell(text: str, position: int, delimiter: str) -> int:
    """1 + the index of the delimiter (or end) that follows, spaces aside; 0 when something else follows."""
    limit = min(position + SPACES, len(text))
    while position < limit and text[position] in " \t\r" and text[position] != delimiter:
        position += 1
    return position + 1 if position >= len(text) or text.startswith(delimiter, position) else 0


def _sample(lines: Sequence[str]) -> list[str]:
    if len(lines) <= SAMPLE_LINES:
        return list(lines)
    middle = len(lines) // 2
    return [*lines[: SAMPLE_LINES * 3 // 4], *lines[middle : middle + SAMPLE_LINES // 4]]


def _named_delimiter(lines: Sequence[str]) -> list[str]:
    first = next((line.strip('\ufeff "') for line in lines if line.strip()), "")
    return [first[4]] if first.lower().startswith("sep=") and len(first) >= 5 else []


def _looks_wrapped(sample: list[str]) -> bool:
    filled = [line.strip().rstrip(",;") for line in sample if line.strip()]
    whole = sum(
        line.startswith('"') and line.endswith('"') and ('""' in line or line.count('"') == 2) for line in filled
    )
    return bool(filled) and whole > len(filled) * 0.5


def _quote_for(sample: list[str], delimiter: str) -> str:
    """The double quote, unless there is none and most lines are quoted by apostrophes."""
    if any('"' in line for line in sample):
        return '"'
    filled = [line for line in sample if line.strip()]
    by_apostrophe = sum(line.startswith("'") and f"'{delimiter}'" in line for line in filled)
    return "'" if filled and by_apostrophe > len(filled) * 0.5 else '"'


def looks_like_movement(cells: tuple[str, ...]) -> bool:
    """A record with a date in one cell and an amount in another."""
    has_date = has_amount = False
    for cell in cells:
        if not cell or len(cell) > 48:
            continue
        if not has_date and read_date(cell) is not None:
            has_date = True
        elif not has_amount and is_amount(cell):
            has_amount = True
        if has_date and has_amount:
            return True
    return False


def _score(records: Sequence[Record]) -> float:
    movements = [record for record in records if looks_like_movement(record.cells)]
    widths = Counter(len(record.cells) for record in movements)
    steady = widths.most_common(1)[0][1] / len(movements) if movements else 0.0
    header = max((header_strength(record.cells) for record in records[:80]), default=0.0)
    return len(movements) * (0.7 + 0.3 * steady) + min(header, 6.0)
