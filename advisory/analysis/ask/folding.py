"""One spelling for what people write in many: case, accents and the German two-letter spellings fall together.

Both sides of every comparison are folded alike, so "Maerz", "März" and "marz" are one word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[a-z0-9]+")
PAIRS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case, base letters only, 'ss' for sharp s and one letter for ae, oe and ue."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    for pair, letter in PAIRS:
        plain = plain.replace(pair, letter)
    return plain


def words_of(text: str) -> tuple[str, ...]:
    """The folded words and numbers of a name, in order."""
    return tuple(WORD.findall(fold(text)))


def is_near(word: str, other: str) -> bool:
    """Whether two folded words differ by one slip of the hand, or two in long ones. The first letter must agree.

    A slip is a letter more, less, other, or two neighbours swapped. Words under five letters are never near: too many
    real words lie one letter apart.
    """
    shortest = min(len(word), len(other))
    if shortest < 4 or max(len(word), len(other)) < 5 or word[0] != other[0] or word.isdigit():
        return False
    return slips(word, other) <= (2 if shortest >= 8 else 1)


def slips(word: str, other: str) -> int:
    """The number of slips between two words (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(word, start=1):
        last, before, row = before, row, [place]
        for at, against in enumerate(other, start=1):
            best = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != against))
            if place > 1 and at > 1 and letter == other[at - 2] and word[place - 2] == against:
                best = min(best, last[at - 2] + 1)
            row.append(best)
    return row[-1]
