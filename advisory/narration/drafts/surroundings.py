"""What stands around a figure: its side of the clause, the clause, the sentence, and what a colon announced."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from advisory.narration.drafts.clauses import SENTENCE_END, Clause
from advisory.narration.drafts.reading import PLACE, Reading


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`left` and `right` reach to the next placeholders of the clause; every text keeps its spaces at both ends."""

    left: str
    right: str
    clause: str
    announced: str
    sentence: str
    language: str

    def without(self, names: Collection[str], others: re.Pattern[str] | None) -> Surroundings:
        """The same without some words of it."""
        texts = (self.left, self.right, self.clause, self.announced, self.sentence)
        left, right, clause, announced, sentence = (_bared(text, names, others) for text in texts)
        return Surroundings(left, right, clause, announced, sentence, self.language)

    @property
    def near(self) -> str:
        """Between the commas around the figure; an apposition behind it (`{{x}}, your debt, ...`) belongs to it."""
        return f"{self.last_part}@{self._first_parts} "

    @property
    def last_part(self) -> str:
        part = self.left.rsplit(" , ", 1)[-1]
        return part if part.startswith(" ") else f" {part}"

    @property
    def first_part(self) -> str:
        return self.right.split(" , ", 1)[0] + " "

    @property
    def _first_parts(self) -> str:
        parts = self.right.split(" , ")
        return " , ".join(parts[:2]) if self.right.startswith(" , ") else parts[0]


def _bared(text: str, names: Collection[str], others: re.Pattern[str] | None) -> str:
    if others is not None:
        text = others.sub(" _", text)
    return " ".join("_" if word in names else word for word in text.split(" "))


def surroundings_of(reading: Reading, clause: Clause, place: int) -> Surroundings:
    """Of the placeholder at `place` in the clause."""
    left, right = _sides(clause, place)
    return Surroundings(
        left, right, clause.text, _announced(clause, reading), _sentence(clause, reading), reading.language
    )


def _sides(clause: Clause, place: int) -> tuple[str, str]:
    spans = [found.span() for found in PLACE.finditer(clause.text)]
    before, after = _next_figure(clause, place, -1), _next_figure(clause, place, 1)
    start = spans[before][1] if before is not None else 0
    end = spans[after][0] if after is not None else len(clause.text)
    left, right = clause.text[start : spans[place][0]], clause.text[spans[place][1] : end]
    if before is not None and " , " in left:
        left = " " + left.split(" , ", 1)[1]  # what stands before the comma was said of the figure before
    if place and clause.all_facts[place - 1][1].kind == "count":
        left = " " + " ".join(left.split()[1:]) + " "
    return left, right


def _next_figure(clause: Clause, place: int, step: int) -> int | None:
    """The placeholder before or behind that a word may belong to instead; a day or a month takes none away."""
    at = place + step
    while 0 <= at < len(clause.all_facts) and clause.all_facts[at][1].kind in ("date", "month"):
        at += step
    return at if 0 <= at < len(clause.all_facts) else None


def _announced(clause: Clause, reading: Reading) -> str:
    """What stands before a colon that the clause follows, or the question that it answers."""
    before = reading.text[: clause.start + 1].rstrip()
    return " " + re.split(r" [.;!?:] ", before[:-1])[-1].strip() + " " if before.endswith((":", "?")) else ""


def _sentence(clause: Clause, reading: Reading) -> str:
    start = max((found.end() for found in SENTENCE_END.finditer(reading.text[: clause.start + 1])), default=0)
    end = SENTENCE_END.search(reading.text, clause.start + 1)
    return reading.text[start : end.end() + 1 if end else None]
