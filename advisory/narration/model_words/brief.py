"""What is told of one section at one privacy level: labels, directions and ids, and no more than the level lets out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from advisory.narration.labels import label
from advisory.narration.model_words.levels import Level, band
from advisory.narration.model_words.placeholders import Placeholder, pattern_of
from advisory.narration.model_words.scrub import scrubbed_name
from advisory.narration.views import CONTEXT, NAMES
from advisory.narration.voice import Language, voice
from advisory.narration.words import Sentence

Json = dict[str, Any]

SPOKEN: Mapping[Language, str] = {"en": "English", "de": "German"}

# Currencies and kinds of services are words of ours; everything else in a fact may be a word of the user's.
OURS = frozenset({"currency", "kind", "indicator", "pillar"})
READS: Mapping[str, str] = {
    "rows": "a number and the word transactions",
    "charges": "a number and the word charges",
    "points": "a number and the word points",
    "points_size": "a number and the word points",
    "months": "a number and the word months",
    "times": "a number and the word times",
    "number": "a bare number",
    "percent": "a number with its per cent sign",
    "percent_size": "a number with its per cent sign",
    "change": "an amount with its sign and currency",
    "amount": "an amount with its currency",
    "size": "an amount with its currency",
    "span": "a span of months",
}


@dataclass(slots=True)
class Names:
    """One token for each name, the same throughout a report: payee_1, category_2."""

    level: Level
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, kind: str, name: str) -> str:
        """What goes out instead of the name; the scrubbed name itself at the level that sends names."""
        if kind in OURS:
            return name
        if self.level == Level.FULL:
            return scrubbed_name(name)
        number = 1 + sum(1 for known, _ in self.tokens if known == kind)
        return self.tokens.setdefault((kind, name), f"{kind}_{number}")

    def label(self, one: Placeholder) -> str:
        params = {
            key: self.of(key, str(value)) for key, value in one.fact.params.items() if key in NAMES or key in OURS
        }
        return label(one.fact.metric, params)


@dataclass(frozen=True, slots=True)
class Brief:
    """A section as a model is told of it. `sentences` are the template's, `placeholders` all that these show."""

    section: str
    title: str
    sentences: tuple[Sentence, ...]
    placeholders: tuple[Placeholder, ...]

    @property
    def need(self) -> tuple[str, ...]:
        """All of it: a model may say it in other words, it may not leave anything out."""
        return tuple(one.key for one in self.placeholders)

    def told(self, names: Names) -> Json:
        """What leaves, as plain data."""
        return {
            "section": self.title,
            "write_in": SPOKEN[voice().language],
            "placeholders": [_told(one, names) for one in self.placeholders],
            "must_use": list(self.need),
            "plain_version": [pattern_of(sentence, self.placeholders) for sentence in self.sentences],
        }


def _told(one: Placeholder, names: Names) -> Json:
    shape: Json = {"id": one.key, "kind": one.kind}
    if one.is_name:
        return shape | {"label": f"The {one.view}", "is": names.of(one.view, one.fact.params[one.view])}
    shape |= {"label": names.label(one), "unit": one.unit, "direction": one.direction}
    if one.view in READS:
        shape["reads"] = READS[one.view]
    if names.level == Level.BANDS and one.view not in CONTEXT and one.kind in ("money", "count", "ratio", "duration"):
        shape["about"] = _about(one)
    if names.level == Level.FULL:
        shape["value"] = one.text
    return shape


def _about(one: Placeholder) -> str:
    value = Decimal(one.fact.value)
    return f"{band(value * 100)} per cent" if one.kind == "ratio" else band(value)
