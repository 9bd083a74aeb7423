"""Which budget holds a category. Exactly one, so that no row counts twice: its own, else the nearest above it, else its
group's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisory.analysis.budgets.carry import BudgetPlan

DEEPEST = 50
"""Above this many parents the tree is taken to go round in circles."""


@dataclass(frozen=True, slots=True)
class CategoryNode:
    id: int
    name: str = ""
    parent_id: int | None = None
    group: str = ""
    is_income: bool = False
    is_transfer: bool = False


def holders(plans: Iterable[BudgetPlan], categories: Mapping[int, CategoryNode]) -> dict[int, int]:
    """{category id: key of the budget}; categories that no budget holds are left out. A budget only holds what moves
    money in its direction: an income below a spending category stays outside of its budget."""
    every = list(plans)
    own = {one.category_id: one for one in every if one.category_id is not None}
    groups = {(one.group, one.is_income): one for one in every if one.category_id is None}
    found: dict[int, int] = {}
    for node in categories.values():
        above = (own[pk] for pk in _upwards(node, categories) if pk in own)
        plan = next((one for one in above if one.is_income == node.is_income), None)
        plan = plan or (groups.get((node.group, node.is_income)) if node.group and not node.is_transfer else None)
        if plan is not None:
            found[node.id] = plan.key
    return found


def _upwards(node: CategoryNode, categories: Mapping[int, CategoryNode]) -> list[int]:
    path = [node.id]
    above = node.parent_id
    while above is not None and above in categories and len(path) < DEEPEST:
        path.append(above)
        above = categories[above].parent_id
    return path
