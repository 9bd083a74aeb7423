"""Budgets: made, planned month by month, removed and brought back. Every write asks for a new analysis at the door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.errors import DomainError
from accounts.models import User
from advisory.models import Budget, BudgetChoice, BudgetLine
from transactions.ledger.period import add_months
from transactions.models import Category
from transactions.selectors.summary import base_currency
from transactions.services.given import field_error, minor, own
from transactions.services.history import hold_ledger

MOST_BUDGETS = 200
TWICE = "There is a budget for that already."
Rollover = Budget.Rollover


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be planned for one budget in a month: of a category, or of a group where there is none. `amount` in
    units of the base currency; None takes the month's plan away."""

    category: int | None
    group: str
    amount: Decimal | None
    rollover: str | None = None
    is_income: bool = False


@transaction.atomic
def budgets_plan(*, owner: User, month: date, wanted: Sequence[Wanted]) -> list[Budget]:
    """Plan many at once, all or none; a budget that is not there yet is made. `month`: its first day."""
    hold_ledger(owner)
    currency = base_currency(owner=owner)
    return [_planned(owner, month, currency, one) for one in wanted]


def _planned(owner: User, month: date, currency: str, one: Wanted) -> Budget:
    budget = _found_or_new(owner, one)
    if one.rollover is not None:
        _roll(budget, one.rollover)
    budget.save()
    _line(budget, month, currency, one.amount)
    return budget


def _found_or_new(owner: User, one: Wanted) -> Budget:
    if (one.category is None) == (not one.group):
        raise field_error("category", "Name a category or a group, and not both.")
    rows = editable_by(Budget.objects.filter(removed_at=None), owner)
    if one.category is None:
        found = rows.filter(group=one.group, is_income=one.is_income).first()
        return found or _new(Budget(owner=owner, group=_group(owner, one), is_income=one.is_income))
    category = own(Category.objects.all(), owner, one.category, "category")
    if category.kind == Category.Kind.TRANSFER:
        raise field_error("category", "Moving money between your own accounts needs no budget.")
    is_income = category.kind == Category.Kind.INCOME
    return rows.filter(category=category).first() or _new(Budget(owner=owner, category=category, is_income=is_income))


def _new(budget: Budget) -> Budget:
    if editable_by(Budget.objects.filter(removed_at=None), budget.owner).count() >= MOST_BUDGETS:
        raise DomainError("too_many", f"You can keep at most {MOST_BUDGETS} budgets. Remove one first.")
    return budget


def _group(owner: User, one: Wanted) -> str:
    kind = Category.Kind.INCOME if one.is_income else Category.Kind.EXPENSE
    if not editable_by(Category.objects.filter(group=one.group, kind=kind), owner).exists():
        raise field_error("group", "You have no category in that group.")
    return one.group


def _roll(budget: Budget, rollover: str) -> None:
    if budget.is_income and rollover != Rollover.NONE:
        raise field_error("rollover", "Income is not carried over: what came in is there already.")
    budget.rollover = rollover


def _line(budget: Budget, month: date, currency: str, amount: Decimal | None) -> None:
    if amount is None:
        budget.lines.filter(month=month).delete()
        return
    size = minor(amount, currency)
    if size < 0:
        raise field_error("amount", "A budget cannot be negative.")
    BudgetLine.objects.update_or_create(
        budget=budget, month=month, defaults={"amount_minor": size, "currency": currency}
    )


@transaction.atomic
def budget_change(
    *, owner: User, budget_id: int, month: date | None = None, amount: Decimal | None = None,
    is_planned: bool = False, rollover: str | None = None,
) -> Budget:  # fmt: skip
    """`is_planned`: the amount of `month` was given; None takes it away."""
    hold_ledger(owner)
    budget = get_editable(Budget.objects.filter(removed_at=None), owner, budget_id)
    if rollover is not None:
        _roll(budget, rollover)
        budget.save(update_fields=["rollover", "updated_at"])
    if is_planned:
        if month is None:
            raise field_error("month", "Say for which month.")
        _line(budget, month, base_currency(owner=owner), amount)
    return budget


@transaction.atomic
def budgets_copy(*, owner: User, month: date) -> list[Budget]:
    """What was planned the month before, for every budget that has no plan in this month. Returns those it planned."""
    hold_ledger(owner)
    mine = BudgetLine.objects.filter(budget__in=editable_by(Budget.objects.filter(removed_at=None), owner))
    there = mine.filter(month=month).values("budget_id")
    before = list(mine.filter(month=add_months(month, -1)).exclude(budget_id__in=there).select_related("budget"))
    BudgetLine.objects.bulk_create(
        BudgetLine(budget=one.budget, month=month, amount_minor=one.amount_minor, currency=one.currency)
        for one in before
    )
    return [one.budget for one in before]


@transaction.atomic
def budget_delete(*, owner: User, budget_id: int) -> None:
    """It leaves every month; `budget_restore` brings it back with all that was planned."""
    hold_ledger(owner)
    budget = get_editable(Budget.objects.filter(removed_at=None), owner, budget_id)
    budget.removed_at = timezone.now()
    budget.save(update_fields=["removed_at", "updated_at"])


@transaction.atomic
def budget_restore(*, owner: User, budget_id: int) -> Budget:
    """One that is not removed stays as it is. DomainError where another took its place."""
    hold_ledger(owner)
    budget = get_editable(Budget.objects.all(), owner, budget_id)
    budget.removed_at = None
    try:
        with transaction.atomic():
            budget.save(update_fields=["removed_at", "updated_at"])
    except IntegrityError:
        raise DomainError("taken", TWICE, status=409) from None
    return budget


@transaction.atomic
def budgeting_choose(*, owner: User, envelopes_from: date | None, opening: Decimal | None = None) -> BudgetChoice:
    """Envelopes from that month on, or none. `opening`: what there is to give out at the start, and may be owed; what
    was said before stays where it is None."""
    hold_ledger(owner)
    currency = base_currency(owner=owner)
    choice = BudgetChoice.objects.filter(owner=owner).first() or BudgetChoice(owner=owner, currency=currency)
    choice.envelopes_from = envelopes_from
    if opening is not None:
        choice.opening_minor, choice.currency = minor(opening, currency, "opening"), currency
    choice.save()
    return choice
