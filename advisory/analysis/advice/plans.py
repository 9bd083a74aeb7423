"""Advice on what the user plans: a goal that falls behind, a budget that does not fit. Silent without either."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from advisory.analysis.advice.inputs import AdviceInputs, BudgetState, GoalState
from advisory.analysis.advice.piece import Advice, FollowUp, sureness
from transactions.ledger.money import to_text

# A25: what is missed in three of ten futures is no plan.
GOOD_ODDS = Decimal("0.70")
# A27: a budget that is nearly always or hardly ever kept steers nothing.
TOO_TIGHT, TOO_LOOSE, BUDGET_MONTHS = Decimal("0.30"), Decimal("0.95"), 6


def goals_behind(inputs: AdviceInputs) -> Iterator[Advice]:
    """A25: a goal with odds below 70 %. Says what it would take a month."""
    for goal in sorted(inputs.said.goals, key=lambda one: one.key):
        if goal.odds < GOOD_ODDS:
            yield _goal(inputs, goal)


def _goal(inputs: AdviceInputs, goal: GoalState) -> Advice:
    named = {"goal": goal.label, "goal_id": goal.key}
    book, month = inputs.study.book, inputs.study.month
    odds = book.derive("goal_odds", "stated@1", "ratio", month, params={**named, "stated": f"{goal.odds:.4f}"})
    needed = book.derive(
        "goal_needed", "stated@1", goal.currency, month,
        params={**named, "stated": to_text(goal.needed_minor, goal.currency)},
    )  # fmt: skip
    watch = {"value": f"goal:{goal.key}:odds", "at_least": str(GOOD_ODDS)}
    return Advice(
        "A25",
        {"odds": odds, "needed": needed},
        "a habit",
        confidence=sureness(0.8, "0.5"),
        urgency=1,
        subject=f"goal={goal.key}",
        follow_up=FollowUp("value", "goal_odds", 183, watch, baseline=odds),
    )


def budgets_off(inputs: AdviceInputs) -> Iterator[Advice]:
    """A27: a budget kept in less than 30 % or more than 95 % of six months. Proposes one that is kept in seven of
    ten."""
    for budget in sorted(inputs.said.budgets, key=lambda one: one.key):
        if budget.months >= BUDGET_MONTHS:
            part = Decimal(budget.kept) / budget.months
            if part < TOO_TIGHT or part > TOO_LOOSE:
                yield _budget(inputs, budget, part)


def _budget(inputs: AdviceInputs, budget: BudgetState, part: Decimal) -> Advice:
    named = {"category": budget.label, "budget_id": budget.key}
    book, month = inputs.study.book, inputs.study.month
    kept = book.derive("budget_kept", "stated@1", "ratio", month, params={**named, "stated": f"{part:.4f}"})
    planned, proposed = (
        book.derive(metric, "stated@1", budget.currency, month,
                    params={**named, "stated": to_text(minor, budget.currency)})
        for metric, minor in (("budget_planned", budget.planned_minor), ("budget_proposed", budget.proposed_minor))
    )  # fmt: skip
    watch = {"value": f"budget:{budget.key}:kept", "at_least": "0.5", "at_most": "0.9"}
    return Advice(
        "A27",
        {"kept": kept, "planned": planned, "proposed": proposed},
        "minutes",
        confidence=sureness(0.8, "0.5"),
        subject=f"budget={budget.key}",
        variant="loose" if part > TOO_LOOSE else "tight",
        follow_up=FollowUp("value", "budget_kept", 183, watch, baseline=kept),
    )
