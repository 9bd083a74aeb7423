"""Health indicators: a value, a verdict in a word, and what it rests on; or plainly what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from advisory.analysis.health import HealthOverTime, Indicator
from advisory.narration.health import indicator_words, missing_words
from advisory.narration.labels import INDICATORS, PILLARS
from advisory.narration.phrases import fixed, tell
from advisory.narration.terms import term
from advisory.narration.words import Part, Sentence, plain, say
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
PILLAR_COLUMNS = (Column("Pillar", is_wide=True), Column("Points", is_numeric=True))


def build(health: Sequence[Indicator], over: HealthOverTime | None = None) -> Section:
    """The score with its range and why it moved, the four pillars, and every indicator; of those that need series, a
    forecast or the user's word only what is known. `over`: None in a running month."""
    rows = tuple(_row(indicator) for indicator in health if indicator.key in VIEWS or indicator.fact)
    table = Table("health", "Health indicators, from full months only", COLUMNS, rows)
    said = tuple(_score(over)) if over else ()
    pillars = (_pillars(over),) if over and over.now.score.fact else ()
    return Section("health", "Financial health", said, (*pillars, table))


def _score(over: HealthOverTime) -> Iterator[Sentence]:
    score, change = over.now.score, over.change
    if score.fact is None or score.low is None or score.high is None:
        yield plain(score.reason)
        return
    yield tell("health.score", score=score.fact, low=score.low, high=score.high)
    if change.fact is None:
        return
    way = Decimal(change.fact.value)
    if not way:
        yield tell("health.stayed")
        return
    # What pulled the same way moved it, not what held against it.
    pulls = {one: Decimal(fact.value) * (1 if way > 0 else -1) for one, fact in change.contributions.items()}
    key = max(pulls, key=lambda one: (pulls[one], one))
    moved = tell("health.rose" if way > 0 else "health.fell", change=change.fact)
    yield Sentence((*moved.parts, Part(fixed("health.moved_most", indicator=term(INDICATORS[key])))))


def _pillars(over: HealthOverTime) -> Table:
    rows = tuple(
        (plain(PILLARS[one.key]), say("{fact.points}", fact=one.score) if one.score else plain("–"))
        for one in over.now.score.pillars
    )
    return Table("pillars", "The four pillars, in points of a hundred", PILLAR_COLUMNS, rows)


def _row(indicator: Indicator) -> tuple[Sentence, ...]:
    name, view = INDICATORS[indicator.key], VIEWS.get(indicator.key, "{fact.percent}")
    if indicator.fact is None:
        return (plain(name), plain("–"), plain(VERDICTS["none"]), plain(missing_words(indicator)))
    verdict = plain(VERDICTS[indicator.verdict])
    return (plain(name), say(view, fact=indicator.fact), verdict, indicator_words(indicator))
