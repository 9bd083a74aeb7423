"""Sentences made of parts: fixed words, and figures, dates and names that each belong to one fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from advisory.analysis.facts import FactDraft
from advisory.narration.terms import term
from advisory.narration.views import CONTEXT, VIEWS


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence. `fact` and `view` are empty for fixed words."""

    text: str
    fact: str = ""
    view: str = ""

    @property
    def is_figure(self) -> bool:
        """Whether it is a computed figure that leads to its evidence; names and days only say what it is about."""
        return bool(self.fact) and self.view not in CONTEXT


@dataclass(frozen=True, slots=True)
class Sentence:
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts spoken of, each once, in the order of the words."""
        return tuple(dict.fromkeys(part.fact for part in self.parts if part.fact))


def say(template: str, **slots: FactDraft) -> Sentence:
    """Fill '{slot.view}' placeholders from facts. KeyError for a slot or view that is not there.

    Whatever a name contains, braces or markup, stays one part's text: names are never read as templates.
    """
    parts: list[Part] = []
    for words, place, _spec, _conversion in Formatter().parse(template):
        if words:
            parts.append(Part(words))
        if place is not None:
            parts.append(_filled(place, slots))
    return Sentence(tuple(parts))


def _filled(place: str, slots: Mapping[str, FactDraft]) -> Part:
    slot, _, view = place.partition(".")
    fact = slots[slot]
    return Part(VIEWS[view](fact), fact.id, view)


def plain(words: str) -> Sentence:
    """A sentence that speaks of no figure, given in English and said in the language that is being spoken."""
    return Sentence((Part(term(words)),)) if words else Sentence(())
