"""One script a rule, written from the catalogue's triggers: what makes the advice, and what following it looks like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from advisory.analysis.advice.inputs import BudgetState, GoalState, Said
from benchmarks.scores.advising.ledger import CATEGORIES, LOAN, Ledger
from benchmarks.scores.advising.life import PAY_DAY, Life, Script, about, some_day

EUR = "EUR"


def says(**words: Any) -> Callable[[Ledger, date], None]:
    """Words of the user, said before advice is given."""

    def prepare(ledger: Ledger, _as_of: date) -> None:
        ledger.said = replace(ledger.said, **words)

    return prepare


def _netflix(ledger: Ledger, _place: int, first: date) -> None:
    ledger.book(first.replace(day=7), -1_299, "NETFLIX.COM", "subscriptions")


def _unless(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    if not is_followed:
        _netflix(ledger, place, first)


SERVICES = (("NETFLIX.COM", 1_299, 7), ("DISNEY PLUS", 899, 11), ("HULU", 799, 19))


def _services(ledger: Ledger, _place: int, first: date, is_followed: bool = False) -> None:
    for payee, minor, day in SERVICES[: 2 if is_followed else 3]:
        ledger.book(first.replace(day=day), -minor, payee, "subscriptions")


def _dearer(ledger: Ledger, place: int, first: date) -> None:
    ledger.book(first.replace(day=9), -1_299 if place < 12 else -1_599, "Streamly", "subscriptions")


def _dearer_then(ledger: Ledger, _place: int, first: date, is_followed: bool) -> None:
    ledger.book(first.replace(day=9), -1_299 if is_followed else -1_599, "Streamly", "subscriptions")


def _trial(ledger: Ledger, place: int, first: date) -> None:
    if place >= 6:
        ledger.book(first.replace(day=14), -100 if place == 6 else -1_399, "NETFLIX.COM", "subscriptions")


def _trial_then(ledger: Ledger, _place: int, first: date, is_followed: bool) -> None:
    if not is_followed:
        ledger.book(first.replace(day=14), -1_399, "NETFLIX.COM", "subscriptions")


def _gym(ledger: Ledger, _place: int, first: date) -> None:
    ledger.book(first.replace(day=3), -2_990, "PureGym", "subscriptions")


def _gym_cancelled(ledger: Ledger, as_of: date) -> None:
    ledger.said = Said(cancelled={"puregym": as_of - timedelta(days=45)})


def _gym_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    if is_followed and place == 1:
        charged = [one for one in ledger.shares if one.payee_name == "PureGym"]
        late = [one for one in charged if one.booking_date > ledger.said.cancelled["puregym"]]
        ledger.book(first.replace(day=6), -sum(one.amount_minor for one in late), "PureGym", "subscriptions")


def _doubled(ledger: Ledger, place: int, first: date) -> None:
    ledger.book(some_day(ledger.dice, first), -about(ledger.dice, 2_900, 0.2), "Garden World", "shopping")
    if place == 13:
        for _ in range(2):
            ledger.book(first.replace(day=12), -8_990, "Garden World", "shopping")


def _doubled_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    if is_followed and place == 0:
        ledger.book(first.replace(day=10), 8_990, "Garden World", "shopping")


def _spotify(ledger: Ledger, _place: int, first: date) -> None:
    ledger.book(first.replace(day=8), -1_099, "SPOTIFY", "subscriptions")


def _spotify_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    if not is_followed:
        _spotify(ledger, place, first)
    elif place == 0:
        ledger.book(first.replace(day=8), -9_900, "SPOTIFY", "subscriptions")


def _fees(ledger: Ledger, _place: int, first: date) -> None:
    ledger.book(first.replace(day=28), -690, "Sparbank account fee", "fees")
    for _ in range(ledger.dice.randrange(1, 4)):
        ledger.book(some_day(ledger.dice, first), -395, "Sparbank ATM fee", "fees")


def _fees_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    if not is_followed:
        _fees(ledger, place, first)


def _overdraft(ledger: Ledger, place: int, first: date) -> None:
    if place >= 6 and ledger.dice.random() < 0.8:
        ledger.book(some_day(ledger.dice, first), -1_500, "Overdraft fee", "fees")


def _overdraft_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    if not is_followed:
        _overdraft(ledger, place + 12, first)


def _interest(ledger: Ledger, _place: int, first: date) -> None:
    ledger.book(first.replace(day=20), -3_800 - ledger.dice.randrange(-80, 80), "Card interest charged", "fees")


def _interest_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    part = max(0.0, 1 - (place + 1) / 12) if is_followed else 1.0
    minor = round((3_800 + ledger.dice.randrange(-80, 80)) * part)
    ledger.book(first.replace(day=20), -minor, "Card interest charged", "fees")


def _owing(ledger: Ledger, _as_of: date) -> None:
    ledger.openings[LOAN] = -800_000
    ledger.said = Said(values={f"A11:account={LOAN}": {"apr": "0.09", "market_rate": "0.05"}})


def _refinanced(ledger: Ledger, place: int, _first: date, is_followed: bool) -> None:
    if is_followed and place == 1:
        ledger.values[f"A11:account={LOAN}:apr"] = "0.052"


def _idle_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    if is_followed and place == 0:
        ledger.move(first.replace(day=9), 4_000_000)


def _dining(ledger: Ledger, place: int, first: date) -> None:
    for _ in range(9 if place < 18 else 18):
        ledger.book(some_day(ledger.dice, first), -about(ledger.dice, 1_800, 0.25), "Bowling Palace", "entertainment")


def _dining_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    _dining(ledger, 0 if is_followed else 20, first)


def _kiosk(ledger: Ledger, place: int, first: date) -> None:
    for _ in range(ledger.dice.randrange(18, 23) if place < 16 else ledger.dice.randrange(42, 50)):
        ledger.book(some_day(ledger.dice, first), -about(ledger.dice, 420, 0.2), "Kiosk", "coffee")


def _kiosk_then(ledger: Ledger, _place: int, first: date, is_followed: bool) -> None:
    _kiosk(ledger, 0 if is_followed else 20, first)


def _takeaway(ledger: Ledger, place: int, first: date) -> None:
    for _ in range(4 if place < 15 else 16):
        ledger.book(some_day(ledger.dice, first), -about(ledger.dice, 2_400, 0.2), "Curry House", "restaurants")


def _takeaway_then(ledger: Ledger, _place: int, first: date, is_followed: bool) -> None:
    _takeaway(ledger, 0 if is_followed else 20, first)


def _insurance(ledger: Ledger, place: int, first: date) -> None:
    if place % 12 == 1:
        ledger.book(first.replace(day=10), -42_000, "Harbour Insurance", "insurance")


def _insurance_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    if place == 0:
        minor = 35_700 if is_followed else 42_800
        ledger.book(first.replace(day=10), -minor, "Harbour Insurance", "insurance")


def _season(first: date) -> float:
    return 1.25 if first.month in (12, 1, 2) else 0.85 if first.month in (6, 7, 8) else 1.0


def _power(ledger: Ledger, place: int, first: date, rise: float | None = None) -> None:
    risen = (1.18 if place >= 21 else 1.0) if rise is None else rise
    minor = round(9_000 * _season(first) * risen * (1 + ledger.dice.uniform(-0.01, 0.01)))
    ledger.book(first.replace(day=15), -minor, "City Energy", "utilities")


def _power_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    _power(ledger, place, first, rise=1.0 if is_followed else 1.18)


def _early_bill(ledger: Ledger, _place: int, first: date, is_followed: bool = False) -> None:
    ledger.book(first.replace(day=PAY_DAY + 3 if is_followed else PAY_DAY - 3), -12_000, "City Energy", "utilities")


def _overdrawn(ledger: Ledger, as_of: date) -> None:
    """The month ends below zero."""
    standing = sum(one.balance_minor for one in ledger.accounts(as_of))
    ledger.openings[1] -= standing + 20_000


def _nearly_empty(ledger: Ledger, as_of: date) -> None:
    """A large purchase leaves less than rent and living until the next payday."""
    (current,) = [one for one in ledger.accounts(as_of) if one.account_id == 1]
    ledger.book(as_of, -(current.balance_minor - 60_000), "Kitchen Studio", "shopping")
    ledger.openings[2] = 0


def _rescued(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    if is_followed and place == 0:
        ledger.book(first.replace(day=1), 150_000, "Sold the motorbike", "other")


def _bonus(ledger: Ledger, place: int, first: date) -> None:
    if place == 13:
        ledger.book(first.replace(day=26), 210_000, "Harbour Employer Bonus", "income_salary")


def _bonus_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    if is_followed and place == 0:
        ledger.move(first.replace(day=3), 120_000)


def _seldom(ledger: Ledger, place: int, first: date) -> None:
    if place % 12 == 3:
        ledger.book(first.replace(day=10), -66_000, "Harbour Insurance", "insurance")
    if place % 12 == 8:
        ledger.book(first.replace(day=2), -38_000, "Vehicle tax office", "taxes")


def _seldom_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    _seldom(ledger, place + 26, first)
    if is_followed:
        ledger.move(first.replace(day=26), 8_700)


def _saving_then(ledger: Ledger, _place: int, first: date, is_followed: bool) -> None:
    if is_followed:
        ledger.move(first.replace(day=PAY_DAY + 1), 30_000)


def _goal_then(ledger: Ledger, place: int, _first: date, is_followed: bool) -> None:
    ledger.values["goal:1:odds"] = "0.82" if is_followed and place >= 1 else "0.40"


def _budget_then(ledger: Ledger, place: int, _first: date, is_followed: bool) -> None:
    ledger.values["budget:1:kept"] = "0.70" if is_followed and place >= 5 else "0.16"


def _returned(ledger: Ledger, place: int, first: date) -> None:
    if place == 13:
        ledger.returned = frozenset({ledger.book(first.replace(day=4), -12_900, "Garden World", "shopping")})


def _returned_then(ledger: Ledger, place: int, first: date, is_followed: bool) -> None:
    if is_followed and place == 0:
        ledger.book(first.replace(day=18), 12_900, "Garden World", "shopping")


def _unsorted(ledger: Ledger, place: int, first: date) -> None:
    if place == 13:
        for day in (4, 9, 17):
            ledger.book(first.replace(day=day), -22_000, "Builders Yard")


def _unsorted_then(ledger: Ledger, _place: int, _first: date, is_followed: bool) -> None:
    if is_followed:
        place, category = CATEGORIES["other"]
        ledger.shares = [
            one if one.category_key else
            replace(one, category_id=place, category_key="other", category_name=category.name)
            for one in ledger.shares
        ]  # fmt: skip


TIGHT = Life(pay=166_500)
THRIFTY = replace(TIGHT, wishes=0.1, groceries=4_200)
GOALS = (GoalState("1", "New kitchen", Decimal("0.40"), 25_000, EUR),)
BUDGETS = (BudgetState("1", "Restaurants", 1, 6, 9_000, 16_000, EUR),)

RATE = {"A14:idle": {"savings_rate": "0.03"}}

SCRIPTS = (
    Script("A01", 14, 4, _netflix, _unless, says(unused=frozenset({"netflix"}))),
    Script("A02", 14, 4, _services, _services),
    Script("A03", 14, 4, _dearer, _dearer_then),
    Script("A04", 8, 4, _trial, _trial_then),
    Script("A05", 14, 5, _gym, _gym_then, _gym_cancelled),
    Script("A06", 14, 5, _doubled, _doubled_then),
    Script("A07", 14, 4, _spotify, _spotify_then, says(values={"A07:spotify:monthly:EUR": {"yearly_price": "99"}})),
    Script("A08", 18, 7, _fees, _fees_then),
    Script("A09", 12, 9, _overdraft, _overdraft_then),
    Script("A10", 14, 7, _interest, _interest_then),
    Script("A11", 14, 8, prepare=_owing, then=_refinanced),
    Script("A12", 14, 13, life=TIGHT, changed=THRIFTY, opening=40_000),
    Script("A13", 14, 13, life=TIGHT, changed=THRIFTY, opening=190_000),
    Script("A14", 14, 5, then=_idle_then, prepare=says(values=RATE), opening=6_000_000),
    Script("A15", 21, 7, _dining, _dining_then),
    Script("A16", 18, 7, _kiosk, _kiosk_then),
    Script("A17", 18, 7, _takeaway, _takeaway_then),
    Script("A18", 25, 3, _insurance, _insurance_then),
    Script("A19", 24, 5, _power, _power_then),
    Script("A20", 14, 5, _early_bill, _early_bill, _overdrawn),
    Script("A21", 14, 3, then=_rescued, prepare=_nearly_empty, life=TIGHT, opening=600_000, with_cash=True),
    Script("A22", 14, 4, _bonus, _bonus_then),
    Script("A23", 26, 5, _seldom, _seldom_then),
    Script("A24", 14, 5, then=_saving_then, life=replace(TIGHT, pay=175_000)),
    Script("A25", 14, 8, then=_goal_then, prepare=says(goals=GOALS)),
    Script("A26", 14, 5, _returned, _returned_then),
    Script("A27", 14, 8, then=_budget_then, prepare=says(budgets=BUDGETS)),
    Script("A28", 14, 4, _unsorted, _unsorted_then),
)  # fmt: skip
