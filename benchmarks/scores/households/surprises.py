"""Anomalies with their truth: a second charge by mistake, an odd amount, a large first payment, fees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.scores.households.countries import Country
from benchmarks.scores.households.entries import CURRENT, Entry, Window
from benchmarks.scores.households.truth import AnomalyType

FIXED_PRICE = frozenset({"haircuts", "coffees", "fares", "cash", "lunches", "friends", "film_rentals", "parking"})
"""Two equal rows of these are nothing odd."""
SEEN_BEFORE = 8
"""Purchases at a payee before one of them can be called odd."""
ODD_KINDS = frozenset({"groceries", "restaurants", "fuel", "clothing", "shopping", "coffee", "health"})


def surprised(entries: Sequence[Entry], dice: Random, country: Country, window: Window) -> list[Entry]:
    """The entries with anomalies among them; the rows of one share a tag `type:number`."""
    made = list(entries)
    for number in range(_count(dice, window, 1.6)):
        _duplicate(made, dice, window, f"{AnomalyType.DUPLICATE}:{number}")
    for number in range(_count(dice, window, 1.6)):
        _odd_amount(made, dice, f"{AnomalyType.AMOUNT}:{number}", window)
    made += _large_first(dice, country, window)
    made += _fees(dice, country, window)
    return made


def _count(dice: Random, window: Window, a_year: float) -> int:
    return round(a_year * window.months / 12 + dice.uniform(-0.5, 0.9))


def _duplicate(entries: list[Entry], dice: Random, window: Window, tag: str) -> None:
    smallest = _typical(entries) * 0.4
    latest = window.last - timedelta(days=3)
    places = [place for place, entry in enumerate(entries) if _can_repeat(entry, latest) and -entry.minor > smallest]
    if not places:
        return
    place = dice.choice(places)
    first = replace(entries[place], tag=tag)
    entries[place] = first
    day = first.day + timedelta(days=dice.choice((0, 0, 1, 1, 2)))
    entries.append(replace(first, day=day, stream="", is_neutral=bool(first.stream)))


def _can_repeat(entry: Entry, latest: date) -> bool:
    """A purchase or direct debit where a second one is odd, with time for it before the window ends."""
    is_free = not entry.tag and not entry.is_neutral and entry.habit not in FIXED_PRICE
    return is_free and entry.channel in ("card", "online", "debit") and entry.day < latest


def _typical(entries: Sequence[Entry]) -> float:
    """The median size of what leaves."""
    sizes = sorted(-entry.minor for entry in entries if entry.minor < 0)
    return float(sizes[len(sizes) // 2])


def _odd_amount(entries: list[Entry], dice: Random, tag: str, window: Window) -> None:
    """A usual purchase at twice to five times the most that was ever paid there."""
    rows: dict[str, list[int]] = defaultdict(list)
    for place in sorted(range(len(entries)), key=lambda place: entries[place].day):
        entry = entries[place]
        if entry.channel in ("card", "online") and entry.category in ODD_KINDS and not entry.stream and not entry.tag:
            rows[entry.payee].append(place)
    choices = [place for places in rows.values() for place in places[SEEN_BEFORE:] if entries[place].day > window.first]
    if not choices:
        return
    place = dice.choice(choices)
    entry = entries[place]
    most = max(-entries[other].minor for other in rows[entry.payee])
    entries[place] = replace(entry, minor=-round(most * dice.uniform(2.0, 5.0)), tag=tag)


def _large_first(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    names = dice.sample(country.lists["craft"], min(len(country.lists["craft"]), _count(dice, window, 1.2)))
    for number, name in enumerate(names):
        minor = country.minor(dice.randint(45000, 190000))
        day = window.some_day(dice, 0.25, 1.0)
        yield Entry(
            day,
            -minor,
            CURRENT,
            name,
            dice.choice(("card", "standing")),
            "other",
            tag=f"{AnomalyType.NEW_PAYEE}:{number}",
        )


def _fees(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    count = min(len(country.lists["fees"]), _count(dice, window, 0.9))
    for number, subject in enumerate(dice.sample(country.lists["fees"], count)):
        minor = country.minor(dice.choice((350, 800, 1500, 2500, 3500)))
        day = window.some_day(dice, 0.2, 1.0)
        yield Entry(day, -minor, CURRENT, subject, "fee", "fees", subject=subject, tag=f"{AnomalyType.FEE}:{number}")
