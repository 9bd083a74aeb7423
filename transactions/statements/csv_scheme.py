"""A reading of the money columns, and how well a balance column fits it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from transactions.statements.csv_columns import Column, flag_of
from transactions.statements.csv_records import Record
from transactions.statements.dates import read_date
from transactions.statements.folding import fold
from transactions.statements.numbers import parse_amount

BALANCE_WEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Scheme:
    """Columns by index. Either `amount` (with or without `flag`) or at least one of `debit` and `credit`."""

    amount: int | None = None
    debit: int | None = None
    credit: int | None = None
    flag: int | None = None
    balance: int | None = None
    score: float = 0.0
    balance_share: float = 0.0  # share of neighbouring rows whose balances differ by the amount
    is_inverted: bool = False  # the balance proves that positive means leaving
    is_before: bool = False  # the balance column prints what there was before the movement

    @property
    def is_pair(self) -> bool:
        return self.amount is None

    @property
    def money_columns(self) -> tuple[int, ...]:
        return tuple(i for i in (self.amount, self.debit, self.credit) if i is not None)


def with_balance(
    scheme: Scheme, balances: list[Column], columns: Sequence[Column], sample: Sequence[Record], trend: int
) -> Scheme:
    """The scheme with the balance column that checks best, or that is at least named so."""
    best = scheme
    for column in balances:
        if column.index in scheme.money_columns:
            continue
        found = _balance_check(scheme, column, columns, sample)
        # A balance that moves against the amounts is one from before the movement, unless the dates run the
        # other way: then the amounts mean the opposite, which two named columns never do.
        is_before = found.is_turned and trend in (0, found.trend_if_before)
        if scheme.is_pair and found.is_turned and not is_before:
            found = replace(found, share=0.0)
        weight = BALANCE_WEIGHT if found.pairs >= 3 else 2.0 if found.pairs else 0.0
        named = column.role("balance") >= 0.45
        if found.share < 0.5 and not named:
            continue
        score = scheme.score + weight * found.share + 0.4 * named
        if score > best.score:
            proven = found.share if found.pairs >= (1 if scheme.is_pair else 2) else 0.0
            is_turned = found.is_turned and proven >= 0.75
            # Amounts without any sign move a balance both ways, which says nothing of when it was printed.
            is_before = is_turned and is_before and not _is_unsigned(scheme, columns)
            best = replace(
                scheme, balance=column.index, score=score, balance_share=proven,
                is_inverted=is_turned and not is_before, is_before=is_before,
            )  # fmt: skip
    return best


def _is_unsigned(scheme: Scheme, columns: Sequence[Column]) -> bool:
    return scheme.amount is not None and scheme.flag is None and not columns[scheme.amount].negatives


@dataclass(frozen=True, slots=True)
class _BalanceCheck:
    """How the rows fit a balance column. `is_turned`: it moves against the amounts."""

    share: float
    pairs: int
    is_turned: bool = False
    trend_if_before: int = 0  # +1 when a balance from before the movement would need rows that run forward in time


def _balance_check(
    scheme: Scheme, balance: Column, columns: Sequence[Column], sample: Sequence[Record]
) -> _BalanceCheck:
    """Share of neighbours whose balances differ by the amount, how many there were, and whether by its opposite."""
    marks = {column.index: column.decimal_mark for column in columns}
    series = [(_net(row, scheme, columns, marks), _value(row, balance.index, marks)) for row in sample[:400]]
    kept = [(amount, running) for amount, running in series if amount and running is not None]
    hits = {(step, sign): 0 for step in (0, 1) for sign in (1, -1)}
    pairs = 0
    for (amount_0, balance_0), (amount_1, balance_1) in pairwise(kept):
        pairs += 1
        moved = balance_1 - balance_0
        for sign in (1, -1):
            hits[0, sign] += moved == sign * amount_1
            hits[1, sign] += -moved == sign * amount_0
    if not pairs:
        return _BalanceCheck(0.0, 0)
    (step, sign), most = max(hits.items(), key=lambda item: (item[1], item[0][1]))
    if scheme.flag is not None and scheme.amount is not None and (absolute := _absolute_hits(kept)) > most:
        return _BalanceCheck(absolute / pairs, pairs)
    return _BalanceCheck(most / pairs, pairs, sign < 0, 1 if step else -1)


def trend_of(sample: Sequence[Record], dates: Sequence[int]) -> int:
    """+1 when the rows run forward in time, -1 backward, 0 when no date column tells."""
    for index in dates:
        read = (read_date(row.cells[index]) for row in sample if index < len(row.cells))
        parts = [one for one in read if one is not None]
        for order in ("DMY", "MDY"):
            days = [day for one in parts if (day := one.in_order(order))]
            up, down = sum(a < b for a, b in pairwise(days)), sum(a > b for a, b in pairwise(days))
            if len(days) == len(parts) and (up > 3 * down or down > 3 * up):
                return 1 if up > down else -1
    return 0


def _absolute_hits(kept: Sequence[tuple[Decimal, Decimal]]) -> int:
    """With a flag column the sign is not in the amount: sizes must agree."""
    down = up = 0
    for (amount_0, balance_0), (amount_1, balance_1) in pairwise(kept):
        down += abs(balance_1 - balance_0) == abs(amount_1)
        up += abs(balance_1 - balance_0) == abs(amount_0)
    return max(down, up)


def _flagged(value: Decimal, row: Record, flags: Column) -> Decimal:
    """With the sign that the word in the flag column gives it."""
    cell = row.cells[flags.index] if flags.index < len(row.cells) else ""
    way = flags.letters.get(fold(cell)) or flag_of(cell)
    return abs(value) if way == "in" else -abs(value) if way == "out" else value


def _net(row: Record, scheme: Scheme, columns: Sequence[Column], marks: dict[int, str]) -> Decimal | None:
    if scheme.amount is not None:
        value = _value(row, scheme.amount, marks)
        return value if value is None or scheme.flag is None else _flagged(value, row, columns[scheme.flag])
    debit, credit = _value(row, scheme.debit, marks), _value(row, scheme.credit, marks)
    if debit is None and credit is None:
        return None
    return abs(credit or Decimal(0)) - abs(debit or Decimal(0))


def _value(row: Record, column: int | None, marks: dict[int, str]) -> Decimal | None:
    if column is None or column >= len(row.cells):
        return None
    amount = parse_amount(row.cells[column], marks.get(column, "."))
    return amount.value if amount else None
