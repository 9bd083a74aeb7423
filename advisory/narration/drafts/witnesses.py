"""Rule on labels, turned round: around a figure stands something that fits its label, or it is not told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisory.narration.drafts.categories import categories_in
from advisory.narration.drafts.cues import CUES
from advisory.narration.drafts.evidence import bears
from advisory.narration.drafts.evidence_kinds import kinds_of
from advisory.narration.drafts.label_reading import label_text
from advisory.narration.drafts.language import SMALL_WORDS
from advisory.narration.drafts.lexicon_files import words
from advisory.narration.drafts.meanings import concepts_in, label_categories
from advisory.narration.drafts.supposing import is_supposed, may_be_spent
from advisory.narration.drafts.surroundings import Surroundings
from advisory.narration.drafts.verdicts import GateFact

FROM_AFAR = {
    "out": frozenset(("out", "usual", "forecast", "fee", "interest", "budget", "place")),
    "in": frozenset(("in", "usual", "forecast", "place", "balance")),
    "fee": frozenset(("fee", "out", "usual")),
    "usual": frozenset(("out", "in", "usual", "saved")),
    "top": frozenset(("out", "usual", "place")),
}
"""Kinds that another part of the sentence may have named, and what may be said beside the figure then."""
ALWAYS = frozenset(("usual", "forecast", "place"))
NEAR_BY = frozenset(("count", "save", "togo"))
"""Kinds that have to be named in the clause."""
NEUTRAL = words(
    "at stood stands stood was were is are came comes come total totals remains stays stayed keeping keep kept "
    "look looks reads read says let's frank honest glance between bei blieb bleibt bleiben lag liegt liegen "
    "waren war sind ist waeren kommt kamen auf summe seien ehrlich blick ersten wirken wirkt est sont c' etait "
    "etaient soit fait font cela ca regarder franchement vue premiere semble es son fue fueron era eran sigue "
    "suma suman total seamos sinceros vista mirandolo "
)


def witness_complaints(fact: GateFact, around: Surroundings) -> Iterator[str]:
    language = around.language
    kinds = kinds_of(fact, language)
    near = f"{around.left}@{around.right}"
    if not kinds or any(bears(text, kind, language) for kind in kinds for text in (near, around.clause)):
        return
    if kinds & {"left", "budget"} and may_be_spent(around.sentence, language):
        return
    if "out" in kinds and is_supposed(around.sentence, language) and bears(around.clause, "save", language):
        return  # what was spent may be saved, under an if
    said = concepts_in(near, language)
    for kind in kinds - NEAR_BY:
        if said <= FROM_AFAR.get(kind, ALWAYS) | {kind} and bears(around.announced + around.sentence, kind, language):
            return
    if "out" in kinds and said <= FROM_AFAR["out"] and _is_plainly_told(fact, around):
        return
    yield f"told without a word for it ({', '.join(sorted(kinds))})"


def _is_plainly_told(fact: GateFact, around: Surroundings) -> bool:
    """`Between rent at {{x}} ...`, `{{x}} for books is a lot`: whose figure it is stands there, and no other verb."""
    told = around.announced + around.sentence
    own = label_categories(fact.label, around.language) & categories_in(told, around.language)
    names = frozenset(word for word in label_text(fact.label, around.language).split() if len(word) > 3)
    names &= frozenset(told.split())
    if not own and not names:
        return False
    if CUES[around.language].search(around.sentence):
        return True
    before = around.last_part.split()
    if before and re.fullmatch(r"\w+", before[-1]) and re.search(r"^ (?:\S+ ){1,3}", around.right):
        own_behind = categories_in(" " + " ".join(around.right.split()[:4]) + " ", around.language) & own
        if (own_behind or names & set(around.right.split()[:4])) and _is_neutral(before[-1], around, names):
            return True
    return all(_is_neutral(word, around, names) for word in before[-5:])


def _is_neutral(word: str, around: Surroundings, names: frozenset[str]) -> bool:
    return (
        word in NEUTRAL
        or word in SMALL_WORDS[around.language]
        or word in names
        or bool(categories_in(f" {word} "))
        or not re.match(r"\w", word)
    )
