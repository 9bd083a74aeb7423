"""A draft is accepted when every clause is borne by the facts it points at (docs/NUMBER_GATE.md)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from advisory.narration.drafts.placeholders import (
    PLACEHOLDER,
    missing_reasons,
    placeholder_reasons,
    placeholders_of,
)
from advisory.narration.drafts.verdicts import GateFact, Verdict


def judge(draft: str, facts: Mapping[str, GateFact], need: Sequence[str] = ()) -> Verdict:
    """`facts` by id; `need` are ids the draft must speak of."""
    reasons = tuple(dict.fromkeys(_reasons(draft, facts, need)))
    return Verdict(accepted=not reasons, reasons=reasons)


def _reasons(draft: str, facts: Mapping[str, GateFact], need: Sequence[str]) -> Iterator[str]:
    places = placeholders_of(draft)
    words = PLACEHOLDER.sub(" ", draft)
    if not any(letter.isalpha() for letter in words):
        yield "empty: there are no words"
    yield from placeholder_reasons(draft, places, facts)
    yield from missing_reasons(places, need)
    for letter in words:
        if unicodedata.category(letter)[0] == "N":
            yield f'number: "{letter}" is written out; only a placeholder may stand for a figure'
