"""Looking ahead: what-if on the forecast, a budget, safe-to-spend, debt plans and the odds of goals. Free of numpy."""

from advisory.analysis.planning.budget import BudgetLine, BudgetPlan, propose_budget
from advisory.analysis.planning.changes import (
    AddPayment,
    CancelSeries,
    Change,
    ChangeAmount,
    ChangeCategory,
    LoseIncome,
    MoveDueDay,
    PayDebtFaster,
    Scenario,
)
from advisory.analysis.planning.compared import Compared, Effect, compare
from advisory.analysis.planning.debts import Debt, DebtChoice, DebtPlan, debt_choice, plan_debts
from advisory.analysis.planning.further import drawn_out
from advisory.analysis.planning.goals import GoalOdds, goal_odds, months_until
from advisory.analysis.planning.paths import Paths, own_paths
from advisory.analysis.planning.safe import SafeToSpend, safe_to_spend
from advisory.analysis.planning.scenario import Outlook, WhatIf, lowest_of, purchase_days, simulate

__all__ = [
    "AddPayment",
    "BudgetLine",
    "BudgetPlan",
    "CancelSeries",
    "Change",
    "ChangeAmount",
    "ChangeCategory",
    "Compared",
    "Debt",
    "DebtChoice",
    "DebtPlan",
    "Effect",
    "GoalOdds",
    "LoseIncome",
    "MoveDueDay",
    "Outlook",
    "Paths",
    "PayDebtFaster",
    "SafeToSpend",
    "Scenario",
    "WhatIf",
    "compare",
    "debt_choice",
    "drawn_out",
    "goal_odds",
    "lowest_of",
    "months_until",
    "own_paths",
    "plan_debts",
    "propose_budget",
    "purchase_days",
    "safe_to_spend",
    "simulate",
]
