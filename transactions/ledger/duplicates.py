"""Which lines of a file are movements that the account holds already.

Every incoming line gets one verdict, and no known line is used twice, so that counts stay right: two equal coffees in
both files are two, two in one and three in the other are three. Evidence is asked in this order:

1. the same content (day, amount, text, the bank's id), the n-th equal line for the n-th;
2. the bank's id, where ids are stable between the files (a bank that counts from 1 in every file proves nothing);
3. pending rows that were booked since;
4. day and amount, by how the two statements overlap: where both cover a day completely, both list each movement of it,
   whatever words and day their formats give it. The shift of days between two formats is learned from amounts that
   stand only once on either side.

Where the evidence is thin the line is new, nothing is lost, and the pair is put before the user.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from transactions.ledger.duplicate_days import Candidate, assign, learn_shift, within
from transactions.ledger.resemblance import SAME_REFERENCE, resemblance, words_that_tell

ID_DAYS = 10  # a bank may move a booking by a few days and keep its id
PENDING_DAYS = 10  # card holds are booked within about a week; two weekends more
PENDING_SLACK = 25  # per cent by which a hold may differ from what is booked: tips and petrol
STABLE_IDS = 0.8
COMPLETE = 0.7  # share of the known rows of the overlap that a complete file lists again
ALIKE, FAIRLY_ALIKE = 0.5, 0.3
LIKELY_SHIFT, USUAL_SHIFT = 0.1, 0.6
OFTEN = 3  # rows that a number may stand in and still be a reference: equal rows of one day share theirs
MOST_EQUAL, MOST_HELD = 200, 200  # looked at for one line


class Kind(StrEnum):
    NEW = "new"
    DUPLICATE = "duplicate"
    MERGE = "merge"  # the known row was pending; the line is what it became
    REVIEW = "review"  # booked as new; the user is asked whether it equals `known`


@dataclass(frozen=True, slots=True)
class Movement:
    """A line of a file, or a row of the account. `amount_minor` is signed; all of one match are in one currency."""

    key: int  # the caller's own, unique among the lines and among the known
    row: int  # the booked row it stands for: a row told in three formats is three movements with one `row`
    booking_date: date
    amount_minor: int
    text: str  # counterparty and description
    content: str  # equal for lines with the same day, amount, text and bank's id
    plain: str = ""  # the same without the bank's id
    value_date: date | None = None
    external_id: str = ""
    is_pending: bool = False
    source: str = ""  # one for each layout of each bank; "" for rows typed by hand


@dataclass(frozen=True, slots=True)
class Span:
    """The days, both included, that an earlier import of `source` covered."""

    source: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one line is. `known` is the `row` of what it equals, or may equal; None for a new line."""

    kind: Kind
    known: int | None = None
    confidence: float = 1.0
    reason: str = ""


NEW = Verdict(Kind.NEW)
Answers = Mapping[tuple[str, str], str]
"""(content of the known row, content of the line) -> "same" or "different", as the user said before."""


def find_duplicates(
    known: Sequence[Movement], spans: Sequence[Span], lines: Sequence[Movement], answers: Answers | None = None
) -> list[Verdict]:
    """One verdict for each line, in their order. The order of lines and rows changes nothing but which of two equal
    lines is which."""
    return _Match(known, spans, lines, answers or {}).run()


