"""Budgets, what was planned and moved, and the choice of envelopes travel with an export."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from accounts.errors import DomainError
from accounts.models import User
from advisory.models import Budget, BudgetChoice, BudgetLine, BudgetMove
from advisory.services.budget_moves import budget_move
from advisory.services.budgets import Wanted, budget_delete, budgeting_choose, budgets_plan
from advisory.tests.books import Book
from advisory.tests.services.test_goals_travel import Rows, exported, newcomer, spoiled
from transactions.services.restore import export_restore

pytestmark = pytest.mark.django_db(transaction=True)
MAY = date(2026, 5, 1)


@pytest.fixture
def planned(book: Book) -> User:
    """A category, a group and a budget that was removed; money moved, and envelopes."""
    keys = [(book.category("groceries"), ""), (None, "Home"), (book.category("pets"), "")]
    wanted = [Wanted(category, group, Decimal(100), rollover="both") for category, group in keys]
    food, home, pets = budgets_plan(owner=book.owner, month=MAY, wanted=wanted)
    budget_move(owner=book.owner, month=MAY, source=food.pk, target=home.pk, amount=Decimal(40), note="Paint.")
    budget_delete(owner=book.owner, budget_id=pets.pk)
    budgeting_choose(owner=book.owner, envelopes_from=MAY, opening=Decimal("12.50"))
    return book.owner


def state(owner: User) -> dict[str, Any]:
    kept = Budget.objects.filter(owner=owner, removed_at=None)
    lines = BudgetLine.objects.filter(budget__in=kept).order_by("pk")
    moves = BudgetMove.objects.filter(owner=owner)
    return {
        "budgets": list(kept.order_by("pk").values_list("category__name", "group", "is_income", "rollover")),
        "lines": list(lines.values_list("budget__category__name", "budget__group", "month", "amount_minor")),
        "moves": list(moves.values_list("source__category__name", "target__group", "amount_minor", "note")),
        "choice": list(BudgetChoice.objects.filter(owner=owner).values_list("envelopes_from", "opening_minor")),
    }


def test_budgets_come_back_under_new_ids(planned: User) -> None:
    before, data = state(planned), exported(planned)
    owner = newcomer()
    export_restore(owner=owner, stream=io.BytesIO(data))
    assert state(owner) == before
    assert [len(one) for one in before.values()] == [2, 2, 1, 1]
    assert Budget.objects.filter(owner=owner).count() == 2


def negative(rows: Rows) -> None:
    rows[0]["amount_minor"] = -1


def mid_month(rows: Rows) -> None:
    rows[0]["month"] = "2026-05-02"


def in_no_currency(rows: Rows) -> None:
    rows[0]["currency"] = "XXQ"


def of_nothing(rows: Rows) -> None:
    rows[0]["category_id"], rows[0]["group"] = None, ""


def to_itself(rows: Rows) -> None:
    rows[0]["target_id"] = rows[0]["source_id"]


@pytest.mark.parametrize(
    ("table", "spoil"),
    [
        ("Budget", of_nothing),
        ("BudgetLine", negative),
        ("BudgetLine", mid_month),
        ("BudgetMove", to_itself),
        ("BudgetMove", negative),
        ("BudgetChoice", in_no_currency),
    ],
)
def test_what_no_owner_could_have_said_is_not_taken(planned: User, table: str, spoil: Callable[[Rows], None]) -> None:
    data = spoiled(exported(planned), table, spoil)
    owner = newcomer()
    with pytest.raises(DomainError):
        export_restore(owner=owner, stream=data)
    assert not Budget.objects.filter(owner=owner).exists()
