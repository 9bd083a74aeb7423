"""How a budget stands in a month, and what of it goes over into the next: whole minor units, nothing is rounded.

`actual` is counted in the budget's own direction: what was spent on balance (refunds count back), or what came in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from transactions.ledger.period import add_months

Rollover = Literal["none", "surplus", "overspend", "both"]
ROLLOVERS: tuple[Rollover, ...] = get_args(Rollover)


@dataclass(frozen=True, slots=True)
class BudgetPlan:
    """One budget of a category or of a group of them. `planned` by first of month; `moved`: what was moved in from
    other budgets less what was moved out. A month with neither is a pause: nothing of it counts, what was carried
    stays."""

    key: int
    category_id: int | None = None
    group: str = ""
    is_income: bool = False
    rollover: Rollover = "none"
    planned: Mapping[date, int] = field(default_factory=dict)
    moved: Mapping[date, int] = field(default_factory=dict)

    def counts(self, month: date) -> bool:
        return month in self.planned or month in self.moved

    @property
    def first_month(self) -> date | None:
        return min((*self.planned, *self.moved), default=None)


@dataclass(frozen=True, slots=True)
class Standing:
    """`planned` is None in a month that is a pause."""

    planned: int | None
    moved: int
    carried: int
    actual: int

    @property
    def available(self) -> int:
        """What there was to spend in the month, moves and what was carried over included."""
        return self.carried + (self.planned or 0) + self.moved

    @property
    def left(self) -> int:
        """Negative: overspent. In a pause nothing was held against it."""
        return self.available if self.planned is None else self.available - self.actual


def standing(plan: BudgetPlan, actual: Mapping[date, int], month: date, since: date | None = None) -> Standing:
    """`month`: its first day. `since`: nothing is carried over out of months before this one."""
    first = plan.first_month
    carried = 0
    if first is not None:
        at = first if since is None else max(first, since)
        while at < month:
            carried = kept(plan.rollover, _of_month(plan, actual, at, carried).left, plan.counts(at))
            at = add_months(at, 1)
    return _of_month(plan, actual, month, carried)


def _of_month(plan: BudgetPlan, actual: Mapping[date, int], month: date, carried: int) -> Standing:
    planned = plan.planned.get(month, 0) if plan.counts(month) else None
    return Standing(planned, plan.moved.get(month, 0), carried, actual.get(month, 0))


def kept(rollover: Rollover, left: int, is_planned: bool = True) -> int:
    """What goes over of what is left; all of it over a pause."""
    if not is_planned or rollover == "both":
        return left
    if rollover == "none":
        return 0
    return max(left, 0) if rollover == "surplus" else min(left, 0)
