"""Pairing what is left over by amount and day, when two statements date the same movements differently."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

WINDOW = 5  # days between booking dates of one movement in two formats: a card payment over Easter
MOST_NEAR = 24  # candidates looked at for one line: a hundred thousand equal amounts stay linear
MOST_MOVED = 60  # pairs moved along to make room for one line
MOST_SURPRISE = 8.0  # that moving along may cost; above it a row that should be there is likelier missing
UNSEEN = 0.02
CLEARER = 0.05  # by so much value days have to agree better than booking days
KNOWN_BY_NAME = 5.0  # a number that stands in both texts outweighs an unlikely day
USUAL = {0: 0.8, 1: 0.08, -1: 0.08, 2: 0.03, -2: 0.03}


class Dated(Protocol):
    @property
    def key(self) -> int: ...
    @property
    def row(self) -> int: ...
    @property
    def booking_date(self) -> date: ...
    @property
    def value_date(self) -> date | None: ...
    @property
    def amount_minor(self) -> int: ...


T = TypeVar("T", bound=Dated)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line and a row that may be one: the least distance of their days, and how alike their texts are, 0 to 1."""

    days: int
    likeness: float
    is_same_reference: bool = False


class Days(StrEnum):
    """Which days of the two sides tell the same thing: a format may date its rows by booking or by value."""

    BOOKED = "booked"
    LINE_BY_VALUE = "line by value"
    ROW_BY_VALUE = "row by value"

    def apart(self, line: Dated, row: Dated) -> int:
        """How many days later the line is than the row."""
        mine = line.value_date if self is Days.LINE_BY_VALUE and line.value_date else line.booking_date
        theirs = row.value_date if self is Days.ROW_BY_VALUE and row.value_date else row.booking_date
        return (mine - theirs).days


@dataclass(frozen=True, slots=True)
class Shift:
    """How many days later a file states what the rows state: share by days, and the pairs it was observed on."""

    shares: Mapping[int, float] = field(default_factory=dict)
    observed: int = 0
    days: Days = Days.BOOKED

    def share(self, days: int) -> float:
        return self.shares.get(days, UNSEEN)

    def share_of(self, line: Dated, row: Dated) -> float:
        return self.share(self.days.apart(line, row))


def learn_shift(rows: Iterable[T], lines: Iterable[T]) -> Shift:
    """How many days later the lines state what the rows state: share by shift, learned from amounts that stand once on
    either side, over what is usual; by the days that agree most."""
    by_amount, singles = _single(rows), _single(lines)
    pairs = [(line, by_amount[amount]) for amount, line in singles.items() if amount in by_amount]
    found = [_shift_by(days, pairs) for days in Days]
    return max(found, key=lambda shift: shift.share(0) - (0.0 if shift.days is Days.BOOKED else CLEARER))


def _shift_by(days: Days, pairs: Sequence[tuple[T, T]]) -> Shift:
    shifts = Counter(apart for line, row in pairs if abs(apart := days.apart(line, row)) <= WINDOW)
    weight = 2.0  # as much as two observed pairs
    total = shifts.total() + weight
    shares = {
        apart: (shifts[apart] + weight * USUAL.get(apart, UNSEEN)) / total for apart in range(-WINDOW, WINDOW + 1)
    }
    return Shift(shares, shifts.total(), days)


def _single(rows: Iterable[T]) -> dict[int, T]:
    found: dict[int, dict[int, T]] = defaultdict(dict)
    for row in rows:
        found[row.amount_minor].setdefault(row.row, row)
    return {amount: next(iter(same.values())) for amount, same in found.items() if len(same) == 1}


def assign(
    lines: Sequence[T],
    rows: Sequence[T],
    shift: Shift,
    judge: Callable[[T, T], Candidate | None],
    is_due: Callable[[T | None, T | None], bool],
) -> list[tuple[T, T, Candidate]]:
    """Pairs, each line and each row at most once, the likeliest first. `judge` gives None for pairs that cannot be;
    `is_due(line, None)` and `is_due(None, row)` tell whether the other side must list it.

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
    row_of: dict[int, tuple[T, Candidate]] = {}
    line_of: dict[int, T] = {}
    for _, _, _, found, line, row in edges:
        if line.key not in row_of and row.row not in line_of:
            row_of[line.key], line_of[row.row] = (row, found), line
    _make_room(lines, edges, row_of, line_of, is_due)
    pairs = [(line, *row_of[line.key]) for line in lines if line.key in row_of]
    left = [line for line in lines if line.key not in row_of]
    return pairs + _crowded(left, [row for row in rows if row.row not in line_of], shift, judge)


def _make_room(
    lines: Sequence[T],
    edges: Sequence[tuple[float, int, int, Candidate, T, T]],
    row_of: dict[int, tuple[T, Candidate]],
    line_of: dict[int, T],
    is_due: Callable[[T | None, T | None], bool],
) -> None:
    """The likeliest pairs first may leave a line and a row that both must have a partner: then pairs move along.

    Never at the edge of a period: there a chain of equal amounts would swallow the row after it.
    """
    options: dict[int, list[tuple[T, Candidate, float]]] = defaultdict(list)
    cost_of: dict[tuple[int, int], float] = {}
    for cost, _, _, found, line, row in edges:
        options[line.key].append((row, found, cost))
        cost_of[line.key, row.row] = min(cost, cost_of.get((line.key, row.row), cost))
    for start in lines:
        if start.key in row_of or start.key not in options or not is_due(start, None):
            continue
        came_from: dict[int, tuple[T, Candidate]] = {}
        queue = deque([(start, 0.0)])
        end: T | None = None
        while queue and end is None and len(came_from) < MOST_MOVED:
            line, spent = queue.popleft()
            for row, found, cost in options[line.key]:
                if row.row in came_from or spent + cost > MOST_SURPRISE:
                    continue
                came_from[row.row] = (line, found)
                if row.row in line_of:
                    other = line_of[row.row]
                    queue.append((other, spent + cost - cost_of[other.key, row.row]))
                elif is_due(None, row):
                    end = row
                    break
        while end is not None:
            line, found = came_from[end.row]
            before = row_of.get(line.key)
            row_of[line.key], line_of[end.row] = (end, found), line
            end = before[0] if before else None


def _crowded(
    lines: Sequence[T], rows: Sequence[T], shift: Shift, judge: Callable[[T, T], Candidate | None]
) -> list[tuple[T, T, Candidate]]:
    """Days with more equal amounts than are looked at one by one: what is left there is paired in order."""
    usual = timedelta(days=max(sorted(shift.shares, key=abs), key=shift.share, default=0))
    queues: dict[tuple[int, date], deque[T]] = defaultdict(deque)
    for row in rows:
        queues[row.amount_minor, row.booking_date].append(row)
    pairs: list[tuple[T, T, Candidate]] = []
    used: set[int] = set()
    for line in lines:
        queue = queues.get((line.amount_minor, line.booking_date - usual))
        while queue and queue[0].row in used:
            queue.popleft()
        found = judge(line, queue[0]) if queue else None
        if queue and found is not None:
            used.add(queue[0].row)
            pairs.append((line, queue[0], found))
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


def _cost(line: T, row: T, shift: Shift, found: Candidate) -> float:
    surprise = -math.log(shift.share_of(line, row)) - (KNOWN_BY_NAME if found.is_same_reference else 0.0)
    return surprise + 3.0 * (1.0 - found.likeness) + 0.2 * found.days
