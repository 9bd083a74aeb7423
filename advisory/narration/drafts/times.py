"""Rule on time: a figure is told of the month, against the measure and for the span that its label names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from advisory.narration.drafts.comparing import compares
from advisory.narration.drafts.label_reading import label_text
from advisory.narration.drafts.meanings import is_difference
from advisory.narration.drafts.surroundings import Surroundings
from advisory.narration.drafts.verdicts import GateFact

MONTHS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "en": {
        "this": re.compile(r" (?:(?:this|current) month(?:'s)?|so far this month) "),
        "last": re.compile(
            r" (?:(?:last|previous|prior|preceding) month(?:'s)?|(?:the )?month (?:before|prior)|"
            r"a month (?:ago|earlier)) "
        ),
        "usual": re.compile(
            r" (?:usual(?:ly)?|normal(?:ly)?|typical(?:ly)?|average|ordinary|ordinarily|customary|are used to) "
        ),
    },
    "de": {
        "this": re.compile(r" (?:dies\w* monats?|laufend\w* monats?|aktuell\w* monats?) "),
        "last": re.compile(
            r" (?:(?:letzt|vorig|vergangen|vorangegangen)\w* monats?|vormonat\w*|"
            r"monats? (?:davor|zuvor)) "
        ),
        "usual": re.compile(r" (?:ueblich\w*|normal\w*|gewoehnlich\w*|sonst|gewohnt\w*|typisch\w*|durchschnitt\w*) "),
    },
    "fr": {
        "this": re.compile(r" (?:ce mois(?: ci)?|mois (?:en cours|courant|actuel)) "),
        "last": re.compile(r" mois (?:dernier|precedent|passe|d' avant|d'avant) "),
        "usual": re.compile(
            r" (?:habitu\w*|d'habitude|l'habitude|normale?(?:ment)?|ordinaire|d'ordinaire|moyenne|coutume) "
        ),
    },
    "es": {
        "this": re.compile(r" (?:este mes|mes (?:en curso|actual|corriente)) "),
        "last": re.compile(r" mes (?:pasado|anterior|previo) "),
        "usual": re.compile(r" (?:habitual\w*|normal(?:mente)?|de costumbre|usual\w*|tipic\w*|promedio|de siempre) "),
    },
}
"""Three answers to `when`: the month told of, the one before it, and what is usual."""
SPANS: Mapping[str, re.Pattern[str]] = {
    "day": re.compile(
        r" (?:a|per|each|every|am|pro|jeden|par|chaque|al|por|cada) (?:day|tag|jour|dia) | (?:daily|taeglich) "
    ),
    "week": re.compile(
        r" (?:a|per|each|every|in der|die|pro|jede|par|chaque|a la|por|cada) (?:week|woche|semaine|semana) |"
        r" (?:weekly) "
    ),
    "month": re.compile(
        r" (?:a|per|each|every|im|pro|jeden|par|chaque|al|por|cada) (?:month|monat|mois|mes) |"
        r" (?:monthly|monatlich\w*|mensuel\w*|mensual\w*|monatspreis|monatskosten) "
    ),
    "year": re.compile(
        r" (?:a|per|each|every|im|pro|jedes|par|chaque|al|por|cada|in a|en un) (?:year|jahr|an|ano) |"
        r" (?:yearly|annual(?:ly)?|jaehrlich\w*|annuel\w*|anual\w*) "
    ),
}
"""For how long a figure counts, told right behind it."""
BEHIND = re.compile(r"^ (?:a|per|each|every|am|im|in der|pro|par|al|a la|cada|chaque) \S+ ")


def time_complaints(fact: GateFact, around: Surroundings) -> Iterator[str]:
    """Where a label names no month, measure or span, a draft may name any."""
    own = _said(fact.label, around.language)
    told = {name for name, pattern in MONTHS[around.language].items() if pattern.search(around.clause)}
    if is_difference(fact.label, around.language):
        measures = {"last", "usual"}
        if len(own & measures) == 1 and told & measures and not told & own:
            yield "held against something else"
    elif own & {"this", "last"} and "usual" not in own:
        beside = f"{around.left}@{around.first_part}"  # `This month, ...` stands before a comma and holds behind it
        near = {name for name, pattern in MONTHS[around.language].items() if pattern.search(beside)}
        if own == {"last"} and "this" in near and "last" not in told:
            yield "of another month"
        if own == {"this"} and "last" in near and "this" not in told and not compares(around.clause, around.language):
            yield "of another month"
    yield from _other_span(fact, around)


def _other_span(fact: GateFact, around: Surroundings) -> Iterator[str]:
    spans, behind = _spans(fact.label, around.language), BEHIND.match(around.right)
    said = {name for name, pattern in SPANS.items() if behind and pattern.search(behind[0])}
    if spans and said and not said & spans:
        yield "for another span of time"


def _said(label: str, language: str) -> set[str]:
    tongues = {language, "en"}
    return {
        name
        for tongue in tongues
        for name, pattern in MONTHS[tongue].items()
        if pattern.search(label_text(label, tongue))
    }


def _spans(label: str, language: str) -> set[str]:
    texts = [label_text(label, tongue) for tongue in (language, "en")]
    return {name for name, pattern in SPANS.items() if any(pattern.search(text) for text in texts)}
