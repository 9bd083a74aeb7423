"""Ordinary spending without any rhythm: shops known and new, evenings out, clothes, a journey in summer."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from random import Random
from typing import NamedTuple

from benchmarks.scores.households.countries import Country
from benchmarks.scores.households.entries import DAY, Entry, Window
from benchmarks.scores.households.words.brands import PROCESSORS


class Kind(NamedTuple):
    """`a_month`: purchases in an ordinary month; `usual` in euro cents, `spread` of its logarithm."""

    payees: str
    channel: str
    category: str
    a_month: float
    usual: int
    spread: float


KINDS = (
    Kind("groceries", "card", "groceries", 8.0, 2400, 0.55),
    Kind("restaurant", "card", "restaurants", 3.0, 3200, 0.45),
    Kind("lunch", "card", "restaurants", 2.0, 1150, 0.3),
    Kind("cafe", "card", "coffee", 2.5, 560, 0.35),
    Kind("shops", "online", "shopping", 4.0, 3400, 0.8),
    Kind("clothing", "card", "clothing", 1.3, 4600, 0.6),
    Kind("transport", "online", "transport", 2.0, 1900, 0.7),
    Kind("pharmacy", "card", "health", 0.8, 1500, 0.6),
)
SEASON = {6: 1.05, 7: 1.15, 8: 1.1, 11: 1.1, 12: 1.45, 1: 0.85, 2: 0.9}
"""Factor on the number of purchases by month."""


def everyday(
    dice: Random, country: Country, window: Window, accounts: tuple[str, str], factor: float
) -> Iterator[Entry]:
    """`accounts`: what shops and what sellers by wire are paid from. `factor` scales all amounts."""
    favourites = {kind.payees: dice.sample(country.lists[kind.payees], 2) for kind in KINDS}
    for number in range(window.days):
        day = window.first + number * DAY
        rate = SEASON.get(day.month, 1.0) * (1.3 if day.weekday() >= 4 else 0.88) / 30.44
        for kind in KINDS:
            if dice.random() < rate * kind.a_month:
                shop = _shop(dice, country, kind, favourites[kind.payees])
                minor = country.minor(factor * kind.usual * exp(dice.gauss(0, kind.spread)))
                yield Entry(day, -minor, accounts[kind.channel == "online"], shop, kind.channel, kind.category)
    yield from _seldom_seen(dice, country, window, accounts[0])
    yield from _journeys(dice, country, window, accounts[1])


def _shop(dice: Random, country: Country, kind: Kind, favourites: list[str]) -> str:
    return dice.choice(favourites) if dice.random() < 0.75 else dice.choice(country.lists[kind.payees])


def _seldom_seen(dice: Random, country: Country, window: Window, account: str) -> Iterator[Entry]:
    """Small shops, often behind a processor, seen once or a few times."""
    for number in range(window.days):
        if dice.random() < 1.6 / 30.44:
            name = dice.choice(country.lists["small"])
            shop = f"{dice.choice(PROCESSORS)}{name.upper()}" if dice.random() < 0.45 else name
            minor = country.minor(1900 * exp(dice.gauss(0, 0.6)))
            yield Entry(window.first + number * DAY, -minor, account, shop, "card", "shopping")


def _journeys(dice: Random, country: Country, window: Window, account: str) -> Iterator[Entry]:
    """A few bookings around summer and a weekend away."""
    for number in range(window.days):
        day = window.first + number * DAY
        if dice.random() < (0.05 if day.month in (6, 7, 8) else 0.006):
            minor = country.minor(9500 * exp(dice.gauss(0, 0.5)))
            yield Entry(day, -minor, account, dice.choice(country.lists["travel"]), "online", "travel")
