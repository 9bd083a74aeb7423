"""The words of what was noticed: a title and a sentence for each kind, every figure from a fact."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from advisory.analysis.facts import FactDraft
from advisory.narration.english import insights as english
from advisory.narration.german import insights as german
from advisory.narration.voice import PLAIN, Language, speaking, voice
from advisory.narration.words import Sentence, say

ByKind = Mapping[str, tuple[str, ...]]
TITLES: Mapping[Language, ByKind] = {"en": english.TITLES, "de": german.TITLES}
TEXTS: Mapping[Language, ByKind] = {"en": english.TEXTS, "de": german.TEXTS}


def insight_words(kind: str, facts: Mapping[str, FactDraft]) -> tuple[Sentence, Sentence]:
    """Title and text of one insight. KeyError for a kind that has no words."""
    return _first(TITLES[voice().language][kind], facts), _first(TEXTS[voice().language][kind], facts)


def insight_again(kind: str, kept: tuple[str, str], facts: Mapping[str, FactDraft]) -> tuple[Sentence, Sentence] | None:
    """Title and text of which only the English words were kept, perhaps cut short, in the language that is being
    spoken. None where these facts do not make the kept words, so that nothing is said of them that was not found."""
    try:
        with speaking(PLAIN):
            made = insight_words(kind, facts)
        if any(sentence.text[: len(words)] != words for sentence, words in zip(made, kept, strict=True)):
            return None
        return insight_words(kind, facts)
    except KeyError:
        return None


def _first(templates: tuple[str, ...], facts: Mapping[str, FactDraft]) -> Sentence:
    chosen = next((one for one in templates if slots(one) <= facts.keys()), templates[-1])
    return say(chosen, **facts)


def slots(template: str) -> set[str]:
    return {place.partition(".")[0] for _, place, _, _ in Formatter().parse(template) if place}
