"""What speaks for and against a line being a known row: texts, ids, periods, and what is settled so far."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

from transactions.ledger.duplicate_days import MOST_NEAR, WINDOW, Shift, within
from transactions.ledger.movements import Answers, Kind, Movement, Span, Verdict, order_of
from transactions.ledger.resemblance import SHORTEST_ID, WORDLESS, resemblance, words_that_tell

STABLE_IDS = 0.8
AGAIN = 0.5  # share of the known rows of its days that a file tells again in the same words
SURELY = 0.95
OFTEN = 3  # rows that a number may stand in and still be a reference: equal rows of one day share theirs


class Evidence:
    """State of one run: the rows still free, the lines still open, the verdicts so far."""

    def __init__(
        self, known: Sequence[Movement], spans: Sequence[Span], lines: Sequence[Movement], answers: Answers
    ) -> None:
        self.lines = sorted(lines, key=order_of)
        self.known = sorted(known, key=order_of)
        self.told: dict[int, list[Movement]] = defaultdict(list)  # by booked row
        for movement in self.known:
            self.told[movement.row].append(movement)
        self.free = set(self.told)
        self.spans = spans
        self.answers = answers
        self.verdicts: dict[int, Verdict] = {}
        self.first = self.lines[0].booking_date if lines else date.max
        self.last = self.lines[-1].booking_date if lines else date.min
        self.rows_by_amount = Counter(rows[0].amount_minor for rows in self.told.values())
        self.lines_by_amount = Counter(line.amount_minor for line in lines)
        self.has_stable_ids = False
        self.shift = Shift()
        self.covered: dict[tuple[date, date], bool] = {}
        self.common: frozenset[str] = frozenset()

    def open_lines(self) -> list[Movement]:
        return [line for line in self.lines if line.key not in self.verdicts]

    def free_rows(self) -> list[Movement]:
        return [movement for movement in self.known if movement.row in self.free]

    def settle(self, kind: Kind, line: Movement, row: Movement, confidence: float, reason: str) -> None:
        """The line is the row, or is asked about; either way the row is not used again. What was pending is merged."""
        if kind is Kind.DUPLICATE and row.is_pending and not line.is_pending:
            kind = Kind.MERGE
        self.verdicts[line.key] = Verdict(kind, row.row, confidence, reason)
        self.free.discard(row.row)

    def take(self, line: Movement, row: Movement, confidence: float, reason: str) -> None:
        self.settle(Kind.DUPLICATE, line, row, confidence, reason)

    def likeness(self, line: Movement, row: Movement) -> float:
        likeness = resemblance(line.text, row.text, self.common)
        return WORDLESS if not likeness and not row.source and row.text in self._labels else likeness

    @cached_property
    def _labels(self) -> frozenset[str]:
        """What the user writes on many rows is a label ("Shopping"), and speaks against no payee."""
        texts = Counter(rows[0].text for rows in self.told.values() if not rows[0].source)
        return frozenset(text for text, count in texts.items() if count >= OFTEN)

    def numbers_of_many(self) -> frozenset[str]:
        """Long numbers that stand in many lines of the file, or under many rows: they identify no movement."""
        found: Counter[str] = Counter()
        for movement in (*self.lines, *self.known):
            found.update(words_that_tell(movement.text)[1])
        return frozenset(number for number, count in found.items() if count > 2 * OFTEN)

    def forbids(self, line: Movement, row: Movement) -> bool:
        """The user said of these two that they are different."""
        if not self.answers:
            return False
        return any(self.answers.get((told.content, line.content)) == "different" for told in self.told[row.row])

    def still_free(self, rows: Mapping[str, deque[Movement]], name: str) -> deque[Movement]:
        """The rows of this name, the first of them free: used ones are taken off the front, so a walk stays linear."""
        queue = rows.get(name) or deque()
        while queue and queue[0].row not in self.free:
            queue.popleft()
        return queue

    def is_told_apart(self, line: Movement, row: Movement) -> bool:
        """The row is known from this very source under another id, and ids hold there: it is another movement."""
        if len(line.external_id) < SHORTEST_ID:
            return False
        if self._is_listed_again and (self.is_expected(line) or self.is_expected_again(row)):
            return False  # where a whole day is listed twice, counts decide: numbers may change
        if not self.has_stable_ids and self._is_numbered_anew:
            return False
        told = self.told[row.row]
        return any(t.source == line.source and t.external_id and t.external_id != line.external_id for t in told)

    @cached_property
    def _is_listed_again(self) -> bool:
        """The file repeats rows of earlier files of its layout, rather than going on where they ended."""
        within_file, twins = self._twins(lambda movement: True)
        return twins >= 2 and twins >= AGAIN * within_file

    @cached_property
    def _is_numbered_anew(self) -> bool:
        """Most of what both files could list stands in both under the same words and other numbers."""
        mine = sum(1 for line in self.lines if line.external_id and self.is_covered(line))
        within_file, twins = self._twins(lambda movement: bool(movement.external_id))
        return twins >= 2 and twins >= STABLE_IDS * min(mine, within_file)

    def _twins(self, counts: Callable[[Movement], bool]) -> tuple[int, int]:
        """Of the rows that earlier files of this layout brought within the days of this one: how many there are, and
        how many of them the file tells in the same words."""
        mine = Counter(line.plain for line in self.lines if counts(line) and self.is_covered(line))
        rows = {row.row: row.plain for row in self.known if counts(row) and row.source == self.source()}
        within_file = Counter(
            plain for number, plain in rows.items() if self.first <= self.told[number][0].booking_date <= self.last
        )
        return within_file.total(), (mine & within_file).total()

    def is_covered(self, line: Movement) -> bool:
        return any(span.first <= line.booking_date <= span.last for span in self.spans)

    def is_expected(self, line: Movement) -> bool:
        """An earlier file covered the whole of the line's day, whichever day that file gave the movement."""
        days = line.booking_date, line.value_date or line.booking_date
        if days not in self.covered:
            self.covered[days] = any(self._covers(span, line.source, *days) for span in self.spans)
        return self.covered[days]

    def _covers(self, span: Span, source: str, day: date, value_day: date) -> bool:
        if not span.first < day < span.last or span.source == source:
            return span.first < day < span.last
        return span.first < value_day < span.last and self._falls_into(day, -1, span.first, span.last)

    def is_expected_again(self, row: Movement) -> bool:
        """The file covers the whole of the row's day, whichever day it gives the movement."""
        day = row.booking_date
        if not self.first < day < self.last:
            return False
        return row.source in ("", self.source()) or self._falls_into(day, 1, self.first, self.last)

    def _falls_into(self, day: date, direction: int, first: date, last: date) -> bool:
        """Near the edge of a period it hangs on the shift of days between two formats whether it holds a movement."""
        if not self.shift.shares:
            return True
        days = ((day + timedelta(days=direction * shift), share) for shift, share in self.shift.shares.items())
        inside = sum(share for other, share in days if first < other < last)
        return inside >= SURELY * sum(self.shift.shares.values())

    def source(self) -> str:
        return self.lines[0].source if self.lines else ""

    def is_rare(self, line: Movement, row: Movement) -> bool:
        return self.lines_by_amount[line.amount_minor] == self.rows_by_amount[row.amount_minor] == 1

    def is_alone(self, line: Movement, row: Movement) -> bool:
        """No other line and no other row of the amount stands near: nothing else could be meant."""
        lines = within(self._lines_of_amount[line.amount_minor], line.booking_date, WINDOW, MOST_NEAR)
        rows = within(self._rows_of_amount[row.amount_minor], row.booking_date, WINDOW, MOST_NEAR)
        return len(lines) == 1 and len({near.row for near in rows}) == 1

    @cached_property
    def _lines_of_amount(self) -> Mapping[int, Sequence[Movement]]:
        return _by_amount(self.lines)

    @cached_property
    def _rows_of_amount(self) -> Mapping[int, Sequence[Movement]]:
        return _by_amount(self.known)

    def is_inside(self, row: Movement, line: Movement) -> bool:
        """Both sides must list the movement: each lies within the days of the other, not on their edge."""
        return self.is_expected_again(row) and self.is_expected(line)


def grouped(rows: Iterable[Movement], name: Callable[[Movement], str]) -> dict[str, deque[Movement]]:
    found: dict[str, deque[Movement]] = defaultdict(deque)
    for row in rows:
        found[name(row)].append(row)
    return found


def _by_amount(rows: Iterable[Movement]) -> Mapping[int, Sequence[Movement]]:
    found: dict[int, list[Movement]] = defaultdict(list)
    for row in rows:
        found[row.amount_minor].append(row)
    return found
