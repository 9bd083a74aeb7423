"""What moved a line of spending, in words."""

from __future__ import annotations

from advisory.analysis.drivers import Line, main_effect
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence


def line_words(line: Line) -> Sentence:
    """Less or more, and which of count, mix and price moved it most; nothing of that where they pull against it."""
    if not line.change:
        return tell("drivers.same")
    way = "more" if line.change < 0 else "less"
    effect = main_effect(line)
    moved = {"count": line.count, "mix": line.mix, "price": line.price}[effect]
    said = tell(f"drivers.{way}", change=line.facts["change"])
    is_same_way = (moved < 0) == (line.change < 0)
    return Sentence((*said.parts, *tell(f"drivers.{effect}.{way}" if is_same_way else "drivers.end").parts))
