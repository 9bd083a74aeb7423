"""What the cells of each column are: shares of dates, amounts, currencies and flags over a sample of movements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from transactions.ledger.money import is_currency
from transactions.statements.csv_header import ROLES, currency_in_name, role_scores
from transactions.statements.csv_records import Record, looks_like_movement
from transactions.statements.csv_tables import Table
from transactions.statements.dates import read_date
from transactions.statements.folding import fold, symbols
from transactions.statements.numbers import SYMBOLS, choose_decimal_mark, decimal_mark_votes, is_amount, parse_amount
from transactions.statements.parsed import Overrides
from transactions.statements.words_rows import FLAG_IN, FLAG_NEITHER, FLAG_OUT

SAMPLE_ROWS = 1500
BLANK = frozenset({"", "-", "--", "—", "–", ".", "n/a", "N/A", "null", "NULL", "None", "nan"})
MAX_COLUMNS = 90
IN, OUT, NEITHER = symbols(FLAG_IN), symbols(FLAG_OUT), symbols(FLAG_NEITHER)
IN_STEMS = ("bijschr", "bijgeschr", "gutschr", "einzahl", "zahlungseing", "ontvang", "stort")
OUT_STEMS = ("afschr", "afgeschr", "belast", "lastschr", "abbuch", "auszahl", "zahlungsausg", "opname")
IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. Shares are of filled cells, `filled` is a share of the sampled rows."""

    index: int
    names: tuple[str, ...]
    roles: Mapping[str, float]
    filled: float
    dates: float
    amounts: float
    decimals: float
    negatives: float
    zeros: float
    plain_long: float  # long runs of digits without any mark: identifiers, not money
    currencies: float
    flags: float
    distinct: int
    count: int
    length: float  # average characters
    ibans: float
    marked: float  # a currency or a sign stands in the cell
    decimal_mark: str
    name_currency: str
    sole_value: str = ""  # the value, where all filled cells have the same
    nonzero: int = 0  # bit i is set when sampled row i has an amount other than zero here
    present: int = 0  # bit i is set when sampled row i has anything here
    order: float = 0.0  # share of neighbouring dates that run in one direction
    letters: Mapping[str, str] = field(default_factory=dict)  # what single letters mean here, by the words of the name
    told: str | None = None  # the role the user gave it; "" = not to be used, None = not said
    open_marks: int = 0  # cells such as 1.234, which leave open what the mark is, when no cell of the file proves it

    def role(self, *names: str) -> float:
        return max((self.roles.get(name, 0.0) for name in names), default=0.0)

    def may_be(self, *roles: str) -> bool:
        """False when the user gave the column another role than these."""
        return self.told is None or self.told in roles

    def best_role(self) -> str:
        return max(self.roles, key=lambda name: self.roles[name], default="")


@lru_cache(maxsize=8192)
def flag_of(text: str) -> str:
    """'in', 'out', 'neither' or '' for the content of a flag column."""
    bare = text.strip()
    word = fold(bare) or bare
    if word in NEITHER:
        return "neither"
    if word in IN or word in OUT:
        return "in" if word in IN else "out"
    if word.startswith((*IN_STEMS, *OUT_STEMS)):
        return "in" if word.startswith(IN_STEMS) else "out"
    parts = bare.split()  # the same in two languages: '借 Dr'
    return flag_of(parts[0]) if len(parts) == 2 and flag_of(parts[0]) == flag_of(parts[1]) else ""


def letters_of(names: tuple[str, ...]) -> dict[str, str]:
    """'Cargo/Abono' over a column of C and A: the name says what each letter means, against what it means elsewhere."""
    for name in names:
        parts = [fold(part) for part in re.split(r"[/|,\-()]| o | or | oder | ou ", name.lower()) if part.strip()]
        out = [part for part in parts if part in ROLES["debit"] or part in OUT]
        into = [part for part in parts if part in ROLES["credit"] or part in IN]
        if len(out) == len(into) == 1 and out[0][:1] != into[0][:1]:
            return {out[0][:1]: "out", into[0][:1]: "in", out[0]: "out", into[0]: "in"}
    return {}


def _opposites(cells: list[str]) -> dict[str, str]:
    """Of two letters of which one is known, the other one is its opposite."""
    found = {fold(cell) for cell in cells}
    known = {letter: way for letter in found if (way := flag_of(letter)) in ("in", "out")}
    if len(found) != 2 or len(known) != 1 or any(len(letter) > 2 for letter in found):
        return {}
    letter, way = next(iter(known.items()))
    return {letter: way, next(iter(found - {letter})): "in" if way == "out" else "out"}


