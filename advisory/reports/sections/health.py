"""Health indicators: a value, a verdict in a word, and what it rests on; or plainly what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisory.analysis.facts import FactDraft
from advisory.analysis.health import Indicator
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence, plain, say
from advisory.reports.document import Column, Section, Table

NAMES: Mapping[str, tuple[str, str]] = {
    "savings_rate": ("Savings rate", "{fact.percent}"),
    "buffer_months": ("Buffer", "{fact.months}"),
    "essential_share": ("Essentials as a part of income", "{fact.percent}"),
    "spend_volatility": ("How much spending swings", "{fact.percent}"),
    "cost_of_money": ("Fees and interest", "{fact.percent}"),
}
VERDICTS: Mapping[str, str] = {"good": "Good", "fair": "Fair", "weak": "Weak", "none": "Not judged"}
# The names the words use for an indicator's own fact and for its support, in the order the indicator gives them.
SLOTS: Mapping[str, tuple[str, ...]] = {
    "savings_rate": ("rate", "net", "income"),
    "buffer_months": ("months", "standing", "usual"),
    "essential_share": ("share", "needs", "income"),
    "spend_volatility": ("swing", "usual"),
    "cost_of_money": ("cost", "fees"),
}
COLUMNS = (
    Column("Indicator"),
    Column("Value", is_numeric=True),
    Column("Verdict"),
    Column("What it rests on", is_wide=True),
)


def build(health: Sequence[Indicator]) -> Section:
    rows = tuple(_row(indicator) for indicator in health)
    table = Table("health", "Health indicators, from full months only", COLUMNS, rows)
    return Section("health", "Financial health", (), (table,))


def _row(indicator: Indicator) -> tuple[Sentence, ...]:
    name, view = NAMES[indicator.key]
    if indicator.fact is None:
        return (plain(name), plain("–"), plain(VERDICTS["none"]), _missing(indicator))
    facts: tuple[FactDraft, ...] = (indicator.fact, *indicator.support)
    slots = dict(zip(SLOTS[indicator.key], facts, strict=True))
    rests_on = tell(f"health.{indicator.key}", **slots)
    return (plain(name), say(view, fact=indicator.fact), plain(VERDICTS[indicator.verdict]), rests_on)


def _missing(indicator: Indicator) -> Sentence:
    return plain(f"Not enough data: this needs {indicator.missing}.")
