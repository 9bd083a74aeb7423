"""The words are plain: English below the eighth grade (Flesch-Kincaid), German easy (LIX); no shouting and no blame.

Grade = 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975). LIX = words a sentence + the
share of words over six letters, in per cent (Björnsson, 1968): below 40 is easy reading, newspapers have about 45.
"""

from __future__ import annotations

import re

import pytest

from advisory.narration.insights import TEXTS, TITLES
from advisory.narration.phrases import PHRASES
from advisory.narration.voice import LANGUAGES, Language
from advisory.narration.wordings import as_tuple

GRADE, LIX = 8, 40
NAMES = {"payee": "Bakery", "category": "Food", "account": "Savings", "month": "March", "span": "March to May"}
BLAME = re.compile(
    r"!|\b(should have|wasted?|careless|irresponsible|bad with|spend too much|verschwende|leichtsinnig)\b",
    re.IGNORECASE,
)


def sayings(language: Language) -> list[str]:
    """Every wording with something said in the place of each figure and name."""
    found = [one for wordings in PHRASES[language].values() for one in as_tuple(wordings)]
    found += [one for table in (TITLES, TEXTS) for told in table[language].values() for one in told]
    return [re.sub(r"\{[^}]*\.(\w+)\}", lambda view: NAMES.get(view[1], "ten"), one) for one in found]


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def sentences_in(text: str) -> int:
    return max(1, len([part for part in re.split(r"[.:;?]", text) if part.strip()]))


def syllables(word: str) -> int:
    """Groups of vowels, but for a silent e at the end."""
    bare = re.sub(r"(?<=[^aeiouy])e$", "", word.lower()) if len(word) > 3 and not word.endswith("le") else word.lower()
    return max(1, len(re.findall(r"[aeiouy]+", bare)))


def grade(texts: list[str]) -> float:
    words = [word for text in texts for word in words_of(text)]
    sentences = sum(map(sentences_in, texts))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def lix(texts: list[str]) -> float:
    words = [word for text in texts for word in words_of(text)]
    return len(words) / sum(map(sentences_in, texts)) + 100 * sum(len(word) > 6 for word in words) / len(words)


def test_english_is_below_the_eighth_grade() -> None:
    assert grade(["The utilisation of discretionary expenditure necessitates reconsideration of allocations."]) > GRADE
    assert grade(sayings("en")) < GRADE


def test_german_is_easy() -> None:
    assert lix(["Die Inanspruchnahme nichtnotwendiger Ausgabenkategorien erfordert Umschichtungsmaßnahmen."]) > LIX
    assert lix(sayings("de")) < LIX


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_shouts_or_blames(language: Language) -> None:
    assert BLAME.search("You wasted ten!")
    assert [text for text in sayings(language) if BLAME.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_short(language: Language) -> None:
    """One idea each: nobody reads a subordinate clause on the way to a subordinate clause."""
    assert [one for one in sayings(language) if len(words_of(one)) / sentences_in(one) > 26] == []
