"""Budgets as advice reads them, and the user's word about them for hashes of all that a run sees."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from accounts.access import visible_to
from accounts.models import User
from advisory.analysis.advice.inputs import BudgetState
from advisory.analysis.budgets import holders, keeping
from advisory.analysis.history import YEAR_MONTHS
from advisory.models import Budget, BudgetLine, BudgetMove
from advisory.selectors.budget_month import book_of, days_by_budget, plans_of
from advisory.selectors.budget_sums import sums_by_day
from advisory.selectors.budgets import budget_list, category_nodes
from transactions.ledger.period import Period, months_before
from transactions.selectors.summary import base_currency


def budget_states(*, owner: User, month: Period) -> tuple[BudgetState, ...]:
    """Budgets for spending over the year up to `month`, which is over. Income is no budget that could be kept."""
    rows = list(budget_list(owner=owner).filter(is_income=False))
    if not rows:
        return ()
    every = list(budget_list(owner=owner))
    lines = list(BudgetLine.objects.filter(budget__in=[row.pk for row in every], month__lt=month.end))
    moves = list(visible_to(BudgetMove.objects.filter(undone_at__isnull=True, month__lt=month.end), owner))
    currency = base_currency(owner=owner)
    plans = plans_of(every, lines, moves, book_of(owner, currency, None, [*lines, *moves]))
    months = [*months_before(month, YEAR_MONTHS - 1), month]
    start = min([months[0].start, *(one.month for one in lines), *(one.month for one in moves)])
    sums = sums_by_day(owner=owner, start=start, end=month.end, currency=currency, daily_from=month.end)
    days = days_by_budget(sums, holders(plans.values(), category_nodes(owner=owner)), plans)
    found = []
    for row in rows:
        actual: defaultdict[date, int] = defaultdict(int)
        for day, minor in days[row.pk].items():
            actual[day.replace(day=1)] += minor
        kept = keeping(plans[row.pk], actual, months)
        if kept is not None:
            name = row.category.name if row.category is not None else row.group
            found.append(BudgetState(str(row.pk), name, kept.kept, kept.months, kept.planned, kept.proposed, currency))
    return tuple(found)


def budget_values(states: tuple[BudgetState, ...]) -> dict[str, str]:
    """What the judge of accepted advice asks for by name."""
    return {f"budget:{one.key}:kept": f"{Decimal(one.kept) / one.months:.4f}" for one in states if one.months}


def budget_words(owner: User) -> list[tuple[Any, ...]]:
    """Everything that is said of budgets, in the order of their making."""
    rows = visible_to(Budget.objects.filter(removed_at__isnull=True), owner).order_by("pk")
    lines = BudgetLine.objects.filter(budget__in=rows.order_by().values("pk")).order_by("pk")
    moves = visible_to(BudgetMove.objects.filter(undone_at__isnull=True), owner).order_by("pk")
    return [
        *rows.values_list("pk", "category_id", "group", "rollover"),
        *lines.values_list("budget_id", "month", "amount_minor", "currency"),
        *moves.values_list("source_id", "target_id", "month", "amount_minor", "currency"),
    ]
