from advisory.models.advice import Advice, Outcome
from advisory.models.analysis import AnalysisRun, ForecastRun, HealthScore, MonthDrivers
from advisory.models.budget import Budget, BudgetChoice, BudgetLine, BudgetMove
from advisory.models.debt import DebtTerms, PayoffChoice
from advisory.models.delivery import ReportDelivery, ReportSchedule, ScheduledReport
from advisory.models.fact import Fact
from advisory.models.goal import Goal, GoalAccount
from advisory.models.insight import Insight
from advisory.models.language_model import EgressEntry, ModelSetting, ModelState, ReportDraft
from advisory.models.pin import Pin
from advisory.models.recurring import RecurringSeries
from advisory.models.report import Report, ReportFact, ReportRows
from advisory.models.scenario import SavedScenario
from advisory.models.suggestion import Suggestion

__all__ = [
    "Advice",
    "AnalysisRun",
    "Budget",
    "BudgetChoice",
    "BudgetLine",
    "BudgetMove",
    "DebtTerms",
    "EgressEntry",
    "Fact",
    "ForecastRun",
    "Goal",
    "GoalAccount",
    "HealthScore",
    "Insight",
    "ModelSetting",
    "ModelState",
    "MonthDrivers",
    "Outcome",
    "PayoffChoice",
    "Pin",
    "RecurringSeries",
    "Report",
    "ReportDelivery",
    "ReportDraft",
    "ReportFact",
    "ReportRows",
    "ReportSchedule",
    "SavedScenario",
    "ScheduledReport",
    "Suggestion",
]
