"""Hard negatives: what people do regularly without having agreed to it. None of these is a series, by definition.

Each generator leaves something irregular that no contract has: the days, the amounts, or both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from math import exp
from random import Random

from benchmarks.scores.households.calendar import SATURDAY, in_month
from benchmarks.scores.households.countries import Country
from benchmarks.scores.households.entries import CURRENT, DAY, Entry, Window
from benchmarks.scores.households.offers import PEOPLE

Habit = Callable[[Random, Country, Window], Iterator[Entry]]


def saturday_groceries(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """Every Saturday, seldom not: other amounts each time."""
    shop, usual = dice.choice(country.lists["groceries"]), dice.randint(4500, 8500)
    for day in _days(window):
        if day.weekday() == SATURDAY and dice.random() < 0.9:
            yield _bought(day, shop, country.minor(usual * exp(dice.gauss(0, 0.25))), "groceries", "saturday_groceries")


def haircuts(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """Every four to five weeks, when there is time; the price is always the same."""
    shop, price = dice.choice(country.lists["hairdresser"]), country.price(dice.choice((2200, 2800, 3500, 4200)))
    for day in _every(dice, window, 25, 41):
        yield _bought(day, shop, price, "health", "haircuts")


def coffees(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """The same cup on about every third working day."""
    shop, price = dice.choice(country.lists["cafe"]), country.minor(dice.choice((290, 340, 380, 450)))
    for day in _workdays(window):
        if dice.random() < 0.3:
            yield _bought(day, shop, price, "coffee", "coffees")


def fares(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """Single tickets at the one price there is."""
    shop, price = dice.choice(country.lists["transport"]), country.minor(dice.choice((220, 290, 320, 2000)))
    chance = 0.35 if price < country.minor(1000) else 0.12
    for day in _workdays(window):
        if dice.random() < chance:
            yield _bought(day, shop, price, "transport", "fares")


def cash(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """The same round sum from the machine, about weekly."""
    sum_minor = country.minor(dice.choice((5000, 10000, 10000, 20000)))
    for day in _every(dice, window, 4, 13):
        yield Entry(day, -sum_minor, CURRENT, "", "atm", "cash", habit="cash")


def fuel(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """Whenever the tank is empty: nearly the same litres at another price."""
    shop, usual = dice.choice(country.lists["fuel"]), dice.randint(4500, 7500)
    for day in _every(dice, window, 8, 18):
        yield _bought(day, shop, country.minor(usual * exp(dice.gauss(0, 0.13))), "fuel", "fuel")


def lunches(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """Two or three dishes, each with its price."""
    shop = dice.choice(country.lists["lunch"])
    prices = [country.price(cents) for cents in dice.sample((750, 890, 990, 1150, 1290), dice.choice((1, 2, 3)))]
    for day in _workdays(window):
        if dice.random() < 0.22:
            yield _bought(day, shop, dice.choice(prices), "restaurants", "lunches")


def monthly_restaurant(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """Once in each month, on whatever evening, for whatever is eaten."""
    shop, usual = dice.choice(country.lists["restaurant"]), dice.randint(3500, 7500)
    for month in _months(window):
        day = in_month(month, dice.randint(1, 28))
        if window.holds(day):
            yield _bought(
                day, shop, country.minor(usual * exp(dice.gauss(0, 0.22))), "restaurants", "monthly_restaurant"
            )


def friends(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """Round sums to a friend after evenings out."""
    name = dice.choice(PEOPLE)
    for day in _every(dice, window, 6, 45):
        minor = country.minor(dice.choice((1000, 1500, 2000, 2000, 3000, 5000)))
        yield Entry(day, -minor, CURRENT, name, "standing", "gifts_donations", habit="friends")


def film_rentals(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """A film now and then from a shop that also sells subscriptions, at one price."""
    price = country.price(399)
    for day in _every(dice, window, 5, 50):
        yield Entry(day, -price, CURRENT, "Amazon Video", "online", "entertainment", habit="film_rentals")


def parking(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    price = country.minor(dice.choice((200, 250, 400)))
    for day in _every(dice, window, 3, 30):
        yield _bought(day, "EasyPark", price, "transport", "parking")


def pharmacy(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """About monthly, from 3 to 40 units."""
    shop = dice.choice(country.lists["pharmacy"])
    for day in _every(dice, window, 18, 48):
        yield _bought(day, shop, country.minor(dice.randint(300, 4000)), "health", "pharmacy")


ALWAYS: tuple[Habit, ...] = (saturday_groceries, pharmacy)
SOMETIMES: tuple[Habit, ...] = (
    haircuts,
    coffees,
    fares,
    cash,
    fuel,
    lunches,
    monthly_restaurant,
    friends,
    film_rentals,
    parking,
)


def habits(dice: Random, country: Country, window: Window) -> Iterator[Entry]:
    """Two habits that all have and seven of the ten others."""
    for habit in (*ALWAYS, *dice.sample(SOMETIMES, 7)):
        yield from habit(dice, country, window)


def _bought(day: date, shop: str, minor: int, category: str, habit: str) -> Entry:
    return Entry(day, -minor, CURRENT, shop, "card", category, habit=habit)


def _days(window: Window) -> Iterator[date]:
    for number in range(window.days):
        yield window.first + number * DAY


def _workdays(window: Window) -> Iterator[date]:
    return (day for day in _days(window) if day.weekday() < SATURDAY)


def _every(dice: Random, window: Window, low: int, high: int) -> Iterator[date]:
    day = window.first + timedelta(days=dice.randint(0, high))
    while day <= window.last:
        yield day
        day += timedelta(days=dice.randint(low, high))


def _months(window: Window) -> Iterator[date]:
    month = window.first.replace(day=1)
    while month <= window.last:
        yield month
        month = (month + timedelta(days=32)).replace(day=1)
