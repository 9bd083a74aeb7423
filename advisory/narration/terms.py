"""Fixed words in the language that is being spoken; they are known by their English."""

from __future__ import annotations

from advisory.narration.german.terms import TERMS
from advisory.narration.voice import voice


def term(words: str) -> str:
    """Words that no table knows stay as they are: they may be somebody's own."""
    return words if voice().language == "en" else TERMS.get(words, words)
