"""A piece of advice in words: the same sentences for the report, the page and the API."""

from __future__ import annotations

from dataclasses import dataclass

from advisory.analysis.advice.piece import Advice
from advisory.narration.english.advice import OWN_GAIN
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence


@dataclass(frozen=True, slots=True)
class Told:
    """Every sentence of one piece; `gain` says what a year could bring, or that nothing is promised."""

    title: Sentence
    what: Sentence
    why: Sentence
    how: Sentence
    gain: Sentence

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return (self.title, self.what, self.why, self.how, self.gain)


def tell_advice(piece: Advice) -> Told:
    """KeyError where a rule has no words or a figure they need is missing."""
    title, what, why, how = (tell(f"{piece.words}.{part}", **piece.figures) for part in ("title", "what", "why", "how"))
    return Told(title, what, why, how, _gain(piece))


def _gain(piece: Advice) -> Sentence:
    if piece.gain is None:
        return tell("advice.no_gain")
    slots = {"low": piece.gain.low, "mid": piece.gain.mid, "high": piece.gain.high}
    named = (f"{piece.words}.gain", f"advice.{piece.rule}.gain")
    key = next((one for one in named if one in OWN_GAIN), "advice.gain")
    return tell(key, **slots)
