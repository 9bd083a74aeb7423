"""How the goals stand: by the one that is least likely to be reached in time."""

from __future__ import annotations

from advisory.analysis.health.indicator import Indicator, found, judged, missing
from advisory.analysis.health.outlook import Outlook
from advisory.analysis.history import tidy
from advisory.analysis.study import Study


def goal_pace(study: Study, outlook: Outlook) -> Indicator:
    """The chance that the least likely goal is reached in time."""
    if not outlook.goals:
        return missing("goal_pace", "a goal with a date")
    behind = min(outlook.goals, key=lambda goal: (goal.odds, goal.name))
    inputs = [study.net(month) for month in study.history.judged_months]
    odds, name = f"{behind.odds:.4f}", tidy(behind.name)
    fact = found(study, "goal_pace", odds, "ratio", period=study.month, inputs=inputs, goal=name)
    return judged(study, "goal_pace", fact, ())
