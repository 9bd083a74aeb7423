"""The places of a draft that stand for figures and names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

PLACEHOLDER = re.compile(r"\{\{[ \u00a0]*([^{}\s]{1,200})[ \u00a0]*\}\}")
BRACE = re.compile(r"[{}\uff5b\uff5d]")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`start` and `end` are offsets into the draft, braces included."""

    fact: str
    start: int
    end: int


def placeholders_of(draft: str) -> tuple[Placeholder, ...]:
    return tuple(Placeholder(found[1], found.start(), found.end()) for found in PLACEHOLDER.finditer(draft))


def placeholder_reasons(draft: str, places: Sequence[Placeholder], known: Collection[str]) -> Iterator[str]:
    """Ids without a fact, braces that hold none, and places glued to each other or to letters."""
    for place in places:
        if place.fact not in known:
            yield f'placeholder: "{place.fact}" is no fact'
    if BRACE.search(PLACEHOLDER.sub(" ", draft)):
        yield "placeholder: braces that hold no id"
    for left, right in pairwise(places):
        if not any(letter.isalpha() or letter.isspace() for letter in draft[left.end : right.start]):
            yield f'placeholder: "{left.fact}" and "{right.fact}" stand without a word or space between them'


def missing_reasons(places: Sequence[Placeholder], need: Sequence[str]) -> Iterator[str]:
    spoken = {place.fact for place in places}
    return (f'missing: "{fact}" is not spoken of' for fact in need if fact not in spoken)
