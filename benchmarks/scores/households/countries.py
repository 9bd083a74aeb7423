"""Reads the blocks of `words`: how a country's banks print a movement, and who is paid there.

A block begins `[CODE CURRENCY level ending dateform|cities|channels with a counterparty]`: `level` is what a euro's
worth of goods costs in hundredths (in units where the currency has none), `ending` the last two digits prices like to
have. Then `channel: one bank | another bank` with `^` where the bank prints capitals only, and `kind: payee,payee`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from benchmarks.scores.households.words import english, europe, others

CHANNELS = ("card", "online", "debit", "standing", "credit", "atm", "fee", "transfer")
WITHOUT_DECIMALS = frozenset({"JPY"})


@dataclass(frozen=True, slots=True)
class Country:
    """`forms` holds two ways to print each channel; `lists` the payees and words by kind."""

    code: str
    currency: str
    level: int
    ending: int
    date_form: str
    cities: tuple[str, ...]
    with_party: frozenset[str]
    forms: dict[str, tuple[str, str]]
    lists: dict[str, tuple[str, ...]]

    def minor(self, cents: float) -> int:
        """Minor units of what costs so many euro cents elsewhere, at least one."""
        return max(1, round(cents * self.level / 100))

    def price(self, cents: float) -> int:
        """The same as a price tag has it: with the country's usual ending, or a round figure."""
        whole = 10 if self.currency in WITHOUT_DECIMALS else 100
        minor = self.minor(cents)
        steps = max(1, round(minor / whole))
        if not self.ending:
            return steps * whole
        return minor if minor < 2 * whole else steps * whole - (100 - self.ending)


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """All twelve by code, in the order of their blocks."""
    text = english.BLOCKS + europe.BLOCKS + others.BLOCKS
    blocks = re.split(r"^\[", text, flags=re.MULTILINE)[1:]
    return {country.code: country for country in map(_country, blocks)}


def _country(block: str) -> Country:
    head, *lines = block.strip().splitlines()
    words, cities, party = head.rstrip("]").split("|")
    code, currency, level, ending, form = words.split(" ")
    pairs = dict(line.split(": ", 1) for line in lines if line)
    forms = {name: _two(pairs.pop(name)) for name in CHANNELS}
    lists = {kind: tuple(names.split(",")) for kind, names in pairs.items()}
    return Country(
        code, currency, int(level), int(ending), form, tuple(cities.split(",")), frozenset(party.split()), forms, lists
    )


def _two(text: str) -> tuple[str, str]:
    first, second = text.split(" | ")
    return first, second
