"""The plainest evidence of all: you gave this very payee the same category every time, at least three times.

It answers alone. How far it can be followed was counted on the card rows of several hundred people, in the months that
followed; the user's own record moves that: whoever never filed such a payee differently is trusted sooner.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from advisory.analysis.categorise.reasons import shown_name
from advisory.analysis.findings import Guess
from advisory.analysis.payees import normalise
from advisory.analysis.rows import Row

FEWEST = 3
NEWEST = 20
RIGHT = {3: 0.79, 4: 0.86, 5: 0.90, 6: 0.90, 7: 0.90, 8: 0.90}
RIGHT_FROM_NINE = 0.93
STRENGTH = 10.0  # rows of the user's own record that count as much as what is usual

Payee = tuple[str, bool]


def told_by_payee(guesses: Sequence[Guess], rows: Iterable[Row], confirmed: Iterable[Row]) -> tuple[Guess, ...]:
    """The guesses, of which those about such payees say what was said before. `rows`: what is guessed, in its order."""
    said: defaultdict[Payee, list[Row]] = defaultdict(list)
    record = _Record()
    for row in sorted(confirmed, key=lambda row: (row.booking_date, row.id)):
        if (payee := payee_of(row))[0]:
            record.see(_agreed(said[payee]), row)
            said[payee].append(row)
    agreed = {payee: newest for payee, all_of in said.items() if (newest := _agreed(all_of))}
    return tuple(
        _told(guess, row, agreed.get(payee_of(row), ()), record) for guess, row in zip(guesses, rows, strict=True)
    )


@dataclass(slots=True)
class _Record:
    """How often the same was said once more, of all rows of payees that had been agreed on."""

    asked: int = 0
    right: int = 0

    def see(self, before: Sequence[Row], row: Row) -> None:
        if before:
            self.asked += 1
            self.right += before[-1].category == row.category

    @property
    def weight(self) -> float:
        """How much the record says beside another estimate: half where there is plenty of it."""
        return self.asked / (self.asked + STRENGTH) / 2

    def chance(self, times: int) -> float:
        """That what was said `times` times, and nothing else, is right now."""
        usual = RIGHT.get(times, RIGHT_FROM_NINE)
        return round((self.right + STRENGTH * usual) / (self.asked + STRENGTH), 4)


def payee_of(row: Row) -> Payee:
    return normalise(row.text, row.counterparty).key, row.amount_minor > 0


def _agreed(rows: Sequence[Row]) -> Sequence[Row]:
    newest = rows[-NEWEST:]
    return newest if len(newest) >= FEWEST and len({row.category for row in newest}) == 1 else ()


def _told(guess: Guess, row: Row, said: Sequence[Row], record: _Record) -> Guess:
    if not said:
        return guess
    category, likely = said[-1].category, record.chance(len(said))
    if guess.category == category:
        return replace(guess, confidence=round(guess.confidence + record.weight * (likely - guess.confidence), 4))
    name = shown_name(normalise(row.text, row.counterparty).brand, row.words)
    others = tuple((other, share * (1 - likely)) for other, share in guess.candidates if other != category)
    return Guess(
        id=guess.id,
        category=category,
        confidence=likely,
        reason=f"You put \u201c{name[:60]}\u201d under {category} every time.",
        runner_up=guess.category,
        candidates=((category, likely), *others)[:3],
        source="own",
        evidence_ids=tuple(one.id for one in said),
    )
