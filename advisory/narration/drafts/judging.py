"""A draft is accepted when every clause is borne by the facts it points at (docs/NUMBER_GATE.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from advisory.narration.drafts.characters import character_reasons
from advisory.narration.drafts.clauses import clauses_of
from advisory.narration.drafts.counting import counting_reasons
from advisory.narration.drafts.directions import balance_reasons, difference_reasons, direction_reasons
from advisory.narration.drafts.labels import label_reasons
from advisory.narration.drafts.names import name_reasons
from advisory.narration.drafts.occasions import occasion_reasons
from advisory.narration.drafts.placeholders import (
    PLACEHOLDER,
    missing_reasons,
    placeholder_reasons,
    placeholders_of,
)
from advisory.narration.drafts.reading import reading_of
from advisory.narration.drafts.verdicts import GateFact, Verdict, refused

LONGEST_DRAFT = 5_000
"""Characters. The longest part of a report has a tenth of it; the rules look at every pair of clauses."""

MOST_FIGURES = 80
"""Placeholders of a draft. The fullest part of a report has a quarter of it; the rules look at what is around each."""


def judge(draft: str, facts: Mapping[str, GateFact], need: Sequence[str] = ()) -> Verdict:
    """`facts` by id; `need` are ids the draft must speak of."""
    if len(draft) > LONGEST_DRAFT:
        return refused(f"empty: longer than {LONGEST_DRAFT} characters, and not read")
    if draft.count("{{") > MOST_FIGURES:
        return refused(f"placeholder: more than {MOST_FIGURES} figures, and not read")
    reasons = tuple(dict.fromkeys(_reasons(draft, facts, need)))
    return Verdict(accepted=not reasons, reasons=reasons)


def _reasons(draft: str, facts: Mapping[str, GateFact], need: Sequence[str]) -> Iterator[str]:
    places = placeholders_of(draft)
    words = PLACEHOLDER.sub(" ", draft)
    if not any(letter.isalpha() for letter in words):
        yield "empty: there are no words"
    yield from placeholder_reasons(draft, places, facts)
    yield from missing_reasons(places, need)
    yield from character_reasons(words)
    reading = reading_of(draft, facts)
    clauses = clauses_of(reading)
    yield from counting_reasons(reading)
    yield from occasion_reasons(reading)
    yield from name_reasons(reading)
    yield from direction_reasons(reading, clauses)
    yield from difference_reasons(reading, clauses)
    yield from balance_reasons(reading, clauses)
    yield from label_reasons(reading, clauses)
