"""An ordinary household's months, as the ground on which each script plays: pay, rent, shops, evenings out."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp
from random import Random

from advisory.analysis.advice.piece import Advice
from benchmarks.scores.advising.ledger import DAY, Ledger
from transactions.ledger.period import add_months, month_of

PAY_DAY, RENT_DAY = 25, 1
EMPLOYER, LANDLORD = "Harbour Employer", "Linden Housing"


@dataclass(frozen=True)
class Life:
    """Minor units a month. `wishes` scales what can be left out; `shops` and `outings` are purchases a month."""

    pay: int = 260_000
    rent: int = 90_000
    groceries: int = 6_200
    shops: int = 7
    outing: int = 3_200
    outings: int = 5
    wishes: float = 1.0
    shopping: int = 4_500
    purchases: int = 3


def live(ledger: Ledger, first: date, life: Life) -> None:
    """One month, from its first day."""
    dice = ledger.dice
    ledger.book(first.replace(day=RENT_DAY), -life.rent, LANDLORD, "rent_mortgage")
    ledger.book(first.replace(day=PAY_DAY), life.pay, EMPLOYER, "income_salary")
    for _ in range(life.shops):
        ledger.book(some_day(dice, first), -about(dice, life.groceries, 0.3), "Corner Market", "groceries")
    for _ in range(life.outings):
        shop = dice.choice(("Trattoria Sole", "Noodle Bar", "Golden Lion"))
        ledger.book(some_day(dice, first), -about(dice, life.outing * life.wishes, 0.3), shop, "restaurants")
    for _ in range(life.purchases):
        shop = dice.choice(("Wardrobe Berlin", "Book Nook", "Home Depot"))
        ledger.book(some_day(dice, first), -about(dice, life.shopping * life.wishes, 0.4), shop, "shopping")
    # The last day seen is the month's own: every script begins and ends with a full month.
    ledger.book(month_of(first).last_day, -350, "Corner Bakery", "groceries")


def some_day(dice: Random, first: date) -> date:
    return first + timedelta(days=dice.randrange((month_of(first).end - first).days - 1))


def about(dice: Random, minor: float, spread: float) -> int:
    """Log-normal around `minor`, one unit at least."""
    return max(100, round(minor * exp(dice.gauss(0, spread))))


Extra = Callable[[Ledger, int, date], None]
Then = Callable[[Ledger, int, date, bool], None]


def nothing(_ledger: Ledger, _place: int, _first: date) -> None:
    """Nothing beside the ordinary months."""


def nothing_then(_ledger: Ledger, _place: int, _first: date, _is_followed: bool) -> None:
    """Whatever is decided shows elsewhere."""


@dataclass(frozen=True)
class Script:
    """`before` writes month after month up to the advice (place 0 is the first, `months` of them), `then` the months
    after it; `prepare` is called once before the advice is asked for. `after`: how many months are waited.

    `changed`: the life of who follows; without it the months go on as before.
    """

    rule: str
    months: int
    after: int
    before: Extra = nothing
    then: Then = nothing_then
    prepare: Callable[[Ledger, date], None] = lambda _ledger, _as_of: None
    life: Life = field(default_factory=Life)
    changed: Life | None = None
    opening: int = 1_500_000
    with_cash: bool = False


@dataclass(frozen=True)
class Played:
    """How a script went: was there advice, and in which state did it end with and without being followed."""

    rule: str
    is_given: bool
    followed: str = ""
    ignored: str = ""


def play(script: Script, seed: int) -> Played:
    """The whole of it: months before, advice accepted on the last of them, months after, and what came of it twice."""
    dice = Random(f"{script.rule}:{seed}")
    ledger = Ledger(dice, openings={1: script.opening, 2: 100_000}, with_cash=script.with_cash)
    first = add_months(date(2022, 1, 1), dice.randrange(18))
    for place in range(script.months):
        month = add_months(first, place)
        live(ledger, month, script.life)
        script.before(ledger, place, month)
    as_of = add_months(first, script.months) - DAY
    script.prepare(ledger, as_of)
    pieces = ledger.advice(script.rule, as_of)
    if not pieces:
        return Played(script.rule, is_given=False)
    followed, ignored = (_after(script, ledger, pieces[0], as_of, is_followed=one) for one in (True, False))
    return Played(script.rule, True, followed, ignored)


def _after(script: Script, before: Ledger, piece: Advice, as_of: date, *, is_followed: bool) -> str:
    ledger = deepcopy(before)
    for place in range(script.after):
        month = add_months(as_of + DAY, place)
        live(ledger, month, script.changed if is_followed and script.changed else script.life)
        script.then(ledger, place, month, is_followed)
    end = add_months(as_of + DAY, script.after) - DAY
    return ledger.outcome(piece, as_of, end).state
