"""Whether a budget is kept: by its own past months, and what would be kept in seven of ten of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from advisory.analysis.budgets.carry import BudgetPlan, standing
from advisory.analysis.robust import percentile
from transactions.ledger.period import Period

KEPT_PER_CENT = 70


@dataclass(frozen=True, slots=True)
class Keeping:
    """`kept` of `months` stayed within what there was, carried and moved money included. `planned`: in the last of
    them; `proposed`: what seven in ten of them would have stayed within."""

    kept: int
    months: int
    planned: int
    proposed: int


def keeping(plan: BudgetPlan, actual: Mapping[date, int], months: Sequence[Period]) -> Keeping | None:
    """Over those of the months, oldest first, in which it was planned; None without any."""
    seen = [standing(plan, actual, month.start) for month in months if month.start in plan.planned]
    if not seen:
        return None
    used = [max(one.actual, 0) for one in seen]
    return Keeping(
        sum(one.left >= 0 for one in seen), len(seen), seen[-1].planned or 0, percentile(used, KEPT_PER_CENT)
    )
