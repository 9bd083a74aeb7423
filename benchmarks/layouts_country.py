"""A country's vocabulary for invented bank files, parsed from the blocks in `benchmarks.layouts_words`.

A block starts with `[code currency date,styles|number styles|legacy encoding]`; its lines are `role: word | word`.
Date styles are strftime-like: d j m n y Y M H i s, and BUDDHIST, ROC, REIWA. Number styles are an example each;
`plain.`, `plain,` and `plain0` have no thousands mark and a point, a comma or no decimals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from benchmarks.layouts_words import asia, central, east, english, months, north, west

HEAD = re.compile(r"\[(\w+) (\w{3}) (.*)\|(.*)\|(.*)\]")


@dataclass(frozen=True, slots=True)
class Country:
    """What banks of one country print."""

    code: str
    currency: str
    dates: tuple[str, ...]
    numbers: tuple[str, ...]
    encoding: str
    words: dict[str, tuple[str, ...]]

    @property
    def months(self) -> tuple[str, ...]:
        """Twelve abbreviations."""
        return months.SHORT[self.code if self.code in months.SHORT else "gb"]


@cache
def countries() -> tuple[Country, ...]:
    blocks = (
        block for module in (english, west, north, central, east, asia) for block in module.BLOCKS.strip().split("\n\n")
    )
    return tuple(_country(block.strip().splitlines()) for block in blocks)


def _country(lines: list[str]) -> Country:
    head = HEAD.fullmatch(lines[0])
    if head is None:
        raise ValueError(lines[0])
    words = {}
    for line in lines[1:]:
        role, _, names = line.partition(": ")
        words[role] = tuple(name.strip() for name in names.split(" | "))
    dates = tuple(re.split(r",(?! )", head[3]))
    numbers = tuple(re.split(r" (?!234)", head[4]))  # a space inside 1 234,56 is part of the style
    return Country(head[1], head[2], dates, numbers, head[5], words)
