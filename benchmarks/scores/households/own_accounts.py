"""Movements between the household's own accounts: an order to savings, the card's settlement, sums taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.scores.households.calendar import banking_day, months_before
from benchmarks.scores.households.contract import Contract
from benchmarks.scores.households.countries import Country
from benchmarks.scores.households.entries import CARD, CURRENT, SAVINGS, Entry, Window
from benchmarks.scores.households.truth import Cadence, Role


def saving_order(dice: Random, country: Country, window: Window) -> Contract:
    """The monthly order to the household's own savings account; its rows are one leg of a transfer as well."""
    words = country.lists["moves"][0]
    first = months_before(window.first, 3)
    return Contract(
        "saving", words, Role.SAVING, "transfer", "transfer", CURRENT, Cadence.MONTHLY,
        dice.choice((5000, 10000, 15000, 20000)), first, day=dice.choice((1, 2, 5, 28)), subject=words, delays=0.0,
    )  # fmt: skip


def other_legs(entries: Sequence[Entry], dice: Random, country: Country) -> Iterator[Entry]:
    """The saving rows with their tag, and what arrives on the savings account the same day or the next banking day."""
    for number, entry in enumerate(entries):
        tag = f"transfer:saving {number}"
        yield replace(entry, tag=tag)
        yield _arrival(entry, SAVINGS, country.lists["moves"][1], tag, dice)


def settlements(entries: Sequence[Entry], dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """What the card took in a month leaves the current account in the next one, on a fixed day."""
    day, words = dice.choice((3, 5, 10, 20)), country.lists["moves"][2]
    spent: dict[int, int] = {}
    for entry in entries:
        if entry.account == CARD:
            month = entry.day.year * 12 + entry.day.month - 1
            spent[month] = spent.get(month, 0) + entry.minor
    for month, minor in sorted(spent.items()):
        due = banking_day(entry_day(month + 1, day), 1)
        if minor < 0 and window.holds(due):
            out = Entry(
                due,
                minor,
                CURRENT,
                words,
                "transfer",
                "transfer",
                subject=words,
                tag=f"transfer:card {month}",
                is_neutral=True,
            )
            yield out
            yield _arrival(out, CARD, words, out.tag, dice)


def entry_day(month: int, day: int) -> date:
    return date(month // 12, month % 12 + 1, day)


def taken_back(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """A round sum from savings, a few times a year."""
    for number in range(round(window.months / 6 + dice.uniform(0, 2))):
        day = banking_day(window.some_day(dice), 1)
        minor = country.minor(dice.choice((10000, 20000, 30000, 50000)))
        out = Entry(
            day, -minor, SAVINGS, country.lists["moves"][1], "transfer", "transfer", subject=country.lists["moves"][1],
            tag=f"transfer:back {number}",
        )  # fmt: skip
        yield out
        yield _arrival(out, CURRENT, out.payee, out.tag, dice)


def _arrival(out: Entry, account: str, words: str, tag: str, dice: Random) -> Entry:
    day = banking_day(out.day + timedelta(days=dice.choice((0, 0, 0, 1))), 1)
    return Entry(day, -out.minor, account, words, "transfer", "transfer", subject=words, tag=tag, is_neutral=True)