class _Match:
    """State of one run: the rows still free, the lines still open, the verdicts so far."""

    def __init__(
        self, known: Sequence[Movement], spans: Sequence[Span], lines: Sequence[Movement], answers: Answers
    ) -> None:
        self.original = lines
        self.lines = sorted(lines, key=_order)
        self.known = sorted(known, key=_order)
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
        self.is_complete = False
        self.shift: Mapping[int, float] = {}
        self.covered: dict[date, bool] = {}
        self.common: frozenset[str] = frozenset()

    def run(self) -> list[Verdict]:
        self._answered()
        self._same_content()
        self.has_stable_ids = self._ids_are_stable()
        self._same_text()
        if self.has_stable_ids:
            self._same_id()
        if self.open_lines() and self.free:
            self.common = self._numbers_of_many()
            self._pending()
            self._same_day_and_amount()
        return [self.verdicts.get(line.key, NEW) for line in self.original]

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

    def _likeness(self, line: Movement, row: Movement) -> float:
        return resemblance(line.text, row.text, self.common)

    def _numbers_of_many(self) -> frozenset[str]:
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

    def _answered(self) -> None:
        wanted: dict[str, list[str]] = defaultdict(list)
        for (row_content, line_content), answer in sorted(self.answers.items()):
            if answer == "same":
                wanted[line_content].append(row_content)
        by_content = _grouped(self.known if wanted else (), lambda row: row.content)
        for line in self.lines if wanted else ():
            rows = (row for content in wanted.get(line.content, ()) for row in by_content.get(content, ()))
            row = next((row for row in rows if row.row in self.free), None)
            if row is not None:
                self.take(line, row, 1.0, "You said before that these two are the same.")

    def _same_content(self) -> None:
        rows = _grouped(self.known, lambda row: row.content)
        for line in self.open_lines():
            if queue := self._still_free(rows, line.content):
                self.take(line, queue[0], 1.0, "The same row, word for word.")

    def _ids_are_stable(self) -> bool:
        """Whether ids that stand in both name the same amounts, and most ids of the file stand once."""
        mine = Counter(line.external_id for line in self.lines if line.external_id)
        amounts: dict[str, set[int]] = defaultdict(set)
        for row in self.known:
            if row.external_id in mine:
                amounts[row.external_id].add(row.amount_minor)
        shared = [line for line in self.lines if line.external_id in amounts]
        if not shared or sum(count > 1 for count in mine.values()) * 2 > len(mine):
            return False
        same = sum(line.amount_minor in amounts[line.external_id] for line in shared)
        return same >= STABLE_IDS * len(shared)

    def _same_text(self) -> None:
        """Day, amount and text agree and only the id does not: the bank numbers anew, or it is a second equal row."""
        rows = _grouped(self.free_rows(), lambda row: row.plain)
        for line in self.open_lines():
            queue = islice(self._still_free(rows, line.plain), MOST_EQUAL)
            row = next((row for row in queue if not (self._is_told_apart(line, row) or self.forbids(line, row))), None)
            if row is not None:
                self.take(line, row, 0.98, "Same day, amount and text; only the bank's number differs.")

    def _still_free(self, rows: Mapping[str, deque[Movement]], name: str) -> deque[Movement]:
        """The rows of this name, the first of them free: used ones are taken off the front, so a walk stays linear."""
        queue = rows.get(name) or deque()
        while queue and queue[0].row not in self.free:
            queue.popleft()
        return queue

    def _is_told_apart(self, line: Movement, row: Movement) -> bool:
        """The row is known from this very source under another id, and ids hold there: it is another movement."""
        if not (self.has_stable_ids and line.external_id):
            return False
        told = self.told[row.row]
        if row.row not in self.free:
            return True
        return any(t.source == line.source and t.external_id and t.external_id != line.external_id for t in told)

    def _same_id(self) -> None:
        rows = _grouped((row for row in self.free_rows() if row.external_id), lambda row: row.external_id)
        lines = _grouped((line for line in self.open_lines() if line.external_id), lambda line: line.external_id)
        for name, found in lines.items():
            near = {row.row: row for row in rows.get(name, ())}
            if len(found) != 1 or len(near) != 1:
                continue
            line, row = found[0], next(iter(near.values()))
            if self.forbids(line, row) or abs((line.booking_date - row.booking_date).days) > ID_DAYS:
                continue
            if line.amount_minor == row.amount_minor:
                self.take(line, row, 0.99, "The bank's number of this movement is the same.")
            elif row.is_pending and not line.is_pending:
                self.take(line, row, 0.95, "The bank's number is the same; the amount was settled since.")

    def _pending(self) -> None:
        """A hold becomes a booking, later and sometimes with another amount; an older file may bring the hold last."""
        held: list[Movement] = []
        booked: list[Movement] = []
        for row in self.free_rows():
            (held if row.is_pending else booked).append(row)
        if not held and not any(line.is_pending for line in self.lines):
            return
        for line in self.open_lines():
            pool = within(booked if line.is_pending else held, line.booking_date, PENDING_DAYS, MOST_HELD)
            found = [one for row in pool if row.row in self.free and (one := self._held(line, row)) is not None]
            if found:
                self._settle_hold(line, found)

    def _held(self, line: Movement, row: Movement) -> tuple[int, float, Movement] | None:
        """(how far apart, how alike, the row) when one of the two can be the hold of the other."""
        hold, booked = (row, line) if row.is_pending else (line, row)
        days = (booked.booking_date - hold.booking_date).days
        if not -1 <= days <= PENDING_DAYS or self.forbids(line, row):
            return None
        off = abs(booked.amount_minor - hold.amount_minor)
        is_near = off * 100 <= PENDING_SLACK * abs(hold.amount_minor)
        if off and not (row.is_pending and is_near):
            return None
        return (1000 if off else 0) + abs(days), self._likeness(line, row), row

    def _settle_hold(self, line: Movement, found: list[tuple[int, float, Movement]]) -> None:
        _, likeness, row = min(found, key=lambda one: (one[0], -one[1], _order(one[2])))
        if row.amount_minor == line.amount_minor:
            if likeness >= FAIRLY_ALIKE or len({one[2].row for one in found}) == 1:
                self.take(line, row, 0.95, "It was pending before and has the same amount.")
        elif likeness >= ALIKE and self.first <= row.booking_date <= self.last:
            # The file covers the hold's day and does not list it any more: it has become this line.
            self.take(line, row, 0.85, "It was pending before; the bank booked it with another amount.")
        elif likeness >= ALIKE:
            self.settle(Kind.REVIEW, line, row, 0.6, "A pending row with a similar text and amount is still there.")

    def _same_day_and_amount(self) -> None:
        lines, rows = self.open_lines(), self.free_rows()
        self.shift = learn_shift([row for row in rows if row.source != self._source()], lines)
        pairs = assign(lines, rows, self.shift, self._candidate)
        overlap = {row.row for row in self.known if self.first <= row.booking_date <= self.last}
        self.is_complete = len(overlap - self.free) + len(pairs) >= COMPLETE * len(overlap)
        for line, row, found in pairs:
            kind, confidence, reason = self._judged(line, row, found)
            self.settle(kind, line, row, confidence, reason)

    def _source(self) -> str:
        return self.lines[0].source if self.lines else ""

    def _candidate(self, line: Movement, row: Movement) -> Candidate | None:
        """Whether the two may be one at all, and how alike their texts are."""
        if self.forbids(line, row) or self._is_told_apart(line, row):
            return None
        days = _days_apart(line, row)
        likeness = self._likeness(line, row)
        if line.source == row.source and days and not (likeness >= ALIKE and self._is_inside(row, line)):
            return None  # within one layout a day moves only where both files must list the row
        return Candidate(days, likeness)

    def _judged(self, line: Movement, row: Movement, found: Candidate) -> tuple[Kind, float, str]:
        is_alike = found.likeness >= FAIRLY_ALIKE
        is_rare = self.lines_by_amount[line.amount_minor] == self.rows_by_amount[row.amount_minor] == 1
        is_inside = self._is_inside(row, line)
        if not row.source:
            sure = is_alike or (is_rare and found.days <= 1)
            reason = "You entered a row with this amount around this day."
        elif row.source != line.source:
            shifted = self.shift.get((line.booking_date - row.booking_date).days, 0.0)
            near = found.days == 0 or is_inside or is_rare or shifted >= LIKELY_SHIFT
            listed = found.days == 0 or is_inside or (is_rare and found.days <= 2) or shifted >= USUAL_SHIFT
            sure = found.likeness == SAME_REFERENCE or (is_alike and near) or (self.is_complete and listed)
            when = "nearly the same day" if found.days else "the same day"
            reason = f"The same amount on {when}, told in another format."
        else:
            sure = found.likeness >= ALIKE or (is_inside and self.is_complete)
            reason = "The same day and amount; the bank words it differently now."
        if sure:
            return Kind.DUPLICATE, 0.95 if is_inside and is_alike else 0.85, reason
        return Kind.REVIEW, 0.5, f"{reason} The texts differ, so it may be another one."

    def _is_inside(self, row: Movement, line: Movement) -> bool:
        """Both sides must list the movement: each lies within the days of the other, not on their edge."""
        if not self.first < row.booking_date < self.last:
            return False
        day = line.booking_date
        if day not in self.covered:
            self.covered[day] = any(span.first < day < span.last for span in self.spans)
        return self.covered[day]


def _grouped(rows: Iterable[Movement], name: Callable[[Movement], str]) -> dict[str, deque[Movement]]:
    found: dict[str, deque[Movement]] = defaultdict(deque)
    for row in rows:
        found[name(row)].append(row)
    return found


def _order(row: Movement) -> tuple[date, int, str, int]:
    return (row.booking_date, row.amount_minor, row.content, row.key)


def _days_apart(line: Movement, row: Movement) -> int:
    """The least distance between the days that the two give for themselves."""
    mine = {line.booking_date, line.value_date or line.booking_date}
    theirs = {row.booking_date, row.value_date or row.booking_date}
    return min(abs((a - b).days) for a in mine for b in theirs)
