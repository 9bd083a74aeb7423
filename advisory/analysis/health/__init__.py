"""Financial health: indicators with their bands, a score in four pillars with its range, and why it moved.

An indicator without the data it needs says in words which data it misses; it never guesses. Free of numpy.
"""

from advisory.analysis.health.assess import Assessment, assess, assess_health
from advisory.analysis.health.balances import liquid_balance
from advisory.analysis.health.bands import BANDS, PILLARS, Band, Verdict
from advisory.analysis.health.change import ScoreChange, change_between
from advisory.analysis.health.flows import fee_shares
from advisory.analysis.health.indicator import VERSION, Indicator
from advisory.analysis.health.months import HealthOverTime, Ledger, health_over_time
from advisory.analysis.health.outlook import GoalChance, Outlook
from advisory.analysis.health.score import Pillar, Score, score_of

__all__ = [
    "BANDS",
    "PILLARS",
    "VERSION",
    "Assessment",
    "Band",
    "GoalChance",
    "HealthOverTime",
    "Indicator",
    "Ledger",
    "Outlook",
    "Pillar",
    "Score",
    "ScoreChange",
    "Verdict",
    "assess",
    "assess_health",
    "change_between",
    "fee_shares",
    "health_over_time",
    "liquid_balance",
    "score_of",
]
