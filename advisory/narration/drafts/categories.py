"""Common spending categories in four languages, so that a figure of one is not told under another's name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from advisory.narration.drafts.lexicon_files import sections

CATEGORIES: Mapping[str, str] = sections("categories")
CATEGORY = re.compile(
    r"(?<![^ ])(?:"
    + "|".join(f"(?P<c{place}>{words})" for place, words in enumerate(CATEGORIES.values()))
    + r")(?![^ ])"
)
NAMES = tuple(CATEGORIES)


ELSEWHERE = frozenset(("essence",))


def categories_in(text: str, language: str = "") -> frozenset[str]:
    """`text` is plain, its tokens parted by single spaces."""
    found = CATEGORY.finditer(text.replace(" car ", " ") if language == "fr" else text)
    return frozenset(NAMES[int(one.lastgroup[1:])] for one in found if one.lastgroup and one[0] not in ELSEWHERE)
