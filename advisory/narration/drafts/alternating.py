"""Long lists of alternatives as one pattern that looks at those of a word's first letter alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@cache
def by_first_letter(pattern: str) -> str:
    """The same alternatives in the same order for each letter; what may begin with any letter is tried last."""
    groups: dict[str, list[str]] = {}
    others: list[str] = []
    for one in top_level(pattern):
        letters = _first_letters(one)
        for letter in letters:
            groups.setdefault(letter, []).append(one)
        if not letters:
            others.append(one)
    led = [f"(?={letter})(?:{'|'.join(ones)})" for letter, ones in sorted(groups.items())]
    return "|".join([*led, *others])


def top_level(pattern: str) -> Iterator[str]:
    """The parts between the bars that stand in no bracket."""
    depth, start, place = 0, 0, 0
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "|" and not depth:
            yield pattern[start:place]
            start = place + 1
        place += 1
    yield pattern[start:]


def _first_letters(alternative: str) -> frozenset[str]:
    """Empty where they are not plain to see."""
    if alternative[:1] in LETTERS and alternative[1:2] not in ("?", "*"):
        return frozenset(alternative[:1])
    if not alternative.startswith("(?:"):
        return frozenset()
    inner = alternative[3 : _closing(alternative)]
    after = alternative[_closing(alternative) + 1 :][:1]
    found = [_first_letters(one) for one in top_level(inner)]
    return frozenset() if after in ("?", "*") or not all(found) else frozenset().union(*found)


def _closing(alternative: str) -> int:
    depth = 0
    for place, sign in enumerate(re.sub(r"\\.", "..", alternative)):
        depth += (sign == "(") - (sign == ")")
        if sign == ")" and not depth:
            return place
    return len(alternative)
