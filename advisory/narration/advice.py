"""A piece of advice in words: the same sentences for the report, the page and the API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisory.analysis.facts import FactDraft
from advisory.narration.english.advice import ADVICE_PHRASES, OWN_GAIN
from advisory.narration.phrases import tell
from advisory.narration.voice import PLAIN, speaking
from advisory.narration.words import Sentence

if TYPE_CHECKING:  # the rules bring their engines along, which the web process does without
    from advisory.analysis.advice.piece import Advice

PARTS = ("title", "what", "why", "how")


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
    gain = piece.gain
    bounds = {"low": gain.low, "mid": gain.mid, "high": gain.high} if gain else {}
    return _told(piece.rule, piece.words, piece.figures, bounds)


def advice_again(
    rule: str, kept: Mapping[str, str], figures: Mapping[str, FactDraft], bounds: Mapping[str, FactDraft]
) -> Told | None:
    """A piece of which only the English words were kept, in the language that is being spoken.

    `kept`: words by part, perhaps cut short; `bounds`: the gain's low, mid and high, none where no money is promised.
    A rule has several wordings: it is the one that makes the kept words from these very figures. None where none does,
    as with the words of another version or a figure that is gone.
    """
    try:
        words = next((one for one in _wordings(rule) if _makes(one, kept, figures)), None)
        return _told(rule, words, figures, bounds) if words else None
    except KeyError:
        return None


def _wordings(rule: str) -> Iterator[str]:
    whole, variants = f"advice.{rule}.title", f"advice.{rule}."
    for key in ADVICE_PHRASES:
        if key == whole or (key.startswith(variants) and key.endswith(".title")):
            yield key.removesuffix(".title")


def _makes(words: str, kept: Mapping[str, str], figures: Mapping[str, FactDraft]) -> bool:
    try:
        with speaking(PLAIN):
            told = {part: tell(f"{words}.{part}", **figures).text for part in PARTS}
    except KeyError:
        return False
    return all(told[part][: len(kept[part])] == kept[part] for part in PARTS)


def _told(rule: str, words: str, figures: Mapping[str, FactDraft], bounds: Mapping[str, FactDraft]) -> Told:
    title, what, why, how = (tell(f"{words}.{part}", **figures) for part in PARTS)
    return Told(title, what, why, how, _gain(rule, words, bounds))


def _gain(rule: str, words: str, bounds: Mapping[str, FactDraft]) -> Sentence:
    if not bounds:
        return tell("advice.no_gain")
    named = (f"{words}.gain", f"advice.{rule}.gain")
    key = next((one for one in named if one in OWN_GAIN), "advice.gain")
    return tell(key, **bounds)
