"""One row of each kind that an analysis stores, made without one."""

from __future__ import annotations

from datetime import date

from accounts.models import User
from advisory.models import (
    Advice,
    AnalysisRun,
    Budget,
    BudgetChoice,
    BudgetLine,
    BudgetMove,
    DebtTerms,
    ForecastRun,
    Goal,
    GoalAccount,
    HealthScore,
    Insight,
    Outcome,
    PayoffChoice,
    RecurringSeries,
    SavedScenario,
    Suggestion,
)
from transactions.models import Category, LedgerAccount

DAY = date(2025, 3, 20)


def findings(owner: User, transaction_id: int) -> dict[str, object]:
    """Their ids by kind, for the owner and one of their transactions."""
    fixed = {"engine": "made@1", "currency": "EUR"}
    series = RecurringSeries.objects.create(
        owner=owner, label="Rent", cadence="monthly", role="bill", status="active", next_date=DAY, amount_minor=-98000,
        first_date=DAY, last_date=DAY,
        amount_low_minor=-98000, amount_high_minor=-98000, transactions=[transaction_id], **fixed,
    )  # fmt: skip
    insight = Insight.objects.create(
        owner=owner, kind="duplicate", dedup_key="made", day=DAY, title="Charged twice", text="Look.",
        amount_minor=-500, transactions=[transaction_id], **fixed,
    )  # fmt: skip
    advice = Advice.objects.create(
        owner=owner, rule="A03", dedup_key="A03:made", title="Dearer", what="Ask.", why="It rose.", how="Call.",
        as_of=DAY, transactions=[transaction_id], **fixed,
    )  # fmt: skip
    Outcome.objects.create(advice=advice, as_of=DAY, currency="EUR")
    suggestion, _ = Suggestion.objects.update_or_create(
        transaction_id=transaction_id,
        defaults={
            "owner": owner,
            "category": Category.objects.get(owner=owner, key="pets"),
            "confidence": 0.5,
            "reason": "It looks like it.",
            "engine": "made@1",
        },
    )
    AnalysisRun.objects.update_or_create(owner=owner, defaults={"input_hash": "made", "as_of": DAY})
    ForecastRun.objects.create(owner=owner, as_of=DAY, horizon_days=30, is_change=True, cash={"start": "0.00"}, **fixed)
    HealthScore.objects.create(owner=owner, as_of=DAY, engine="made@1", reason="Too little.")
    goal = Goal.objects.create(owner=owner, name="Kitchen", currency="EUR", target_minor=500000)
    loan = LedgerAccount.objects.create(
        owner=owner, name="Car loan", kind="loan", currency="EUR", opening_balance_minor=-900000, has_known_opening=True
    )
    GoalAccount.objects.create(goal=goal, account=LedgerAccount.objects.filter(owner=owner).order_by("pk")[0])
    DebtTerms.objects.create(owner=owner, account=loan, rate="4.5", least_minor=20000)
    PayoffChoice.objects.create(owner=owner, currency="EUR", extra_minor=5000)
    pets, coffee = (
        Budget.objects.create(owner=owner, category=Category.objects.get(owner=owner, key=key))
        for key in ("pets", "coffee")
    )
    fixed_month = {"month": DAY.replace(day=1), "amount_minor": 5000, "currency": "EUR"}
    BudgetLine.objects.create(budget=pets, **fixed_month)
    move = BudgetMove.objects.create(owner=owner, source=pets, target=coffee, **fixed_month)
    BudgetChoice.objects.create(owner=owner, envelopes_from=DAY.replace(day=1), currency="EUR")
    scenario = SavedScenario.objects.create(
        owner=owner, name="Without rent", currency="EUR", changes=[{"kind": "cancel", "row": transaction_id}]
    )
    return {
        "budget": pets.pk,
        "budget_move": move.pk,
        "scenario": scenario.pk,
        "series": series.pk,
        "insight": insight.pk,
        "advice": advice.pk,
        "suggestion": suggestion.pk,
        "goal": goal.pk,
        "debt": loan.pk,
    }
