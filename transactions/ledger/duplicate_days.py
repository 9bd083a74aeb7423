"""Pairing what is left over by amount and day, when two statements date the same movements differently."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

WINDOW = 5  # days between booking dates of one movement in two formats: a card payment over Easter
MOST_NEAR = 24  # candidates looked at for one line: a hundred thousand equal amounts stay linear
UNSEEN = 0.02
USUAL = {0: 0.8, 1: 0.08, -1: 0.08, 2: 0.03, -2: 0.03}


class Dated(Protocol):
    @property
    def key(self) -> int: ...
    @property
    def row(self) -> int: ...
    @property
    def booking_date(self) -> date: ...
    @property
    def amount_minor(self) -> int: ...


T = TypeVar("T", bound=Dated)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line and a row that may be one: the least distance of their days, and how alike their texts are, 0 to 1."""

    days: int
    likeness: float


def learn_shift(rows: Iterable[T], lines: Iterable[T]) -> Mapping[int, float]:
    """How many days later the lines state what the rows state: share by shift, learned from amounts that stand once on
    either side, over what is usual."""
    by_amount = _single(rows)
    shifts = Counter(
        days
        for amount, line in _single(lines).items()
        if amount in by_amount and abs(days := (line.booking_date - by_amount[amount].booking_date).days) <= WINDOW
    )
    weight = 2.0  # as much as two observed pairs
    total = shifts.total() + weight
    return {days: (shifts[days] + weight * USUAL.get(days, UNSEEN)) / total for days in range(-WINDOW, WINDOW + 1)}


def _single(rows: Iterable[T]) -> dict[int, T]:
    found: dict[int, dict[int, T]] = defaultdict(dict)
    for row in rows:
        found[row.amount_minor].setdefault(row.row, row)
    return {amount: next(iter(same.values())) for amount, same in found.items() if len(same) == 1}


def assign(
    lines: Sequence[T], rows: Sequence[T], shift: Mapping[int, float], judge: Callable[[T, T], Candidate | None]
) -> list[tuple[T, T, Candidate]]:
    """Pairs, each line and each row at most once, the likeliest first. `judge` gives None for pairs that cannot be.

    `lines` and `rows` are sorted by day. The cost of a pair is the surprise of its shift and of its texts.
    """
    by_amount: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        by_amount[row.amount_minor].append(row)
    edges: list[tuple[float, int, int, Candidate, T, T]] = []
    for number, line in enumerate(lines):
        same = by_amount.get(line.amount_minor)
        if not same:
            continue
        for row in within(same, line.booking_date, WINDOW, MOST_NEAR):
            found = judge(line, row)
            if found is not None:
                edges.append((_cost(line, row, shift, found), number, len(edges), found, line, row))
    edges.sort(key=lambda edge: edge[:3])
    taken_lines: set[int] = set()
    taken_rows: set[int] = set()
    pairs: list[tuple[T, T, Candidate]] = []
    for _, _, _, found, line, row in edges:
        if line.key not in taken_lines and row.row not in taken_rows:
            taken_lines.add(line.key)
            taken_rows.add(row.row)
            pairs.append((line, row, found))
    return pairs


def within(rows: Sequence[T], day: date, reach: int, most: int) -> Sequence[T]:
    """Of rows sorted by day, those at most `reach` days away; of very many, the `most` around the day itself."""
    low = bisect_left(rows, day - timedelta(days=reach), key=_day)
    high = bisect_right(rows, day + timedelta(days=reach), key=_day)
    if high - low > most:
        middle = bisect_left(rows, day, key=_day)
        low, high = max(low, middle - most // 2), min(high, middle + most // 2)
    return rows[low:high]


def _day(row: Dated) -> date:
    return row.booking_date


def _cost(line: T, row: T, shift: Mapping[int, float], found: Candidate) -> float:
    apart = (line.booking_date - row.booking_date).days
    surprise = -math.log(shift.get(apart, UNSEEN))
    return surprise + 3.0 * (1.0 - found.likeness) + 0.2 * found.days
