"""Households with what they agreed to, in another hand than the measuring kit's: other banks, payees and accidents."""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from advisory.analysis.rows import Row, Rows
from advisory.tests.analysis.series.banks import Bank

FIRST, LAST = date(2023, 3, 6), date(2025, 9, 18)
DAYS = {"weekly": 7, "biweekly": 14, "four_weekly": 28}
MONTHS = {"monthly": 1, "bimonthly": 2, "quarterly": 3, "half_yearly": 6, "yearly": 12}
TWO_ARE_ENOUGH = frozenset({"half_yearly", "yearly"})
OTHER_SHOPS = ("Amazon", "IKEA", "Zara", "Decathlon", "Lego Shop", "Nova Books", "Casa Verde", "H&M", "Steam Games")


@dataclass(frozen=True, slots=True)
class Plan:
    """`cents` signed; `roll`: weekends go on (1), back (-1) or stay (0); `rise`: from which day by which factor;
    `empty`: numbers of due days without a booking; `moved`: from which day by how many days."""

    kind: str
    cadence: str
    form: str
    cents: int
    first: date = FIRST
    until: date = LAST
    day: int = 0
    roll: int = 1
    late: float = 0.08
    spread: float = 0.0
    is_foreign: bool = False
    rise: tuple[date, float] | None = None
    empty: frozenset[int] = frozenset()
    moved: tuple[date, int] | None = None
    renamed: tuple[date, str] | None = None


class PlanDice(random.Random):
    """Throws for what a contract is made of."""

    def some(self) -> date:
        return FIRST + timedelta(days=self.randrange(250, 600))

    def cents(self, low: int, high: int) -> int:
        return -self.randrange(low, high)

    def day(self) -> int:
        return self.choice((1, 2, 4, 6, 9, 14, 15, 18, 21, 24, 27, 30, 31))


@dataclass(slots=True)
class Scene:
    """`agreed`: (kind, cadence, ids) of every contract with enough bookings to be asked for."""

    bank: Bank
    dice: random.Random
    rows: list[Row] = field(default_factory=list)
    agreed: list[tuple[str, str, tuple[int, ...]]] = field(default_factory=list)
    own: dict[str, int] = field(default_factory=dict)
    is_loud: bool = False
    reprinted: date | None = None

    def book(self, day: date, cents: int, form: str, payee: str) -> int:
        dice = self.dice
        signs = "0123456789ABCDEFGH" if dice.random() < 0.5 else "0123456789"
        text = str(getattr(self.bank, form)).format(
            payee=payee,
            town=self.bank.towns[dice.random() > 0.9],
            day=day.strftime(self.bank.day),
            ref="".join(dice.choices(signs, k=9)),
            own=self.own.setdefault(payee, dice.randrange(10**8, 10**9)),
            word="",
        )
        if self.reprinted and day >= self.reprinted and form in ("debit", "order"):
            text = f"{text.upper().replace('-', ' ')} {day:%d%m}"
        text = " ".join((text.upper() if self.is_loud else text).split())
        self.rows.append(Row(len(self.rows) + 1, day, cents, self.bank.currency, account="main", text=text))
        return len(self.rows)

    def keep(self, plan: Plan) -> None:
        payee, rate, ids = self.bank.names[plan.kind], 1.0, []
        for number, due in enumerate(_dues(plan)):
            rate *= 1 + self.dice.gauss(0, 0.012)
            if number in plan.empty or not plan.first <= due <= plan.until:
                continue
            day = self._booked(plan, due)
            if FIRST <= day <= LAST:
                name = plan.renamed[1] if plan.renamed and due >= plan.renamed[0] else payee
                ids.append(self.book(day, self._cents(plan, due, rate), plan.form, name))
        if len(ids) >= (2 if plan.cadence in TWO_ARE_ENOUGH else 3):
            self.agreed.append((plan.kind, plan.cadence, tuple(ids)))

    def _booked(self, plan: Plan, due: date) -> date:
        if plan.moved and due >= plan.moved[0]:
            due += timedelta(days=plan.moved[1])
        day = _rolled(due, plan.roll)
        if self.dice.random() < plan.late:
            day = _rolled(day + timedelta(days=self.dice.choice((1, 1, 2, 3))), plan.roll)
        return day

    def _cents(self, plan: Plan, due: date, rate: float) -> int:
        factor = plan.rise[1] if plan.rise and due >= plan.rise[0] else 1.0
        factor *= 1 + self.dice.gauss(0, plan.spread) if plan.spread else 1.0
        factor *= rate * (1 + self.dice.gauss(0, 0.003)) if plan.is_foreign else 1.0
        return round(plan.cents * factor)

    def visit(
        self, kind: str, form: str, gaps: tuple[int, int], cents: Callable[[], int], weekdays: Sequence[int] = range(7)
    ) -> None:
        day = FIRST + timedelta(days=self.dice.randrange(gaps[1] + 1))
        while day <= LAST:
            if day.weekday() in weekdays:
                self.book(day, -cents(), form, self.bank.names.get(kind, ""))
            day += timedelta(days=self.dice.randint(*gaps))


