"""The week: big shop on Saturday, small ones between, coffee, lunch, fuel, the chemist's. Nothing while away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from transactions.sampledata import category_keys as keys
from transactions.sampledata.descriptors import credit_card, debit_card, price
from transactions.sampledata.holidays import is_away
from transactions.sampledata.month import Month
from transactions.sampledata.rows import SampleRow

MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6


@dataclass(frozen=True, slots=True)
class Habit:
    """Bought on one of `weekdays` with a chance of `percent`, for `low` to `high` cents, at one of `shops`."""

    category: str
    shops: tuple[str, ...]
    weekdays: tuple[int, ...]
    percent: int
    low: int
    high: int
    by_card: bool = False


HABITS = (
    Habit(keys.GROCERIES, ("REWE Markt GmbH", "EDEKA Südvorstadt", "Kaufland"), (5,), 90, 4_800, 9_600),
    Habit(keys.GROCERIES, ("LIDL Dienstleistung", "ALDI Nord", "Konsum"), (1, 3), 66, 900, 3_400),
    Habit(keys.GROCERIES, ("Bio Company SE", "Denns Biomarkt"), (2,), 22, 1_200, 3_100),
    Habit(keys.GROCERIES, ("Bäckerei Lukas",), (6,), 42, 420, 980),
    Habit(keys.RESTAURANTS, ("Mensa am Ring", "Asia Wok Connewitz", "Döner Haus"), (1, 2, 3), 17, 650, 1_390),
    Habit(keys.RESTAURANTS, ("Trattoria da Nino", "Gasthaus Alte Post", "Sushi Kamo"), (4, 5), 30, 2_600, 6_900, True),
    Habit(keys.RESTAURANTS, ("Lieferando.de",), (6,), 24, 1_890, 3_650, True),
    Habit(keys.TRANSPORT, ("DB Vertrieb GmbH", "FlixBus"), (4, 6), 14, 1_490, 5_490, True),
    Habit(keys.TRANSPORT, ("TIER Mobility", "nextbike GmbH"), (0, 2, 5), 10, 180, 640, True),
    Habit(keys.HEALTH, ("Apotheke am Markt", "Linden-Apotheke"), (0, 3), 13, 480, 2_950),
    Habit(keys.SHOPPING, ("dm-drogerie markt", "Rossmann"), (0, 4), 30, 620, 2_690),
    Habit(keys.SHOPPING, ("AMZN Mktp DE", "IKEA", "Obi Baumarkt"), (2, 5), 17, 1_290, 7_900, True),
    Habit(keys.CLOTHING, ("Zalando SE", "H&M", "Peek & Cloppenburg"), (5,), 22, 2_490, 9_900, True),
    Habit(keys.ENTERTAINMENT, ("CineStar", "Gewandhaus Tickets", "Steam Games"), (4, 5), 17, 1_150, 4_900, True),
    Habit(keys.PETS, ("Fressnapf",), (5,), 28, 1_490, 4_200),
)
FUEL_STATIONS = ("ARAL Station", "Shell 0471", "JET Tankstelle")
COFFEE_SHOPS = ("Kaffee Franz", "Rösterei Eigenart", "Café Kandler")
COFFEE_PRICES = (290, 320, 350)


def daily(month: Month) -> Iterator[SampleRow]:
    dice = month.dice("daily")
    for day in month.days():
        if is_away(month, day):
            continue
        yield from _habits(day, month, dice)
        yield from _coffees(day, dice)
        yield from _fuel(day, dice)


def _habits(day: date, month: Month, dice: Random) -> Iterator[SampleRow]:
    for habit in HABITS:
        if day.weekday() not in habit.weekdays or dice.randrange(100) >= habit.percent:
            continue
        shop = dice.choice(habit.shops)
        # Prices creep up by two per mille a month, about what food did in the long run.
        cents = price(dice, habit.low, habit.high) * (1_000 + 2 * month.index) // 1_000
        if habit.by_card:
            yield credit_card(day, cents, shop, habit.category, dice)
        else:
            yield debit_card(day, cents, shop, habit.category)


def _coffees(day: date, dice: Random) -> Iterator[SampleRow]:
    """On one working day in three a coffee, and sometimes a second one just like it."""
    if day.weekday() >= SATURDAY or dice.randrange(100) >= 32:
        return
    shop, cents = dice.choice(COFFEE_SHOPS), dice.choice(COFFEE_PRICES)
    for _ in range(2 if dice.randrange(100) < 22 else 1):
        yield debit_card(day, cents, shop, keys.COFFEE)


def _fuel(day: date, dice: Random) -> Iterator[SampleRow]:
    if day.weekday() in {MONDAY, FRIDAY} and dice.randrange(100) < 20:
        yield credit_card(day, price(dice, 4_600, 8_200), dice.choice(FUEL_STATIONS), keys.FUEL, dice)