def sample_movements(rows: Sequence[Record]) -> list[Record]:
    """Up to SAMPLE_ROWS movements spread over the whole table."""
    step = max(1, len(rows) // (SAMPLE_ROWS * 2))
    found = [row for row in rows[::step] if looks_like_movement(row.cells)]
    return found[:: max(1, len(found) // SAMPLE_ROWS)]


def describe_columns(table: Table, sample: list[Record], fallback_mark: str, overrides: Overrides) -> list[Column]:
    width = min(max((len(row.cells) for row in sample), default=0), MAX_COLUMNS)
    cells = [[row.cells[i] for row in sample if i < len(row.cells) and row.cells[i] not in BLANK] for i in range(width)]
    votes = {".": 0, ",": 0, "?.": 0, "?,": 0}
    for column in cells:
        for mark, count in decimal_mark_votes(cell for cell in column if read_date(cell) is None).items():
            votes[mark] += count
    common = overrides.decimal_mark or choose_decimal_mark(votes, fallback_mark)
    described = [
        replace(
            _describe(i, table.names_of(i), cells[i], len(sample), overrides.decimal_mark or _mark(cells[i], common)),
            nonzero=_nonzero(sample, i),
            present=sum(
                1 << number for number, row in enumerate(sample) if i < len(row.cells) and row.cells[i] not in BLANK
            ),
            order=_order(cells[i]),
            open_marks=0 if votes["."] or votes[","] or overrides.decimal_mark else _open_marks(cells[i]),
        )
        for i in range(width)
    ]
    return [_as_told(column, overrides) for column in described]


def _as_told(column: Column, overrides: Overrides) -> Column:
    told = overrides.columns.get(column.index)
    return column if told is None else replace(column, told=told, roles={told: 1.0} if told else {})


def _open_marks(cells: list[str]) -> int:
    """How many cells are like 1.234 when all are; one that is a plain number shows that amounts have no decimals."""
    votes = decimal_mark_votes(cells)
    left_open = votes["?."] + votes["?,"]
    return left_open if left_open == len(cells) else 0


def _nonzero(sample: list[Record], index: int) -> int:
    bits = 0
    for number, row in enumerate(sample):
        amount = parse_amount(row.cells[index]) if index < len(row.cells) else None
        if amount is not None and amount.value:
            bits |= 1 << number
    return bits


def _order(cells: list[str]) -> float:
    """How well the dates of a column run in order of time, the day first or the month first; 0 for no dates."""
    parts = [read for cell in cells[:400] if (read := read_date(cell)) is not None]
    best = 0.0
    for order in ("DMY", "MDY"):
        days = [day for one in parts if (day := one.in_order(order))]
        if len(days) == len(parts) > 1:
            steps = list(pairwise(days))
            forward, backward = sum(a <= b for a, b in steps), sum(a >= b for a, b in steps)
            best = max(best, forward / len(steps), backward / len(steps))
    return best


def _mark(cells: list[str], common: str) -> str:
    """The column's own decimal mark; that of the whole table where its cells do not tell."""
    votes = decimal_mark_votes(cells)
    return choose_decimal_mark(votes, common) if votes["."] != votes[","] else common


def _describe(index: int, names: tuple[str, ...], cells: list[str], rows: int, mark: str) -> Column:
    count = len(cells)
    share = 1 / count if count else 0.0
    dates = sum(read_date(cell) is not None for cell in cells)
    amounts = [amount for cell in cells if (amount := parse_amount(cell, mark)) is not None]
    letters = letters_of(names) or _opposites(cells)
    return Column(
        index=index,
        names=names,
        roles=_roles(names),
        filled=count / rows if rows else 0.0,
        dates=dates * share,
        amounts=sum(is_amount(cell) for cell in cells) * share,
        decimals=sum(
            amount.value != int(amount.value) or _has_decimals(cell)
            for amount, cell in zip(amounts, cells, strict=False)
        )
        * share,
        negatives=sum(amount.value < 0 for amount in amounts) * share,
        zeros=sum(amount.value == 0 for amount in amounts) * share,
        plain_long=sum(cell.isdigit() and (len(cell) >= 7 or (len(cell) > 1 and cell[0] == "0")) for cell in cells)
        * share,
        currencies=sum(_is_currency(cell) for cell in cells) * share,
        flags=sum(bool(letters.get(fold(cell)) or flag_of(cell)) for cell in cells) * share,
        distinct=len(set(cells)),
        count=count,
        length=sum(map(len, cells)) * share,
        ibans=sum(IBAN.fullmatch(cell.replace(" ", "")) is not None for cell in cells) * share,
        marked=sum(amount.is_signed or bool(amount.currency) for amount in amounts) * share,
        decimal_mark=mark,
        sole_value=cells[0] if cells and len(set(cells)) == 1 else "",
        letters=letters,
        name_currency=next((code for name in names if (code := currency_in_name(name))), ""),
    )


def _is_currency(cell: str) -> bool:
    return (len(cell) == 3 and is_currency(cell.upper())) or cell.lower() in SYMBOLS


def _has_decimals(cell: str) -> bool:
    tail = cell.rstrip("0123456789")
    return tail[-1:] in {".", ","} and 1 <= len(cell) - len(tail) <= 2


def _roles(names: tuple[str, ...]) -> dict[str, float]:
    merged: dict[str, float] = {}
    for name in names:
        for role, score in role_scores(name).items():
            merged[role] = max(merged.get(role, 0.0), score)
    return merged
