"""Why a category, in words for the user."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.features import features_of
from advisory.analysis.categorise.guess import OTHERS, OWN, SIMILAR
from advisory.analysis.categorise.head import Head
from advisory.analysis.categorise.outside import Translation

LONGEST = 60
SURE = 0.5
SHORTEST = 3  # letters of a word that can tell
LEAST_OF_NAME = 5  # letters of a brand that stands alone


def because(source: str, category: str, *, like: str, name: str, word: str) -> str:
    """One sentence about a row of the payee `name`, in which `word` tells most ('' where none does).

    `like` is the text of the confirmed row that speaks loudest, '' where none does.
    """
    name = name[:LONGEST]
    if source == OWN:
        return f"You put \u201c{name}\u201d under {category} before."
    if source == SIMILAR:
        return f"It looks like \u201c{like[:LONGEST]}\u201d, which you put under {category}."
    if source == OTHERS:
        return f"Others put payees like \u201c{name}\u201d under {category}."
    if word:
        return f"The word \u201c{word}\u201d points to {category}."
    return f"Names like \u201c{name}\u201d are mostly {category}."


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What single words mean by themselves: `told` (words, labels) in the user's categories."""

    number: Mapping[str, int]
    labels: tuple[str, ...]
    told: NDArray[np.float64]

    @classmethod
    def of(cls, texts: Iterable[str], head: Head, translation: Translation) -> Words:
        """All words of plain texts."""
        words = sorted({word for text in set(texts) for word in text.split() if len(word) >= SHORTEST})
        told = translation.meant(head.shares(features_of(words)))
        return cls({word: at for at, word in enumerate(words)}, translation.labels, told)

    def telling(self, text: str, category: str) -> str:
        """The word of a text that points to the category by itself, '' where none does."""
        words = [word for word in text.split() if word in self.number]
        if not words or category not in self.labels:
            return ""
        shares = self.told[[self.number[word] for word in words], self.labels.index(category)].tolist()
        sure = max(shares)
        return words[shares.index(sure)] if sure >= SURE else ""


def shown_name(brand: str, words: str) -> str:
    """The name of a payee in a sentence: what the bank wrote where little is left of it ("Bio" of "Bio Company SE")."""
    return brand if len(brand) >= LEAST_OF_NAME or len(words) <= len(brand) else words.strip()
