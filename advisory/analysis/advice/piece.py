"""What a rule hands over: a proposal with its reasons as facts, the rows it claims, and how it is proven."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from advisory.analysis.facts import FactDraft
from advisory.analysis.study import Study

Effort = Literal["minutes", "an hour", "a habit"]
LONGEST_KEY = 120
RED = 3
"""The urgency that comes before every gain."""
COOL_DOWN_DAYS = 90


@dataclass(frozen=True, slots=True)
class Gain:
    """What a year could bring: rounded down, never a promise."""

    low: FactDraft
    mid: FactDraft
    high: FactDraft


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something the rows do not say. `value`: decimal text, empty where nobody knows it; `unit`: ratio, months, count
    or a currency; `source`: user, default (stated here) or found (read from the rows)."""

    key: str
    value: str
    unit: str
    source: str = "default"
    is_editable: bool = True

    def as_json(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "value": self.value,
            "unit": self.unit,
            "source": self.source,
            "is_editable": self.is_editable,
        }


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How it is seen whether the advice was followed. `kind`: the judge in `analysis.outcomes`; `watch`: plain JSON
    with everything that judge needs to know of the time before, so that nothing later can change it."""

    kind: str
    metric: str
    window_days: int
    watch: Mapping[str, Any] = field(default_factory=dict)
    baseline: FactDraft | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "metric": self.metric,
            "baseline_fact": self.baseline.id if self.baseline else "",
            "window_days": self.window_days,
            "watch": dict(self.watch),
        }


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice. `figures` are the facts its words need, by the name the words use.

    `subject`: what it is about, in words that small changes of figures do not touch. `claims` are the transactions
    whose money the gain counts: no other piece may count them again; `again` makes the piece without some of them, None
    where nothing is left. `confidence` is that of the data times that of the deed. `urgency` lifts a risk above every
    gain; a risk has no gain of its own. `variant` picks the words where a rule has several.
    """

    rule: str
    figures: Mapping[str, FactDraft]
    effort: Effort
    gain: Gain | None = None
    claims: frozenset[int] = frozenset()
    confidence: Decimal = Decimal(1)
    urgency: int = 0
    subject: str = ""
    variant: str = ""
    assumptions: tuple[Assumption, ...] = ()
    follow_up: FollowUp | None = None
    cool_down_days: int = COOL_DOWN_DAYS
    again: Callable[[frozenset[int]], Advice | None] | None = field(default=None, compare=False, repr=False)

    @property
    def weight(self) -> Decimal:
        return Decimal(self.gain.mid.value) * self.confidence if self.gain else Decimal(0)

    @property
    def key(self) -> str:
        """The same for the same advice in every run."""
        plain = f"{self.rule}:{self.subject}"
        if len(plain) <= LONGEST_KEY:
            return plain
        return f"{self.rule}:{hashlib.sha256(plain.encode()).hexdigest()}"

    @property
    def words(self) -> str:
        """The name under which narration keeps its sentences."""
        return f"advice.{self.rule}.{self.variant}" if self.variant else f"advice.{self.rule}"

    @property
    def is_question(self) -> bool:
        """It only asks for something that is needed to judge: never more than one at a time."""
        return self.variant == "ask"


def yearly_gain(study: Study, rule: str, base: FactDraft, factors: tuple[str, str, str], **params: str) -> Gain:
    """Three yearly figures from one base: the base times a factor each, rounded down to the currency's unit."""
    low, mid, high = (
        study.book.derive(
            f"gain_{name}",
            "yearly-gain@1",
            base.unit,
            study.month,
            inputs=(base,),
            params={**params, "rule": rule, "factor": factor},
        )
        for name, factor in zip(("low", "mid", "high"), factors, strict=True)
    )
    return Gain(low, mid, high)


def sureness(data: float | str, deed: str) -> Decimal:
    """How sure the figures are times how likely the deed brings them; two places, so that noise changes nothing."""
    return (Decimal(str(data)) * Decimal(deed)).quantize(Decimal("0.01"))
