"""Every sentence a report can say, found by its key in the language that is being spoken."""

from __future__ import annotations

from collections.abc import Mapping

from advisory.analysis.facts import FactDraft
from advisory.narration.english import advice as english_advice
from advisory.narration.english import periods as english_periods
from advisory.narration.english import phrases as english
from advisory.narration.german import advice as german_advice
from advisory.narration.german import periods as german_periods
from advisory.narration.german import phrases as german
from advisory.narration.voice import Language, voice
from advisory.narration.wordings import Wordings, as_tuple
from advisory.narration.words import Sentence, say

PHRASES: Mapping[Language, Mapping[str, Wordings]] = {
    "en": {**english.PHRASES, **english_advice.ADVICE_PHRASES, **english_periods.PERIOD_PHRASES},
    "de": {**german.PHRASES, **german_advice.ADVICE_PHRASES, **german_periods.PERIOD_PHRASES},
}


FIXED: Mapping[Language, Mapping[str, str]] = {"en": english.FIXED, "de": german.FIXED}


def phrase(key: str) -> str:
    """One wording of this key, chosen by the voice. KeyError for a key without words."""
    speaker = voice()
    return speaker.choose(key, as_tuple(PHRASES[speaker.language][key]))


def tell(key: str, **slots: FactDraft) -> Sentence:
    """The sentence of this key, filled from facts."""
    return say(phrase(key), **slots)


def fixed(key: str, **words: str) -> str:
    """A phrase that speaks of no figure, filled from other fixed words."""
    return FIXED[voice().language][key].format(**words)
