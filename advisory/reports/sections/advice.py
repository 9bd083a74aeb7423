"""What to do first: at most five pieces, each with its reason, its way and its yearly gain."""

from __future__ import annotations

from collections.abc import Sequence

from advisory.analysis.advice.piece import Advice, Gain
from advisory.narration.phrases import PHRASES, tell
from advisory.narration.words import Sentence
from advisory.reports.document import Item, Section

TITLE = "What you could do"


def build(advice: Sequence[Advice]) -> Section:
    if not advice:
        return Section("advice", TITLE, (tell("advice.none"),))
    return Section("advice", TITLE, items=tuple(_item(piece) for piece in advice))


def _item(piece: Advice) -> Item:
    key = f"advice.{piece.rule}{'.silent' if piece.about.get('kind') == 'silent' else ''}"
    title, what, why, how = (tell(f"{key}.{part}", **piece.figures) for part in ("title", "what", "why", "how"))
    return Item(piece.rule, title, what, why, how, _gain(piece.rule, piece.gain), piece.effort)


def _gain(rule: str, gain: Gain | None) -> Sentence:
    if gain is None:
        return tell("advice.no_gain")
    own = f"advice.{rule}.gain"
    return tell(own if own in PHRASES else "advice.gain", low=gain.low, mid=gain.mid, high=gain.high)