def _dues(plan: Plan) -> Iterator[date]:
    number, period = 0, DAYS.get(plan.cadence)
    while True:
        if period:
            dues = [plan.first + timedelta(days=number * period + plan.day % period)]
        elif plan.cadence == "semi_monthly":
            dues = [_month_day(plan.first, number, 15), _month_day(plan.first, number, 31)]
        else:
            dues = [_month_day(plan.first, number * MONTHS[plan.cadence], plan.day)]
        if dues[0] > LAST + timedelta(days=40):
            return
        yield from dues
        number += 1


def _month_day(first: date, months: int, day: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, min(day, monthrange(year, month + 1)[1]))


def _rolled(day: date, roll: int) -> date:
    if day.weekday() < 5 or not roll:
        return day
    return day + timedelta(days=7 - day.weekday() if roll > 0 else 4 - day.weekday())


def scene(bank: Bank, seed: int) -> Scene:
    """Thirty months of one household; the same seed gives the same rows."""
    dice = PlanDice(f"{bank.currency}{bank.debit}{seed}")
    made = Scene(bank, dice, is_loud=dice.random() < 0.5)
    if dice.random() < 0.35:
        made.reprinted = FIRST + timedelta(days=dice.randrange(300, 600))
    for plan in _plans(bank, dice):
        made.keep(plan)
    start = FIRST + timedelta(days=dice.randrange(50, 500))
    made.book(start, -dice.choice((1, 100)), "web", bank.names["trial"])
    full = start + timedelta(days=14)
    made.keep(Plan("trial", "monthly", "web", -dice.randrange(799, 1499), first=full, day=full.day, roll=0))
    for cents in dice.sample((99, 299, 449, 799, 999, 1399), dice.choice((2, 3))):
        made.keep(Plan("store", "monthly", "web", -cents, day=dice.randrange(1, 28), roll=0))
    _habits(made)
    return made


def rows_of(made: Scene) -> Rows:
    return Rows.of(made.rows)


def _plans(bank: Bank, dice: PlanDice) -> list[Plan]:
    return [*_household_plans(dice), *_web_plans(dice), *_money_plans(bank, dice), *_personal_plans(bank, dice)]


def _household_plans(dice: PlanDice) -> list[Plan]:
    paused = frozenset(range(8, 12)) if dice.random() < 0.4 else frozenset[int]()
    policy, other = date(2023, dice.randrange(4, 9), 5), date(2023, dice.randrange(4, 8), 9)
    return [
        Plan(
            "rent",
            "monthly",
            "order",
            dice.cents(600, 1100) * 100,
            day=dice.choice((1, 3, 28)),
            rise=(dice.some(), 1.04),
        ),
        Plan(
            "energy",
            dice.choice(("monthly", "bimonthly")),
            "debit",
            dice.cents(7000, 14000),
            day=dice.day(),
            spread=dice.choice((0, 0.12, 0.2)),
        ),
        Plan(
            "net",
            "monthly",
            "debit",
            dice.cents(2900, 4900),
            day=dice.day(),
            rise=(dice.some(), dice.choice((1.08, 0.9, 1.2))),
        ),
        Plan(
            "mobile",
            "monthly",
            "debit",
            dice.cents(999, 2500),
            day=dice.randrange(2, 15),
            moved=(dice.some(), dice.choice((9, 11))),
        ),
        Plan(
            "mobile",
            "monthly",
            "debit",
            dice.cents(2600, 3500),
            day=dice.randrange(18, 27),
            first=FIRST + timedelta(days=100),
        ),
        Plan("quarter", "quarterly", "debit", dice.cents(8000, 15000), day=dice.day(), rise=(dice.some(), 1.07)),
        Plan(
            "policy", "yearly", "debit", dice.cents(20000, 50000), first=policy, day=5, rise=(date(2024, 10, 1), 1.06)
        ),
        Plan("policy", "half_yearly", "debit", dice.cents(12000, 19000), first=other, day=9),
        Plan(
            "gym",
            dice.choice(("four_weekly", "monthly", "biweekly")),
            dice.choice(("debit", "web")),
            dice.cents(1499, 3499),
            day=dice.day(),
            empty=paused,
        ),
    ]


