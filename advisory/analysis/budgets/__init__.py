"""Budgets by month: which budget holds a category, what is carried over, what is left to give out, and the pace."""

from advisory.analysis.budgets.carry import ROLLOVERS, BudgetPlan, Rollover, Standing, kept, standing
from advisory.analysis.budgets.envelope import Given, given_out
from advisory.analysis.budgets.holding import CategoryNode, holders
from advisory.analysis.budgets.keeping import Keeping, keeping
from advisory.analysis.budgets.pace import Pace, free_a_day, pace

__all__ = [
    "ROLLOVERS",
    "BudgetPlan",
    "CategoryNode",
    "Given",
    "Keeping",
    "Pace",
    "Rollover",
    "Standing",
    "free_a_day",
    "given_out",
    "holders",
    "keeping",
    "kept",
    "pace",
    "standing",
]
