"""Fixed words in the language that is being spoken; they are known by their English."""

from __future__ import annotations

from advisory.narration.german.categories import CATEGORIES
from advisory.narration.german.terms import TERMS
from advisory.narration.voice import voice

NONE = "Uncategorised"


def term(words: str) -> str:
    """Words that no table knows stay as they are: they may be somebody's own."""
    return words if voice().language == "en" else TERMS.get(words, words)


def category_term(name: str) -> str:
    """A category as a report calls it. Only those that everybody starts with and "Uncategorised" have other names."""
    return name if voice().language == "en" else CATEGORIES.get(name, TERMS.get(name, name) if name == NONE else name)
