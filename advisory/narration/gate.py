"""The number gate: no sentence leaves with a figure that is not exactly what its fact says."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Mapping

from advisory.analysis.facts import FactDraft
from advisory.narration.drafts.lines import answer_lines
from advisory.narration.views import NAMES, VIEWS
from advisory.narration.words import Part, Sentence


class UnprovenWordsError(AssertionError):
    """A sentence holds a figure, date or name that no fact stands behind."""


def assert_words_carry_only_facts(sentence: Sentence, facts: Mapping[str, FactDraft]) -> None:
    """Raises UnprovenWordsError unless every part is digit-free fixed words or the exact rendering of a known fact."""
    for part in sentence.parts:
        if part.fact:
            _assert_rendering(part, facts)
        elif any(_is_numeric(letter) for letter in part.text):
            raise UnprovenWordsError(f"{part.text!r} holds a number of its own.")


def _assert_rendering(part: Part, facts: Mapping[str, FactDraft]) -> None:
    fact = facts.get(part.fact)
    if fact is None:
        raise UnprovenWordsError(f"{part.text!r} points at a fact that is not there.")
    if part.view not in VIEWS or VIEWS[part.view](fact) != part.text:
        kind = "name" if part.view in NAMES else "figure"
        raise UnprovenWordsError(f"{part.text!r} is not the {kind} of fact {fact.id}.")


def _is_numeric(letter: str) -> bool:
    """Any digit, fraction, superscript or numeral sign of any script; currency and per cent signs stand for figures."""
    return unicodedata.category(letter)[0] == "N" or unicodedata.category(letter) == "Sc" or letter in "%‰"


if __name__ == "__main__":
    answer_lines(sys.stdin.buffer, sys.stdout.buffer)
