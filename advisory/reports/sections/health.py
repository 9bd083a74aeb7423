"""Health indicators: a value, a verdict in a word, and what it rests on; or plainly what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisory.analysis.health import Indicator
from advisory.narration.health import indicator_words
from advisory.narration.labels import INDICATORS
from advisory.narration.words import Sentence, plain, say
from advisory.reports.document import Column, Section, Table

VIEWS: Mapping[str, str] = {
    "savings_rate": "{fact.percent}",
    "savings_rate_year": "{fact.percent}",
    "buffer_months": "{fact.months}",
    "essential_share": "{fact.percent}",
    "housing_ratio": "{fact.percent}",
    "spend_volatility": "{fact.percent}",
    "income_volatility": "{fact.percent}",
    "cost_of_money": "{fact.percent}",
    "net_worth_trend": "{fact.percent}",
    "low_cash_days": "{fact.number}",
}
VERDICTS: Mapping[str, str] = {"good": "Good", "fair": "Fair", "weak": "Weak", "none": "Not judged"}
COLUMNS = (
    Column("Indicator"),
    Column("Value", is_numeric=True),
    Column("Verdict"),
    Column("What it rests on", is_wide=True),
)


def build(health: Sequence[Indicator]) -> Section:
    """What the months alone tell. Indicators of series and of the forecast are told where these are found."""
    rows = tuple(_row(indicator) for indicator in health if indicator.key in VIEWS)
    table = Table("health", "Health indicators, from full months only", COLUMNS, rows)
    return Section("health", "Financial health", (), (table,))


def _row(indicator: Indicator) -> tuple[Sentence, ...]:
    name, view = INDICATORS[indicator.key], VIEWS[indicator.key]
    if indicator.fact is None:
        return (plain(name), plain("–"), plain(VERDICTS["none"]), _missing(indicator))
    verdict = plain(VERDICTS[indicator.verdict])
    return (plain(name), say(view, fact=indicator.fact), verdict, indicator_words(indicator))


def _missing(indicator: Indicator) -> Sentence:
    return plain(f"Not enough data: this needs {indicator.missing}.")
