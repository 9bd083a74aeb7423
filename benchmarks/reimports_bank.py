"""What really happened on one account: movements with their true days, amounts and parties, whatever files say later."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

SHOPS = (
    ("Brot & Butter Bäckerei", "Leipzig"), ("Café Milou", "Lyon"), ("Corner Coffee Company", "Leeds"),
    ("Green Grocer Market", "Bristol"), ("Nordlys Kiosk", "Oslo"), ("Supermercado Delmar", "Cadiz"),
    ("Stadtwerke Verkehr", "Ulm"), ("Petrol Point 24", "Ghent"), ("Apotheke am Markt", "Graz"),
    ("Hanssons Järn", "Malmö"), ("Pizzeria Da Nino", "Verona"), ("Bokhandel Sølv", "Bergen"),
    ("Hair by Ines", "Porto"), ("Toy Harbour", "Cork"), ("Ticketline Online", "Dublin"), ("Webshop Krokus", "Utrecht"),
    ("Lunchroom Zuid", "Breda"), ("Parking Nord", "Liège"), ("Drogeria Zielona", "Gdansk"), ("Kino Svetozor", "Brno"),
)  # fmt: skip
SMALL = (-120, -240, -290, -350, -350, -380, -450, -500, -1000)
ROUND = (-1000, -2000, -5000, -5000, -10000)
CONTRACTS = (
    ("Hausverwaltung Lindner", -89500, "rent flat 12"), ("Streamtime Media", -1299, "monthly plan"),
    ("Volt Energie", -6400, "instalment electricity"), ("Telco Mobile", -1999, "invoice"),
    ("Sportverein Blau", -2500, "membership"), ("Safe Insurance", -4210, "policy household"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """One true movement. `amount` is signed cents; `held` is what the card hold said, 0 when there was none."""

    number: int
    bought: date
    booked: date
    valued: date
    amount: int
    party: str
    place: str
    purpose: str
    reference: str
    held: int = 0

    @property
    def twin_key(self) -> tuple[date, int, str]:
        """Movements that nobody could tell apart, not even the holder."""
        return self.booked, self.amount, self.party


def weekday(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= 5 else day


def live(rng: random.Random, start: date, days: int, busy: float = 1.0) -> list[Event]:
    """Everything that happened within the days, by booking day."""
    wanted: list[tuple[date, int, str, str, str]] = []
    favourites = rng.sample(SHOPS, rng.randint(4, 10))
    for offset in range(days):
        day = start + timedelta(days=offset)
        wanted += [_purchase(rng, day, favourites) for _ in range(_count(rng, 1.1 * busy))]
        if rng.random() < 0.06 * busy:
            party, place = rng.choice(favourites)
            wanted += [(day, rng.choice(SMALL), party, place, "")] * rng.randint(2, 3)  # the round, paid one by one
    wanted += _contracts(rng, start, days) + _standing_order(rng, start, days)
    if rng.random() < 0.4:  # the same ticket every working day
        shop = rng.choice(favourites)
        ride = rng.choice(SMALL)
        wanted += [(day, ride, *shop, "") for day in _days(start, days) if day.weekday() < 5 and rng.random() < 0.9]
    events = [_event(rng, *one) for one in wanted]
    events.sort(key=lambda event: (event.booked, event.amount, event.party, event.reference))
    last = start + timedelta(days=days - 1)
    numbered = [event for event in events if event.booked <= last]
    return [_numbered(number, event) for number, event in enumerate(numbered)]


def _numbered(number: int, event: Event) -> Event:
    return Event(
        number, event.bought, event.booked, event.valued, event.amount, event.party, event.place, event.purpose,
        event.reference, event.held,
    )  # fmt: skip


def _days(start: date, days: int) -> list[date]:
    return [start + timedelta(days=offset) for offset in range(days)]


def _count(rng: random.Random, mean: float) -> int:
    return sum(rng.random() < mean / 6 for _ in range(6))


def _purchase(rng: random.Random, day: date, shops: list[tuple[str, str]]) -> tuple[date, int, str, str, str]:
    party, place = rng.choice(shops)
    kind = rng.random()
    if kind < 0.3:
        return day, rng.choice(SMALL), party, place, ""
    if kind < 0.4:
        return day, rng.choice(ROUND), "ATM", place, "cash"
    if kind < 0.43:
        return day, rng.randint(500, 9000), party, place, "refund"
    return day, -rng.randint(150, 15000), party, place, ""


def _contracts(rng: random.Random, start: date, days: int) -> list[tuple[date, int, str, str, str]]:
    found = []
    for party, amount, purpose in rng.sample(CONTRACTS, rng.randint(2, len(CONTRACTS))):
        due = rng.randint(1, 28)
        found += [(day, amount, party, "", purpose) for day in _days(start, days) if day.day == due]
    found += [(day, 265000, "Werk AG", "", "salary") for day in _days(start, days) if day.day == 27]
    return found


def _standing_order(rng: random.Random, start: date, days: int) -> list[tuple[date, int, str, str, str]]:
    if rng.random() < 0.5:
        return []
    on, amount = rng.randrange(5), rng.choice((-2000, -5000, -1500))
    return [(day, amount, "Maria Keller", "", "pocket money") for day in _days(start, days) if day.weekday() == on]


def _event(rng: random.Random, day: date, amount: int, party: str, place: str, purpose: str) -> Event:
    is_card = bool(place) and amount < 0
    late = rng.choice((0, 0, 1, 1, 2, 3)) if is_card else 0
    booked = weekday(day + timedelta(days=late))
    valued = weekday(booked + timedelta(days=rng.choice((0, 0, 0, 1, 2)))) if rng.random() < 0.4 else booked
    held = 0
    if is_card and late:
        held = amount
        if rng.random() < 0.12:
            held = round(amount / rng.uniform(1.02, 1.2))  # the tip comes later
    reference = f"{rng.choice('ABCDEFGHKLMNPRSTUVWXYZ')}{rng.randrange(10**9):09d}"
    return Event(0, day, booked, valued, amount, party, place, purpose, reference, held)
