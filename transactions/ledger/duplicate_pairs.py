"""Pairs by day and amount: where both statements cover a day completely, both list each movement of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from transactions.ledger.duplicate_days import Candidate, assign, learn_shift
from transactions.ledger.duplicate_evidence import OFTEN, Evidence
from transactions.ledger.movements import Kind, Movement, days_apart
from transactions.ledger.resemblance import (
    ALIKE,
    FAIRLY_ALIKE,
    SAME_REFERENCE,
    WORDLESS,
    names_differ,
    numbers_differ,
    words_that_tell,
)  # fmt: skip

COMPLETE = 0.7  # share of the known rows of the overlap that a complete file lists again
LIKELY_SHIFT, USUAL_SHIFT = 0.1, 0.6
EDGE_DAYS = 4  # a purchase on Thursday may be the first booking of a file that starts on Monday
KEPT_DAYS = 5
HALF = 0.5
NAMED = 0.9  # share of the pairs that only one row could be whose names agree: then names tell
TYPED_LATE = 2  # days after the booking that people enter a row


class Pairing:
    """Pairs what is left by day and amount, learns from the clear pairs, and judges each."""

    def __init__(self, seen: Evidence) -> None:
        self.seen = seen
        self.is_complete = self.was_complete = self.is_kept_by_hand = False
        self.names_hold = False  # the two formats call parties by the same names
        self.repeats = 0  # rows of earlier files of this layout that the file lists again
        self.references_hold = False  # the two formats state the same numbers in their texts
        self.confirmed: set[date] = set()

    def settle(self) -> None:
        lines, rows = self.seen.open_lines(), self.seen.free_rows()
        # What is settled already teaches too: a layout may differ in nothing but its name.
        self.seen.shift = learn_shift(
            [row for row in self.seen.known if row.source != self.seen.source() and self._is_within(row)],
            [line for line in self.seen.lines if not self.seen.spans or self.seen.is_covered(line)],
        )
        self.seen.covered.clear()
        self.references_hold = self._have_references(lines, rows)
        pairs = assign(lines, rows, self.seen.shift, self._candidate, self._is_due)
        self._learn_completeness(pairs)
        for line, row, found in pairs:
            kind, confidence, reason = self._judged(line, row, found)
            self.seen.settle(kind, line, row, confidence, reason)

    def _is_within(self, row: Movement) -> bool:
        return self.seen.first <= row.booking_date <= self.seen.last

    def _have_references(self, lines: Sequence[Movement], rows: Sequence[Movement]) -> bool:
        """Most of the lines that bear a long number and could be known bear one of the rows'."""
        known: set[str] = set()
        for row in rows:
            known |= words_that_tell(row.text)[1]
        known -= self.seen.common
        numbered = [words_that_tell(line.text)[1] for line in lines if self.seen.is_covered(line)]
        told = [numbers for numbers in numbered if numbers - self.seen.common]
        shared = sum(not known.isdisjoint(numbers) for numbers in told)
        return shared >= OFTEN and shared >= HALF * len(told)

    def _candidate(self, line: Movement, row: Movement) -> Candidate | None:
        """Whether the two may be one at all, and how alike their texts are."""
        if self.seen.forbids(line, row) or (self.seen.has_stable_ids and self.seen.is_told_apart(line, row)):
            return None
        if not row.source and (row.booking_date - line.booking_date).days > TYPED_LATE:
            return None
        days = days_apart(line, row)
        likeness = self.seen.likeness(line, row)
        if line.source == row.source and days and not (likeness >= ALIKE and self.seen.is_inside(row, line)):
            return None  # within one layout a day moves only where both files must list the row
        if line.source != row.source and self.references_hold and numbers_differ(line.text, row.text):
            return None
        return Candidate(days, likeness, likeness == SAME_REFERENCE)

    def _learn_completeness(self, pairs: Sequence[tuple[Movement, Movement, Candidate]]) -> None:
        """Whether the file lists again what was known of its days, and the earlier files listed what it says."""
        found_rows = {row.row for _, row, _ in pairs}
        found_lines = {line.key for line, _, _ in pairs} | self.seen.verdicts.keys()
        rows = {row.row: row.source for row in self.seen.known if self.seen.first <= row.booking_date <= self.seen.last}
        again = [number for number in rows if number not in self.seen.free or number in found_rows]
        self.is_complete = len(again) >= COMPLETE * len(rows)
        self.repeats = sum(rows[number] == self.seen.source() for number in again)
        typed = [number for number, source in rows.items() if not source]
        self.is_kept_by_hand = len(typed) >= OFTEN and len(set(again).intersection(typed)) >= COMPLETE * len(typed)
        expected = [line for line in self.seen.lines if self.seen.is_expected(line)]
        self.was_complete = sum(line.key in found_lines for line in expected) >= COMPLETE * len(expected)
        same = [line for line in self.seen.lines if line.key in self.seen.verdicts]
        self.confirmed = {line.booking_date for line in same}
        rare = [found.likeness for line, row, found in pairs if row.source and self.seen.is_rare(line, row)]
        named = sum(likeness >= FAIRLY_ALIKE for likeness in rare)
        self.names_hold = named >= 2 and named >= NAMED * len(rare)

    def _judged(self, line: Movement, row: Movement, found: Candidate) -> tuple[Kind, float, str]:
        is_alike = found.likeness >= FAIRLY_ALIKE
        if not row.source:
            sure, reason = self._is_typed(line, row, found), "You entered a row with this amount around this day."
        elif row.source != line.source:
            sure = self._is_told_elsewhere(line, row, found)
            when = "nearly the same day" if found.days else "the same day"
            reason = f"The same amount on {when}, told in another format."
        else:
            sure = self._is_told_anew(line, row, found)
            reason = "The same day and amount; the bank words it differently now."
        if sure:
            return Kind.DUPLICATE, 0.95 if is_alike and self.seen.is_inside(row, line) else 0.85, reason
        return Kind.REVIEW, 0.5, f"{reason} The texts differ, so it may be another one."

    def _must_be_known(self, line: Movement, row: Movement) -> bool:
        """One of the two sides is complete around the pair, so that it lists what the other side has."""
        return (self.is_complete and self.seen.is_expected_again(row)) or (
            self.was_complete and self.seen.is_expected(line)
        )

    def _is_typed(self, line: Movement, row: Movement, found: Candidate) -> bool:
        """People write down the day they paid; the bank books up to some days later."""
        later = (line.booking_date - row.booking_date).days
        if (
            later
            and row.booking_date > self.seen.last - timedelta(days=EDGE_DAYS)
            and not self.seen.is_alone(line, row)
        ):
            return False  # its own line may be booked after the end of the file
        if not found.likeness and not self.seen.is_alone(line, row):
            return False
        is_usual = not later or (found.likeness > 0 and self.seen.shift.share(later) >= LIKELY_SHIFT)
        is_open = found.likeness >= ALIKE or found.likeness == WORDLESS
        is_near = is_usual or (is_open and -1 <= later <= KEPT_DAYS)
        is_kept = self.is_kept_by_hand and row.booking_date >= self.seen.first - timedelta(days=EDGE_DAYS)
        is_named = found.likeness >= ALIKE or (found.likeness >= FAIRLY_ALIKE and is_usual)
        return is_named or (is_kept and is_near) or (self.seen.is_rare(line, row) and is_near and found.days <= 1)

    def _is_told_elsewhere(self, line: Movement, row: Movement, found: Candidate) -> bool:
        if found.likeness == SAME_REFERENCE:
            return True
        shifted = self.seen.shift.share_of(line, row)
        is_same_day = line.booking_date == row.booking_date or (
            line.value_date is not None and line.value_date == row.value_date
        )
        if found.days and not (self.seen.is_covered(line) and self.seen.first <= row.booking_date <= self.seen.last):
            return self.seen.is_alone(line, row) and found.likeness >= FAIRLY_ALIKE and shifted >= LIKELY_SHIFT
        is_rare = self.seen.is_rare(line, row)
        must = self._must_be_known(line, row)
        if found.likeness >= FAIRLY_ALIKE:
            # On days that may be halved between two files one of several equal amounts may be another one, as long as
            # it is not known how the two formats date their rows.
            is_clear = self.seen.shift.observed >= OFTEN or self.seen.is_alone(line, row)
            return must or is_rare or ((is_same_day or shifted >= LIKELY_SHIFT) and is_clear)
        if self.names_hold and not is_rare and names_differ(line.text, row.text):
            return False
        is_listed = is_same_day or must or (is_rare and found.days <= 2) or shifted >= USUAL_SHIFT
        return (self.is_complete or must) and is_listed

    def _is_told_anew(self, line: Movement, row: Movement, found: Candidate) -> bool:
        """Within one layout words change seldom; on a day that may be halved between two files, it is another row."""
        if found.likeness == SAME_REFERENCE:
            return True
        if self.seen.is_told_apart(line, row):
            return False
        if self.repeats >= OFTEN and self._must_be_known(line, row):
            return True
        is_whole = line.booking_date in self.confirmed
        return found.likeness >= ALIKE and (
            is_whole or not (numbers_differ(line.text, row.text) or names_differ(line.text, row.text))
        )

    def _is_due(self, line: Movement | None, row: Movement | None) -> bool:
        """The other side must list it; before the first file, what was entered by hand is the other side."""
        return (line is None or not self.seen.spans or self.seen.is_expected(line)) and (
            row is None or self.seen.is_expected_again(row)
        )
