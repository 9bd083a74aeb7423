"""How goals stand: what of the accounts counts for which, and how likely each is to be reached in time.

An account that serves several goals is shared out in their order. An earlier goal takes at most what it still needs,
the last one all that is left, so that no cent counts twice and none is lost. An overdrawn account holds nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from advisory.analysis.advice.inputs import GoalState
from advisory.analysis.health.outlook import GoalChance
from advisory.analysis.planning.goals import FEWEST_MONTHS, LONGEST, GoalOdds, goal_odds, months_until

VERSION = "goals@1"
Reason = Literal["", "reached", "no_date", "date_passed", "too_far", "history"]
Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoalPlan:
    """A goal as its owner wrote it down. `accounts`: ids of those linked, in their order; `saved_minor` counts without
    any. `is_reached`: said or seen before, whatever stands there now."""

    key: str
    name: str
    currency: str
    target_minor: int
    target_date: date | None = None
    accounts: tuple[int, ...] = ()
    saved_minor: int = 0
    monthly_minor: int = 0
    is_reached: bool = False


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """`parts`: (account id, minor units of it that count). `months`: whole ones until the date, None without one.
    `reason` says why there are no odds; empty where there are. Each goal's odds are of it alone, as if all that is left
    over went to it."""

    plan: GoalPlan
    parts: tuple[Part, ...]
    saved_minor: int
    months: int | None
    odds: GoalOdds | None
    reason: Reason

    @property
    def missing_minor(self) -> int:
        return max(self.plan.target_minor - self.saved_minor, 0)

    @property
    def is_reached(self) -> bool:
        return self.reason == "reached"


def standings(
    plans: Sequence[GoalPlan],
    balances: Mapping[int, tuple[str, int]],
    surpluses: Mapping[str, Sequence[int]],
    as_of: date,
) -> tuple[GoalStanding, ...]:
    """In the order of the plans. `balances`: (currency, minor units) by account id at the end of the day `as_of`;
    `surpluses`: by currency, what was left of each past full month."""
    parts = share_out(plans, balances)
    return tuple(_standing(plan, parts[plan.key], surpluses.get(plan.currency, ()), as_of) for plan in plans)


def share_out(plans: Sequence[GoalPlan], balances: Mapping[int, tuple[str, int]]) -> dict[str, tuple[Part, ...]]:
    """By key of the goal. Accounts of another currency than the goal's count nothing."""
    left = {pk: max(minor, 0) for pk, (_, minor) in balances.items()}
    last = {pk: plan.key for plan in plans for pk in _counted(plan, balances)}
    found: dict[str, tuple[Part, ...]] = {}
    for plan in plans:
        needed, parts = plan.target_minor, []
        for pk in _counted(plan, balances):
            taken = left[pk] if last[pk] == plan.key else min(left[pk], max(needed, 0))
            left[pk] -= taken
            needed -= taken
            parts.append((pk, taken))
        found[plan.key] = tuple(parts)
    return found


def _counted(plan: GoalPlan, balances: Mapping[int, tuple[str, int]]) -> list[int]:
    return [pk for pk in dict.fromkeys(plan.accounts) if pk in balances and balances[pk][0] == plan.currency]


def _standing(plan: GoalPlan, parts: tuple[Part, ...], surpluses: Sequence[int], as_of: date) -> GoalStanding:
    saved = sum(minor for _, minor in parts) if plan.accounts else plan.saved_minor
    months = None if plan.target_date is None else months_until(as_of, plan.target_date)
    reason = _reason(plan, saved, months, len(surpluses))
    odds = None
    if not reason and months is not None:
        odds = _odds(plan.target_minor, saved, months, tuple(surpluses), plan.monthly_minor)
    return GoalStanding(plan, parts, saved, months, odds, reason)


def _reason(plan: GoalPlan, saved: int, months: int | None, seen: int) -> Reason:
    if plan.is_reached or saved >= plan.target_minor:
        return "reached"
    if months is None:
        return "no_date"
    if months <= 0:
        return "date_passed"
    if months > LONGEST:
        return "too_far"
    return "history" if seen < FEWEST_MONTHS else ""


@lru_cache(maxsize=512)
def _odds(target: int, saved: int, months: int, surpluses: tuple[int, ...], extra: int) -> GoalOdds | None:
    """A list of goals is read again and again, and the same paths give the same odds."""
    return goal_odds(target, saved, months, surpluses, extra)


def goal_chances(found: Sequence[GoalStanding], currency: str) -> tuple[GoalChance, ...]:
    """Those with odds, for the health of a household that is judged in this currency."""
    return tuple(
        GoalChance(one.plan.name, one.odds.odds)
        for one in found
        if one.odds is not None and one.plan.currency == currency
    )


def goal_states(found: Sequence[GoalStanding]) -> tuple[GoalState, ...]:
    """Those with odds, as advice reads them."""
    return tuple(
        GoalState(
            one.plan.key, one.plan.name, Decimal(f"{one.odds.odds:.4f}"), one.odds.monthly_minor, one.plan.currency
        )
        for one in found
        if one.odds is not None
    )


def goal_values(found: Sequence[GoalStanding]) -> dict[str, str]:
    """What the judge of accepted advice asks for by name."""
    return {f"goal:{one.key}:odds": f"{one.odds}" for one in goal_states(found)}
