"""Reading budgets, moves between them, and the categories they hold."""

from __future__ import annotations

from django.db.models import QuerySet

from accounts.access import get_visible, visible_to
from accounts.models import User
from advisory.analysis.budgets import CategoryNode
from advisory.models import Budget, BudgetChoice, BudgetMove
from transactions.models import Category


def budget_list(*, owner: User) -> QuerySet[Budget]:
    """All but those that were removed."""
    return visible_to(Budget.objects.filter(removed_at__isnull=True).select_related("category"), owner).order_by("id")


def budget_get(*, owner: User, budget_id: object) -> Budget:
    return get_visible(budget_list(owner=owner), owner, budget_id)


def budget_removed(*, owner: User, budget_id: object) -> Budget:
    """Whether it was removed or not."""
    return get_visible(Budget.objects.all(), owner, budget_id)


def move_list(*, owner: User) -> QuerySet[BudgetMove]:
    """The newest first, those that were undone included."""
    rows = BudgetMove.objects.select_related("source__category", "target__category")
    return visible_to(rows, owner).order_by("-id")


def move_get(*, owner: User, move_id: object) -> BudgetMove:
    return get_visible(move_list(owner=owner), owner, move_id)


def budget_choice(*, owner: User) -> BudgetChoice | None:
    return visible_to(BudgetChoice.objects.all(), owner).first()


def category_nodes(*, owner: User) -> dict[int, CategoryNode]:
    kinds = Category.Kind
    return {
        row.pk: CategoryNode(
            row.pk, row.name, row.parent_id, row.group, row.kind == kinds.INCOME, row.kind == kinds.TRANSFER
        )
        for row in visible_to(Category.objects.order_by("position", "id"), owner)
    }
