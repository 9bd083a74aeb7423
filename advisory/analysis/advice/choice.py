"""Which advice is given: risks that are red first, then by likely gain, at most five, no money promised twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advisory.analysis.advice.piece import Advice
from advisory.analysis.advice.safety import buffer, data_gaps
from advisory.analysis.advice.savings import bank_fees, dear_categories, double_charges, price_rises
from advisory.analysis.health import Indicator
from advisory.analysis.recurring import RecurringSeries
from advisory.analysis.study import Study

MOST_SHOWN = 5
RED = 3


def advise(study: Study, known: Sequence[RecurringSeries], health: Sequence[Indicator]) -> list[Advice]:
    """The month's advice in the order it should be read."""
    candidates = [
        *price_rises(study, known),
        *double_charges(study),
        *bank_fees(study),
        *dear_categories(study),
        *buffer(study, health),
        *data_gaps(study),
    ]
    return choose(candidates)


def choose(candidates: Iterable[Advice]) -> list[Advice]:
    """Stronger first. A piece that claims a row already claimed is dropped whole: its gain would count twice."""
    chosen: list[Advice] = []
    claimed: set[int] = set()
    for advice in sorted(candidates, key=_rank):
        if not advice.claims & claimed and len(chosen) < MOST_SHOWN:
            claimed |= advice.claims
            chosen.append(advice)
    return chosen


def _rank(advice: Advice) -> tuple[object, ...]:
    """A red risk before all; then gains by their likely size; then what only makes the picture better."""
    return (
        advice.urgency < RED,
        -advice.weight,
        -advice.urgency,
        advice.rule,
        sorted(f.id for f in advice.figures.values()),
    )