def _web_plans(dice: PlanDice) -> list[Plan]:
    return [
        Plan("stream", "monthly", "web", dice.cents(599, 1599), day=dice.day(), roll=0, rise=(dice.some(), 1.15)),
        Plan("cloud", dice.choice(("yearly", "monthly")), "web", dice.cents(699, 5999), day=dice.day(), roll=0),
        Plan("rate", "monthly", "web", dice.cents(1000, 2500), day=dice.day(), roll=0, is_foreign=True),
        Plan(
            "box", dice.choice(("weekly", "biweekly")), "web", dice.cents(1800, 3200), day=dice.day(), roll=0, late=0.03
        ),
    ]


def _money_plans(bank: Bank, dice: PlanDice) -> list[Plan]:
    borrowed = FIRST + timedelta(days=dice.randrange(60, 400))
    rhythms = {"USD": ("biweekly", "semi_monthly"), "GBP": ("monthly", "four_weekly")}.get(bank.currency, ("monthly",))
    return [
        Plan(
            "loan",
            "monthly",
            "debit",
            dice.cents(9000, 25000),
            first=borrowed,
            day=dice.day(),
            until=borrowed + timedelta(days=31 * dice.choice((6, 10, 12))),
        ),
        Plan(
            "pay",
            dice.choice(rhythms),
            "pay",
            -dice.cents(160000, 300000),
            day=dice.choice((15, 25, 28, 31)),
            roll=-1,
            late=0,
            spread=dice.choice((0, 0, 0.03)),
            rise=(dice.some(), 1.05),
        ),
        Plan(
            "second_pay",
            dice.choice(("monthly", "weekly", "biweekly")),
            "pay",
            -dice.cents(20000, 60000),
            day=dice.day(),
            roll=-1,
            late=0,
            first=FIRST + timedelta(days=90),
        ),
    ]


def _personal_plans(bank: Bank, dice: PlanDice) -> list[Plan]:
    renamed = dice.choice((f"{bank.names['renamed'].split()[0]} Home", "Altera Networks"))
    holidays = frozenset({5, 6, 17, 18}) if dice.random() < 0.4 else frozenset[int]()
    return [
        Plan(
            "daycare",
            "monthly",
            dice.choice(("order", "debit")),
            dice.cents(12000, 40000),
            day=dice.day(),
            empty=holidays,
        ),
        Plan(
            "gift",
            dice.choice(("monthly", "quarterly", "yearly")),
            "debit",
            dice.choice((-500, -1000, -2000)),
            day=dice.day(),
        ),
        Plan(
            "clean",
            dice.choice(("weekly", "biweekly")),
            "order",
            dice.cents(3500, 6000),
            day=dice.day(),
            roll=0,
            late=0.05,
        ),
        Plan("renamed", "monthly", "debit", dice.cents(3000, 5000), day=dice.day(), renamed=(dice.some(), renamed)),
        Plan(
            "plan", dice.choice(("monthly", "biweekly")), "order", dice.choice((-5000, -10000, -20000)), day=dice.day()
        ),
    ]


def _habits(made: Scene) -> None:
    dice, workdays = made.dice, range(5)

    def about(usual: int, spread: float) -> Callable[[], int]:
        return lambda: max(1, round(usual * 2.718 ** dice.gauss(0, spread)))

    def one_of(*prices: int) -> Callable[[], int]:
        return lambda: dice.choice(prices)

    made.visit("market", "card", (1, 1), about(5500, 0.3), (5,))
    made.visit("corner", "card", (2, 6), about(2100, 0.5))
    made.visit("cafe", "card", (1, 5), one_of(340, 340, 340, 390))
    made.visit("fare", "card", (1, 6), one_of(290), workdays)
    made.visit("fuel", "card", (9, 19), about(6000, 0.12))
    made.visit("barber", "card", (29, 42), one_of(2800))
    made.visit("", "cash", (6, 9), one_of(10000))
    made.visit("friend", "sent", (10, 50), one_of(1000, 2000, 2000, 2500, 5000))
    made.visit("lunch", "card", (1, 6), one_of(890, 990, 1090), workdays)
    made.visit("chemist", "card", (20, 50), lambda: dice.randrange(400, 3500))
    made.visit("parking", "web", (4, 30), one_of(250, 250, 400))
    for _ in range(260):
        day = FIRST + timedelta(days=dice.randrange((LAST - FIRST).days))
        made.book(day, -about(2500, 0.8)(), dice.choice(("card", "web")), dice.choice(OTHER_SHOPS))
