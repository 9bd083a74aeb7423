"""Money moved between budgets of a month: one row for both sides, so that none is made and none is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from accounts.access import get_editable
from accounts.errors import DomainError
from accounts.models import User
from advisory.models import Budget, BudgetMove
from advisory.selectors.budget_month import budget_month
from transactions.ledger.money import to_text
from transactions.ledger.period import month_of
from transactions.selectors.summary import base_currency
from transactions.services.given import field_error, minor, own
from transactions.services.history import hold_ledger


@transaction.atomic
def budget_move(*, owner: User, month: date, source: int, target: int, amount: Decimal, note: str = "") -> BudgetMove:
    """Move what is left in one spending budget to another. DomainError where there is not so much."""
    hold_ledger(owner)
    giving, taking = (_side(owner, pk, name) for pk, name in ((source, "source"), (target, "target")))
    if giving.pk == taking.pk:
        raise field_error("target", "Choose another budget than the one it comes from.")
    currency = base_currency(owner=owner)
    size = minor(amount, currency)
    if size <= 0:
        raise field_error("amount", "Move more than nothing.")
    _is_there(owner, month, giving, size, currency)
    return BudgetMove.objects.create(
        owner=owner, source=giving, target=taking, month=month, amount_minor=size, currency=currency, note=note
    )


def _side(owner: User, pk: int, name: str) -> Budget:
    budget = own(Budget.objects.filter(removed_at=None), owner, pk, name)
    if budget.is_income:
        raise field_error(name, "What you expect to come in cannot be moved.")
    return budget


def _is_there(owner: User, month: date, giving: Budget, size: int, currency: str) -> None:
    found = budget_month(owner=owner, month=month_of(month), today=month)
    now = next(one.standing for one in found.budgets if one.row.pk == giving.pk)
    # Not what is left: a move out of a pause ends it, and what was spent meanwhile counts then.
    left = now.available - now.actual
    if size > left:
        raise field_error("amount", f"Only {to_text(max(left, 0), currency)} {currency} is left there to move.")


@transaction.atomic
def budget_move_undo(*, owner: User, move_id: int) -> BudgetMove:
    """Both sides as they were. One that was undone stays so; a side that is removed has to come back first."""
    hold_ledger(owner)
    move = get_editable(BudgetMove.objects.select_related("source", "target"), owner, move_id)
    if move.source.removed_at or move.target.removed_at:
        raise DomainError("removed", "One of the two budgets is removed. Bring it back first.", status=409)
    if move.undone_at is None:
        move.undone_at = timezone.now()
        move.save(update_fields=["undone_at"])
    return move
