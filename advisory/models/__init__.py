from advisory.models.advice import Advice, Outcome
from advisory.models.analysis import AnalysisRun, ForecastRun, HealthScore, MonthDrivers
from advisory.models.debt import DebtTerms, PayoffChoice
from advisory.models.fact import Fact
from advisory.models.goal import Goal, GoalAccount
from advisory.models.insight import Insight
from advisory.models.recurring import RecurringSeries
from advisory.models.report import Report, ReportFact
from advisory.models.suggestion import Suggestion

__all__ = [
    "Advice",
    "AnalysisRun",
    "DebtTerms",
    "Fact",
    "ForecastRun",
    "Goal",
    "GoalAccount",
    "HealthScore",
    "Insight",
    "MonthDrivers",
    "Outcome",
    "PayoffChoice",
    "RecurringSeries",
    "Report",
    "ReportFact",
    "Suggestion",
]
