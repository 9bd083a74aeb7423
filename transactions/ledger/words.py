"""Bank text as comparable words: case folded, accents kept apart from letters, punctuation gone."""

from __future__ import annotations

import re
import unicodedata

NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Case folded and without accents, so that 'CAFÉ' and 'cafe' are one."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return NOT_WORD.sub(" ", fold(text)).split()


def phrases_of(text: str, longest: int) -> list[str]:
    """Every run of one to `longest` neighbouring words, longest first, earliest first within a length."""
    words = words_of(text)
    return [
        " ".join(words[start : start + size])
        for size in range(min(longest, len(words)), 0, -1)
        for start in range(len(words) - size + 1)
    ]


def squeeze(text: str) -> str:
    """Folded letters and digits only, without any gap: for keys and account numbers."""
    return NOT_WORD.sub("", fold(text))
