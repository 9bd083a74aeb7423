"""All indicators over one month, and the score they give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from advisory.analysis.health.balances import buffer_months, low_cash_days
from advisory.analysis.health.bills import bill_cover, bills_on_time, subscription_load
from advisory.analysis.health.debts import debt_service, utilisation
from advisory.analysis.health.flows import (
    cost_of_money,
    essential_share,
    housing_ratio,
    income_volatility,
    net_worth_trend,
    savings_rate,
    savings_rate_year,
    spend_volatility,
)
from advisory.analysis.health.goals import goal_pace
from advisory.analysis.health.indicator import Indicator
from advisory.analysis.health.outlook import Outlook
from advisory.analysis.health.score import Score, score_of
from advisory.analysis.study import Study

OF_MONTHS: tuple[Callable[[Study], Indicator], ...] = (
    savings_rate,
    savings_rate_year,
    essential_share,
    housing_ratio,
    spend_volatility,
    income_volatility,
    cost_of_money,
    net_worth_trend,
)
OF_OUTLOOK: tuple[Callable[[Study, Outlook], Indicator], ...] = (
    buffer_months,
    low_cash_days,
    debt_service,
    utilisation,
    bills_on_time,
    subscription_load,
    bill_cover,
    goal_pace,
)


@dataclass(frozen=True, slots=True)
class Assessment:
    """The state of one month. `study` holds the facts."""

    study: Study
    indicators: tuple[Indicator, ...]
    score: Score

    def of(self, key: str) -> Indicator:
        return next(one for one in self.indicators if one.key == key)


def assess_health(study: Study, outlook: Outlook | None = None) -> list[Indicator]:
    """Every indicator, known or not, in the order in which they are told."""
    seen = outlook or Outlook()
    return [*(measure(study) for measure in OF_MONTHS), *(measure(study, seen) for measure in OF_OUTLOOK)]


def assess(study: Study, outlook: Outlook | None = None, *, has_range: bool = True) -> Assessment:
    indicators: Sequence[Indicator] = assess_health(study, outlook)
    return Assessment(study, tuple(indicators), score_of(study, indicators, has_range=has_range))
