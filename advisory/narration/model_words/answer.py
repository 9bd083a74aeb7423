"""A model's answer: judged by the gate, held against what its names belong to, and filled from the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from advisory.narration.drafts import GateFact, judge
from advisory.narration.drafts.placeholders import PLACEHOLDER as PLACE
from advisory.narration.model_words.brief import Brief
from advisory.narration.model_words.placeholders import Placeholder, pattern_of
from advisory.narration.views import CONTEXT
from advisory.narration.words import Part, Sentence

BETWEEN = re.compile(r"(?<=[.!?])\s+")
MOST_SENTENCES = 16
LONGEST_SENTENCE = 400
STEM = 4
ENDS = (".", "!", "?")
UNIT_WORDS: Mapping[str, tuple[str, ...]] = {
    "rows": ("transaction", "transactions", "buchung", "buchungen"),
    "charges": ("charge", "charges", "abbuchung", "abbuchungen"),
    "points": ("point", "points", "punkt", "punkte", "punkten"),
    "points_size": ("point", "points", "punkt", "punkte", "punkten"),
    "months": ("month", "months", "monat", "monate", "monaten"),
    "months_full": ("month", "months", "monat", "monate", "monaten"),
    "times": ("time", "times", "mal"),
}


def sentences_of(lines: Sequence[str]) -> tuple[str, ...]:
    """One each: a model may hand over several sentences as one."""
    return tuple(sentence for line in lines for sentence in BETWEEN.split(" ".join(line.split())) if sentence)


def gate_facts(brief: Brief) -> dict[str, GateFact]:
    """What the gate holds a draft against: always the whole truth, whatever the model was told of it."""
    return {one.key: GateFact(one.label, one.kind, one.value, one.unit, one.direction) for one in brief.placeholders}


def refused_for(sentences: Sequence[str], brief: Brief) -> tuple[str, ...]:
    """Why these sentences may not be shown; empty where they may."""
    shape = tuple(_misshapen(sentences))
    if shape:
        return shape
    by_key = {one.key: one for one in brief.placeholders}
    own = (
        reason
        for sentence in sentences
        for reason in (*_misplaced(sentence, by_key), *_unborne(sentence, brief, by_key))
    )
    return (*judge(" ".join(sentences), gate_facts(brief), brief.need).reasons, *own)


def _misshapen(sentences: Sequence[str]) -> Iterator[str]:
    if not sentences:
        yield "empty: there is no sentence"
    if len(sentences) > MOST_SENTENCES:
        yield f"shape: more than {MOST_SENTENCES} sentences"
    for sentence in sentences:
        if len(sentence) > LONGEST_SENTENCE:
            yield f"shape: a sentence of more than {LONGEST_SENTENCE} characters"
        elif not sentence.endswith(ENDS):
            yield f"shape: {sentence!r} does not end like a sentence"


def _misplaced(sentence: str, by_key: Mapping[str, Placeholder]) -> Iterator[str]:
    """A figure beside somebody else's name, two names of one kind in a sentence, a unit said twice."""
    placed = [by_key[key] for key in PLACE.findall(sentence) if key in by_key]
    named: dict[str, set[str]] = {}
    for one in placed:
        if one.is_name:
            named.setdefault(one.view, set()).add(one.fact.params[one.view])
    for kind, names in named.items():
        if len(names) > 1:
            yield f"label: {sentence!r} names more than one {kind}"
        for one in placed:
            owner = one.fact.params.get(kind)
            if owner is not None and owner not in names:
                yield f"label: {{{{{one.key}}}}} belongs to another {kind} than the one named beside it"
    yield from _said_twice(sentence, by_key)


def _unborne(sentence: str, brief: Brief, by_key: Mapping[str, Placeholder]) -> Iterator[str]:
    """A sentence about no figure, unless the template says it too; a figure without a word of its label or template.

    What nothing is said of can be true of nothing: an instruction, a story, an advice of the model's own.
    """
    patterns = [pattern_of(one, brief.placeholders) for one in brief.sentences]
    if sentence in sentences_of(patterns):
        return
    figures = [key for key in PLACE.findall(sentence) if key in by_key and by_key[key].view not in CONTEXT]
    if not figures:
        yield f"idle: {sentence!r} speaks of no figure"
    words = stems(sentence)
    for key in figures:
        own = stems(by_key[key].label).union(*(stems(one) for one in patterns if key in PLACE.findall(one)))
        if not words & own:
            yield f"label: {sentence!r} calls {{{{{key}}}}} by no word of its label"


def stems(text: str) -> frozenset[str]:
    """The beginnings of its longer words: "spending" and "spends" are one."""
    return frozenset(word[:STEM].casefold() for word in re.findall(r"[^\W\d_]{4,}", PLACE.sub(" ", text)))


def _said_twice(sentence: str, by_key: Mapping[str, Placeholder]) -> Iterator[str]:
    pieces = PLACE.split(sentence)
    for key, words in pairwise(pieces[1:]):
        units = UNIT_WORDS.get(by_key[key].view, ()) if key in by_key else ()
        follows = re.match(r"\W*(\w*)", words)
        if follows and follows[1].lower() in units:
            yield f"label: {{{{{key}}}}} brings its unit along; {follows[1]!r} says it again"


def filled(sentence: str, by_key: Mapping[str, Placeholder]) -> Sentence:
    """The sentence with every placeholder as its fact's view shows it. KeyError for one that is not there."""
    pieces = PLACE.split(sentence)
    parts = []
    for place, piece in enumerate(pieces):
        if place % 2:
            one = by_key[piece]
            parts.append(Part(one.text, one.fact.id, one.view))
        elif piece:
            parts.append(Part(piece))
    return Sentence(tuple(parts))
