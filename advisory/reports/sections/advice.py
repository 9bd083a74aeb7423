"""What to do first: at most five pieces, each with its reason, its way and its yearly gain."""

from __future__ import annotations

from collections.abc import Sequence

from advisory.analysis.advice.piece import Advice
from advisory.narration.advice import tell_advice
from advisory.narration.phrases import tell
from advisory.reports.document import Item, Section

TITLE = "What you could do"


def build(advice: Sequence[Advice]) -> Section:
    if not advice:
        return Section("advice", TITLE, (tell("advice.none"),))
    return Section("advice", TITLE, items=tuple(_item(piece) for piece in advice))


def _item(piece: Advice) -> Item:
    told = tell_advice(piece)
    return Item(piece.rule, told.title, told.what, told.why, told.how, told.gain, piece.effort)
