"""Why a category, in words for the user."""

from __future__ import annotations

from advisory.analysis.categorise.features import features_of
from advisory.analysis.categorise.guess import OTHERS, OWN, SIMILAR
from advisory.analysis.categorise.model import GlobalModel
from advisory.analysis.categorise.reading import Read
from advisory.analysis.rows import Row

LONGEST = 60


def because(source: str, category: str, row: Row, asked: Read, place: int, like: str, model: GlobalModel) -> str:
    """One sentence. `like` is the text of the confirmed row that speaks loudest, '' where none does."""
    name = (asked.payees[place].brand or row.words)[:LONGEST]
    if source == OWN:
        return f"You put \u201c{name}\u201d under {category} before."
    if source == SIMILAR:
        return f"It looks like \u201c{like[:LONGEST]}\u201d, which you put under {category}."
    if source == OTHERS:
        return f"Others put payees like \u201c{name}\u201d under {category}."
    word = telling_word(asked.plain[place], model)
    return (
        f"The word \u201c{word}\u201d points to {category}."
        if word
        else f"Names like \u201c{name}\u201d are mostly {category}."
    )


def telling_word(plain: str, model: GlobalModel) -> str:
    """The word of the text that the model is surest about, where the text has more than one and it is sure at all."""
    words = plain.split()
    shares = model.shares(features_of(words)).max(axis=1) if words else []
    best = max(range(len(words)), key=lambda at: (shares[at], -at), default=-1)
    return words[best] if best >= 0 and shares[best] >= 0.5 else ""
