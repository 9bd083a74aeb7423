"""Why a category, in words for the user."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisory.analysis.categorise.features import features_of
from advisory.analysis.categorise.guess import OTHERS, OWN, SIMILAR
from advisory.analysis.categorise.model import GlobalModel

LONGEST = 60
SURE = 0.5


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


def telling_words(texts: Sequence[str], model: GlobalModel) -> list[str]:
    """For each text of plain words the one that the model is surest about; '' where it is sure about none."""
    words = sorted({word for text in texts for word in text.split()})
    surest = dict(zip(words, model.shares(features_of(words)).max(axis=1).tolist() if words else (), strict=True))
    return [_surest(text.split(), surest) for text in texts]


def _surest(words: Sequence[str], surest: Mapping[str, float]) -> str:
    best = max(words, key=lambda word: surest[word], default="")
    return best if best and surest[best] >= SURE else ""
