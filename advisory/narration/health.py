"""Health in words: what an indicator is called, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from advisory.analysis.facts import FactDraft
from advisory.narration.phrases import fixed, tell
from advisory.narration.terms import term
from advisory.narration.words import Sentence

if TYPE_CHECKING:  # the engine is no part of the web process
    from advisory.analysis.health.indicator import Indicator

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
    return indicator_told(indicator.key, (indicator.fact, *indicator.support))


def indicator_told(key: str, facts: Sequence[FactDraft]) -> Sentence:
    """From its own fact and its support, in the order in which the indicator gives them. KeyError where one is gone."""
    return tell(f"health.{key}", **dict(zip(SLOTS[key], facts, strict=False)))


def missing_words(indicator: Indicator) -> str:
    return needs(indicator.missing)


def needs(missing: str) -> str:
    """What an indicator would need, in a sentence; empty where it lacks nothing."""
    return fixed("health.missing", what=term(missing)) if missing else ""
