"""Debt plans, month by month and to the cent: the least only, dearest first, smallest first, or the user's own order.

Interest of a month is the balance times a twelfth of the yearly rate, rounded half up to a whole minor unit, and is
added before the payment. Every month each debt gets its least payment; what is over (the extra, and the least payments
of debts that are gone) goes to the first debt of the order that is left. Amounts here are positive: they are owed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

LONGEST = 1200
"""Months after which a plan counts as one that never ends: a hundred years."""
MONTHS_A_YEAR, PER_CENT = 12, 100
WORTH_IT = Fraction(1, 100)
"""Dearest first is only worth insisting on where it saves more than this part of the interest: plans that begin with
the smallest debt are finished more often."""

Order = Literal["minimum", "avalanche", "snowball", "own"]


@dataclass(frozen=True, slots=True)
class Debt:
    """`owed_minor` and `least_minor` (what must be paid a month) positive; `rate`: per cent a year."""

    name: str
    owed_minor: int
    rate: Decimal
    least_minor: int

    def __post_init__(self) -> None:
        if self.owed_minor < 0 or self.least_minor < 0 or self.rate < 0:
            raise ValueError(f"{self.name}: what is owed, its rate and its least payment are not negative.")

    def interest(self, owed: int) -> int:
        exact = Decimal(owed) * self.rate / (MONTHS_A_YEAR * PER_CENT)
        return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a plan, per debt in the order they were given. `owed`: after the payment."""

    interest: tuple[int, ...]
    paid: tuple[int, ...]
    owed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DebtPlan:
    """`months` up to the one in which nothing is owed any more; `is_endless`: that never comes, the payments do not
    even keep up with the interest, and `months` and `interest` only tell how it begins. `freed`: name of a debt ->
    number of months until it is gone."""

    order: Order
    debts: tuple[Debt, ...]
    months: tuple[Month, ...]
    is_endless: bool

    @property
    def interest(self) -> int:
        return sum(sum(month.interest) for month in self.months)

    @property
    def paid(self) -> int:
        return sum(sum(month.paid) for month in self.months)

    @property
    def length(self) -> int | None:
        """Months until the last debt is gone."""
        return None if self.is_endless else len(self.months)

    @property
    def freed(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for place, debt in enumerate(self.debts):
            gone = next((number for number, month in enumerate(self.months, start=1) if not month.owed[place]), None)
            if not debt.owed_minor:
                found[debt.name] = 0
            elif gone is not None:
                found[debt.name] = gone
        return found


@dataclass(frozen=True, slots=True)
class DebtChoice:
    """All ways side by side. `saved`: interest saved against paying the least only, None where that never ends.

    `advised`: the smallest debt first, unless the dearest first saves more than a hundredth of the interest.
    """

    least: DebtPlan
    avalanche: DebtPlan
    snowball: DebtPlan
    own: DebtPlan | None
    advised: Order

    def saved(self, plan: DebtPlan) -> int | None:
        return None if self.least.is_endless or plan.is_endless else self.least.interest - plan.interest


def debt_choice(debts: Sequence[Debt], extra_minor: int, own: Sequence[str] = ()) -> DebtChoice:
    """`extra_minor`: what is paid a month beyond the least payments; `own`: names in the user's order."""
    avalanche, snowball = (plan_debts(debts, extra_minor, order) for order in ("avalanche", "snowball"))
    mine = plan_debts(debts, extra_minor, "own", own) if own else None
    gap = snowball.interest - avalanche.interest
    is_dear = snowball.is_endless or gap > snowball.interest * WORTH_IT
    advised: Order = "avalanche" if is_dear else "snowball"
    return DebtChoice(plan_debts(debts, 0, "minimum"), avalanche, snowball, mine, advised)


def plan_debts(debts: Sequence[Debt], extra_minor: int, order: Order, own: Sequence[str] = ()) -> DebtPlan:
    """Raises ValueError for a negative extra, or where `own` does not name every debt once.

    In the order "minimum" every debt is paid its least to the end and what is freed is kept.
    """
    if extra_minor < 0:
        raise ValueError("What is paid on top is not negative.")
    if order == "own" and sorted(own) != sorted(debt.name for debt in debts):
        raise ValueError("Your own order names every debt once.")
    ranked = _ranking(debts, order, own)
    owed = tuple(debt.owed_minor for debt in debts)
    budget = extra_minor + sum(debt.least_minor for debt in debts)
    months: list[Month] = []
    while any(owed) and len(months) < LONGEST:
        month = _month(debts, owed, ranked, None if order == "minimum" else budget)
        months.append(month)
        if _grows(owed, month.owed):
            break
        owed = month.owed
    return DebtPlan(order, tuple(debts), tuple(months), any(months[-1].owed) if months else False)


def _grows(before: Sequence[int], after: Sequence[int]) -> bool:
    """No debt became smaller and none was gone: it will be so for ever, since payments stay what they are."""
    return all(now >= then for then, now in zip(before, after, strict=True))


def _ranking(debts: Sequence[Debt], order: Order, own: Sequence[str]) -> list[int]:
    keys: Mapping[Order, Callable[[int], object]] = {
        "avalanche": lambda place: (-debts[place].rate, debts[place].owed_minor, debts[place].name, place),
        "snowball": lambda place: (debts[place].owed_minor, -debts[place].rate, debts[place].name, place),
        "own": lambda place: own.index(debts[place].name),
        "minimum": lambda place: place,
    }
    return sorted(range(len(debts)), key=keys[order])  # type: ignore[arg-type]  # tuples and numbers, one kind a call


def _month(debts: Sequence[Debt], owed: Sequence[int], ranked: Sequence[int], budget: int | None) -> Month:
    """`budget`: what is paid in all; None where only the least is."""
    interest = tuple(debt.interest(left) for debt, left in zip(debts, owed, strict=True))
    due = [left + more for left, more in zip(owed, interest, strict=True)]
    paid = [min(debt.least_minor, left) for debt, left in zip(debts, due, strict=True)]
    if budget is not None:
        rest = budget - sum(paid)
        for place in ranked:
            more = min(rest, due[place] - paid[place])
            paid[place] += more
            rest -= more
    return Month(interest, tuple(paid), tuple(left - gone for left, gone in zip(due, paid, strict=True)))
