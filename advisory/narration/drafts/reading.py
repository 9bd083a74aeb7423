"""A draft as the rules see it: its tokens, its language, and one plain text to search for phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from advisory.narration.drafts.language import language_of
from advisory.narration.drafts.tokens import Token, tokens_of
from advisory.narration.drafts.verdicts import GateFact

PLACE = re.compile(r"@(\d+)@")
NAMING = frozenset(("name", "text"))


@dataclass(frozen=True)
class Reading:
    """`text` has every token in its plain form with one space between, and `@n@` where token n is a placeholder."""

    tokens: tuple[Token, ...]
    language: str
    facts: Mapping[str, GateFact]

    @cached_property
    def forms(self) -> tuple[str, ...]:
        return tuple(self._form(place, token) for place, token in enumerate(self.tokens))

    def _form(self, place: int, token: Token) -> str:
        if token.fact:
            return f"@{place}@"
        if not token.is_word and token.text in "-‐‑–" and self.follows_glued(place):
            return ""
        return token.german if self.language == "de" else token.plain

    def follows_glued(self, place: int) -> bool:
        return place + 1 < len(self.tokens) and self.tokens[place + 1].glued

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        starts, at = [], 1
        for form in self.forms:
            starts.append(at)
            at += len(form) + 1 if form else 0
        return tuple(starts)

    @cached_property
    def text(self) -> str:
        return " " + " ".join(form for form in self.forms if form) + " "

    def covered(self, patterns: Iterable[re.Pattern[str]]) -> frozenset[int]:
        """Places of the tokens inside what the patterns find."""
        spans = [found.span() for pattern in patterns for found in pattern.finditer(self.text)]
        return frozenset(
            place for place, start in enumerate(self.offsets) if any(first <= start < last for first, last in spans)
        )

    @cached_property
    def from_labels(self) -> frozenset[int]:
        """Places of words that follow each other in a label too: what a label says, a draft may say."""
        pairs = {pair for fact in self.facts.values() for pair in _pairs(fact.label, self.language)}
        words = [(place, self.forms[place]) for place, token in enumerate(self.tokens) if token.is_word]
        found: set[int] = set()
        for (left, one), (right, other) in pairwise(words):
            if (one, other) in pairs:
                found |= {left, right}
        return frozenset(found)

    @cached_property
    def named(self) -> frozenset[str]:
        """Plain forms of every word of a label or of a fact that is a name."""
        texts = [fact.label for fact in self.facts.values()]
        texts += [fact.value for fact in self.facts.values() if fact.kind in NAMING]
        return frozenset(token.plain for text in texts for token in tokens_of(text) if token.is_word)

    def words(self) -> Iterator[tuple[int, Token]]:
        return ((place, token) for place, token in enumerate(self.tokens) if token.is_word)

    def near(self, place: int, step: int) -> str:
        """The form next to a place, stepping over hyphens inside a word; empty at the draft's ends."""
        place += step
        while 0 <= place < len(self.forms):
            if self.forms[place]:
                return self.forms[place]
            place += step
        return ""


def reading_of(draft: str, facts: Mapping[str, GateFact]) -> Reading:
    tokens = tokens_of(draft)
    return Reading(tokens, language_of(tokens), facts)


def _pairs(label: str, language: str) -> set[tuple[str, str]]:
    words = [token.german if language == "de" else token.plain for token in tokens_of(label) if token.is_word]
    return set(pairwise(words))
