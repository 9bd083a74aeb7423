"""What is sent back, lent as a deposit, or bought abroad: the honest rows, and what goes wrong with them.

Each has dice of its own, so that a household with and one without anomalies have the same returns, deposits and
journeys: an anomaly is a refund that never comes, or a rate that one of the cards makes dearer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from math import exp
from random import Random

from benchmarks.scores.households.countries import Country
from benchmarks.scores.households.entries import CURRENT, Entry, Window
from benchmarks.scores.households.streams import rate
from benchmarks.scores.households.truth import AnomalyType

NOTES = {
    "DE": "zurückgeschickt", "AT": "Retoure", "FR": "retourné au magasin", "ES": "devuelto", "IT": "reso",
    "NL": "teruggestuurd", "SE": "returnerad", "PL": "zwrot", "BR": "devolvido", "JP": "返品",
}  # fmt: skip
"""By country; elsewhere people write English."""
DEPOSITS = ("Cityrad Depot", "Velo Station", "Locker Point", "Cup Return Co")
ABROAD = (
    "Hotel Alder House",
    "Harbor Diner",
    "City Museum",
    "Old Town Books",
    "Ferry Terminal",
    "Lakeside Inn",
    "Casa Verde",
)
FAIR = 4
"""Purchases of a journey at the day's rate: what another one can be held against."""
STRANGE = {"USD": "CHF"}
"""The currency of journeys, by home currency; dollars for everybody else."""


def returns(dice: Random, country: Country, window: Window, *, has_anomalies: bool) -> Iterator[Entry]:
    """Two or three purchases that the user noted as sent back; the newest refund may never come."""
    note = NOTES.get(country.code, "returned")
    days = sorted(window.some_day(dice, 0.1, 0.9) for _ in range(dice.randint(2, 3)))
    shops = dice.sample(country.lists["shops"], min(3, len(country.lists["shops"])))
    is_missing = dice.random() < 0.5
    for number, day in enumerate(days):
        shop, minor = shops[number % len(shops)], country.minor(4200 * exp(dice.gauss(0, 0.5)))
        back = day + timedelta(days=dice.randint(4, 12))
        is_late = has_anomalies and is_missing and number == len(days) - 1
        tag = f"{AnomalyType.LATE_REFUND}:noted" if is_late else ""
        bought = Entry(day, -minor, CURRENT, shop, "online", "shopping", tag=tag, note=note, is_apart=True)
        yield bought
        if not is_late:
            yield replace(bought, day=back, minor=minor, note="", is_neutral=True)


def deposits(dice: Random, country: Country, window: Window, *, has_anomalies: bool) -> Iterator[Entry]:
    """In some households sums that come back to the cent within days, one of which may not."""
    if dice.random() < 0.6:
        return
    name, is_missing = dice.choice(DEPOSITS), dice.random() < 0.6
    count = dice.randint(5, 9)
    days = sorted(window.some_day(dice, 0.02, 0.9) for _ in range(count))
    for number, day in enumerate(days):
        minor = country.minor(dice.choice((1700, 2200, 3600, 4900)))
        is_late = has_anomalies and is_missing and number == count - 1
        tag = f"{AnomalyType.LATE_REFUND}:deposit" if is_late else ""
        paid = Entry(day, -minor, CURRENT, name, "card", "other", tag=tag, is_neutral=True, is_apart=True)
        yield paid
        if not is_late:
            yield replace(paid, day=day + timedelta(days=dice.randint(1, 8)), minor=minor)


def journeys_abroad(
    dice: Random, country: Country, window: Window, card: str, *, has_anomalies: bool
) -> Iterator[Entry]:
    """In half of the households a week or two in another currency, paid from the account and from the card."""
    if dice.random() < 0.5:
        return
    currency = STRANGE.get(country.currency, "USD")
    for number in range(dice.randint(1, 2)):
        start = window.some_day(dice, 0.05, 0.9)
        markup = dice.uniform(0.018, 0.035) if dice.random() < 0.5 else 0.0
        for place in range(dice.randint(6, 10)):
            day = start + timedelta(days=dice.randint(0, 8))
            cents = round(3400 * exp(dice.gauss(0, 0.6)))
            is_dear = place >= FAIR and dice.random() < 0.7
            dearer = 1 + markup if is_dear and has_anomalies else 1.0
            minor = country.minor(cents * rate(day) * dearer * exp(dice.gauss(0, 0.002)))
            tag = f"{AnomalyType.FX_MARKUP}:{number}" if is_dear and markup and has_anomalies else ""
            account = CURRENT if is_dear else card
            yield Entry(
                day, -minor, account, dice.choice(ABROAD), "card", "travel", tag=tag,
                suffix=f"{currency} {cents // 100}.{cents % 100:02d}", is_apart=True,
            )  # fmt: skip
