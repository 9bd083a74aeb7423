"""What moved a line of spending, in words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from advisory.analysis.facts import FactDraft
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence

if TYPE_CHECKING:
    from advisory.analysis.drivers import Line

EFFECTS = ("count", "mix", "price")
"""Of effects that are alike the first one is named."""


def line_words(line: Line) -> Sentence:
    effects = {effect: Decimal(getattr(line, effect)) for effect in EFFECTS}
    return effect_words(Decimal(line.change), effects, line.facts["change"])


def effect_words(change: Decimal, effects: Mapping[str, Decimal], fact: FactDraft) -> Sentence:
    """Less or more, and which of count, mix and price moved it most; nothing of that where they pull against it.
    Negative is more spent; `fact` is the change."""
    if not change:
        return tell("drivers.same")
    way = "more" if change < 0 else "less"
    effect = max(EFFECTS, key=lambda name: abs(effects[name]))
    said = tell(f"drivers.{way}", change=fact)
    is_same_way = (effects[effect] < 0) == (change < 0)
    return Sentence((*said.parts, *tell(f"drivers.{effect}.{way}" if is_same_way else "drivers.end").parts))
