"""The figures and names of template sentences as placeholders: what a model may place, and what each one stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.narration.drafts import Direction
from advisory.narration.labels import label
from advisory.narration.views import NAMES, VIEWS
from advisory.narration.words import Sentence

KINDS: Mapping[str, str] = {
    "amount": "money",
    "size": "money",
    "change": "money",
    "percent": "ratio",
    "percent_size": "ratio",
    "number": "count",
    "rows": "count",
    "charges": "count",
    "points": "count",
    "points_size": "count",
    "times": "count",
    "months": "duration",
    "date": "date",
    "booked": "date",
    "last_day": "date",
    "month": "month",
    "span": "text",
}
# Differences of spending: money that leaves is negative, so a negative one means that more was spent.
MORE_IS_NEGATIVE = frozenset(
    {
        "spending_change", "spending_moved", "category_change", "category_moved", "category_excess", "payee_change",
        "payee_moved", "series_moved", "others_moved", "price_step", "tariff_more", "small_excess",
    }
)  # fmt: skip
MORE_IS_POSITIVE = frozenset(
    {"income_change", "health_change", "net_worth_change", "price_rise", "tariff_rise", "spending_change_ratio"}
)
MEASURED = ("amount", "size", "change", "percent", "percent_size", "points", "points_size")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One fact as one view shows it."""

    key: str
    fact: FactDraft
    view: str

    @property
    def is_name(self) -> bool:
        return self.view in NAMES

    @property
    def kind(self) -> str:
        return "name" if self.is_name else KINDS.get(self.view, "text")

    @property
    def text(self) -> str:
        """As the report prints it."""
        return VIEWS[self.view](self.fact)

    @property
    def label(self) -> str:
        return label(self.fact.metric, self.fact.params)

    @property
    def direction(self) -> Direction:
        return direction_of(self.fact) if self.view in MEASURED else "none"

    @property
    def value(self) -> str:
        """Plain: a decimal, an ISO date, a month, or the words themselves."""
        if self.kind == "date":
            return {"booked": self.fact.params.get("booked", ""), "date": self.fact.value}.get(
                self.view, self.fact.period.last_day.isoformat()
            )
        if self.kind == "month":
            return self.fact.period.start.isoformat()[:7]
        return self.text if self.kind in ("name", "text") else self.fact.value

    @property
    def unit(self) -> str:
        """The currency of money, 'count', 'ratio', 'months', or empty."""
        return {"money": self.fact.unit, "count": "count", "ratio": "ratio", "duration": "months"}.get(self.kind, "")


def direction_of(fact: FactDraft) -> Direction:
    """What happened to the figure, for differences only."""
    if fact.metric not in MORE_IS_NEGATIVE | MORE_IS_POSITIVE:
        return "none"
    value = Decimal(fact.value) * (-1 if fact.metric in MORE_IS_NEGATIVE else 1)
    return "up" if value > 0 else "down" if value < 0 else "same"


def placeholders_in(sentences: Iterable[Sentence], facts: Mapping[str, FactDraft]) -> tuple[Placeholder, ...]:
    """Every fact and view that the sentences show, each once, in the order of the words; f1, f2 ..."""
    found = dict.fromkeys((part.fact, part.view) for one in sentences for part in one.parts if part.fact)
    return tuple(Placeholder(f"f{place}", facts[fact], view) for place, (fact, view) in enumerate(found, 1))


def pattern_of(sentence: Sentence, placeholders: Iterable[Placeholder]) -> str:
    """The sentence with a placeholder where it shows a fact: '{{f1}} came in.'"""
    keys = {(one.fact.id, one.view): one.key for one in placeholders}
    return "".join(f"{{{{{keys[part.fact, part.view]}}}}}" if part.fact else part.text for part in sentence.parts)
