"""Health in words: what an indicator is called, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping

from advisory.analysis.health.indicator import Indicator
from advisory.narration.phrases import fixed, tell
from advisory.narration.terms import term
from advisory.narration.words import Sentence

# The names the words use for an indicator's own fact and for its support, in the order the indicator gives them.
SLOTS: Mapping[str, tuple[str, ...]] = {
    "savings_rate": ("rate", "net", "income", "pooled"),
    "savings_rate_year": ("rate", "net", "income"),
    "essential_share": ("share", "needs", "income"),
    "housing_ratio": ("share", "cost", "income"),
    "spend_volatility": ("swing", "usual"),
    "income_volatility": ("swing", "usual"),
    "cost_of_money": ("cost", "fees"),
    "net_worth_trend": ("trend", "step", "usual"),
    "buffer_months": ("months", "standing", "usual"),
    "low_cash_days": ("days", "standing", "chance", "ahead"),
    "debt_service": ("share", "paid", "income"),
    "utilisation": ("share", "drawn", "limit"),
    "bills_on_time": ("share", "paid", "asked"),
    "subscription_load": ("share", "cost", "income", "usual"),
    "bill_cover": ("cover", "standing", "expected", "bills"),
    "goal_pace": ("odds",),
}


def indicator_words(indicator: Indicator) -> Sentence:
    """What it rests on; only for an indicator that has a fact."""
    assert indicator.fact is not None
    facts = (indicator.fact, *indicator.support)
    return tell(f"health.{indicator.key}", **dict(zip(SLOTS[indicator.key], facts, strict=False)))


def missing_words(indicator: Indicator) -> str:
    return fixed("health.missing", what=term(indicator.missing)) if indicator.missing else ""
