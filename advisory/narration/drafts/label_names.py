"""Whose figure it is: the words of a label that are names, of a category, payee, account or goal.

What a label has beside the words labels are made of (`label_reading.py`) may be a name. It is one for certain where it
stands as names do: written as one, behind a preposition, or alone between two marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from advisory.narration.drafts.categories import categories_in
from advisory.narration.drafts.label_reading import ANY_SMALL_WORDS, BAR, IN_BRACKETS, left_over, read_label
from advisory.narration.drafts.lexicon_files import words
from advisory.narration.drafts.tokens import Token, tokens_of
from advisory.narration.drafts.vocabulary import knows

LEADS = words(
    "on for at to of from in with by towards toward under into without fuer bei an von vom auf zu zum zur aus unter "
    "im nach ohne mit durch pour chez en sur dans de d' du des au aux a vers sans par para por del al con hacia"
)
SHORTEST = 3
"""Letters of a name; four where it is not written as one."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """`certain` are names by where they stand, `possible` the other words that were not read; in the draft's form."""

    certain: frozenset[str]
    possible: frozenset[str]

    @property
    def every(self) -> frozenset[str]:
        return self.certain | self.possible


@lru_cache(maxsize=4096)
def own_words(label: str, language: str) -> OwnWords:
    reading = read_label(label, language)
    unread = set(left_over(reading))
    certain, possible = set[str](), set[str]()
    for segment in _segments(label):
        forms = [_form(token, reading.language) for token in segment]
        stands_alone = all(form in unread or form in ANY_SMALL_WORDS for form in forms)
        for place, (token, form) in enumerate(zip(segment, forms, strict=True)):
            if form not in unread or not _is_long_enough(token) or _is_translated(token, language):
                continue
            is_led = any(before in LEADS for before in forms[max(0, place - 3) : place])
            written = token.text[0].isupper() and not token.starts_sentence
            is_category = bool(categories_in(f" {form} ", reading.language))
            found = certain if stands_alone or is_led or written or is_category else possible
            found.add(_form(token, language))
    return OwnWords(frozenset(certain), frozenset(possible))


def _is_translated(token: Token, language: str) -> bool:
    """An English word of a label in a draft of another language, where it has another form."""
    if language == "en" or token.text[0].isupper() or not knows("en_words", token.plain):
        return False
    if language == "de":
        return not knows("de_nouns", token.german) and not knows("de_words", token.german)
    return not knows(f"{language}_words", token.plain)


def _segments(label: str) -> Iterator[list[Token]]:
    segment: list[Token] = []
    for token in tokens_of(IN_BRACKETS.sub(f" {BAR} ", label)):
        if token.is_word:
            segment.append(token)
        elif segment and re.fullmatch(r"[,:;|–—/(]", token.text):
            yield segment
            segment = []
    if segment:
        yield segment


def _is_long_enough(token: Token) -> bool:
    return len(token.plain) >= SHORTEST + (not token.text[0].isupper()) and token.plain not in ANY_SMALL_WORDS


def _form(token: Token, language: str) -> str:
    return token.german if language == "de" else token.plain
