"""What a rule hands over: a proposal with its reasons as facts, and the rows whose money it lays claim to."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from advisory.analysis.facts import FactDraft
from advisory.analysis.study import Study

Effort = Literal["minutes", "an hour", "a habit"]


@dataclass(frozen=True, slots=True)
class Gain:
    """What a year could bring: rounded down, never a promise."""

    low: FactDraft
    mid: FactDraft
    high: FactDraft


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice. `figures` are the facts its words need, by the name the words use.

    `claims` are the transactions whose money the gain counts: no other piece may count them again.
    `urgency` lifts a risk above every gain; a risk has no gain of its own.
    """

    rule: str
    figures: dict[str, FactDraft]
    effort: Effort
    gain: Gain | None = None
    claims: frozenset[int] = frozenset()
    confidence: Decimal = Decimal(1)
    urgency: int = 0
    about: dict[str, str] = field(default_factory=dict)

    @property
    def weight(self) -> Decimal:
        return Decimal(self.gain.mid.value) * self.confidence if self.gain else Decimal(0)


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
