"""Which sentences of a report a model may put into other words, and the report with them put in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from advisory.analysis.facts import FactDraft
from advisory.narration.gate import assert_words_carry_only_facts
from advisory.narration.model_words.answer import filled, refused_for, sentences_of
from advisory.narration.model_words.brief import Brief
from advisory.narration.model_words.placeholders import pattern_of, placeholders_in
from advisory.narration.voice import Voice, speaking
from advisory.narration.words import Part, Sentence
from advisory.reports.document import ReportDocument, Section, Worded

# A forecast's doubt, a score's reason, an advice and what the report rests on are for words that somebody weighed: no
# gate sees that a "very likely" went missing.
WORDED = ("summary", "spending", "changes", "recurring", "movements")
# A section with more to say than this is a list, which no model tells better.
MOST_PLACEHOLDERS = 24


def briefs(document: ReportDocument) -> Iterator[Brief]:
    """What may be put into other words, section by section."""
    facts = {fact.id: fact for fact in document.facts}
    for section in document.sections:
        if section.id in WORDED and (brief := brief_of(section, facts)):
            yield brief


def brief_of(section: Section, facts: Mapping[str, FactDraft]) -> Brief | None:
    """None where it says no figure that a model may say again, or too many."""
    sentences = tuple(sentence for sentence in section.sentences if _may_be_reworded(section, sentence, facts))
    placeholders = placeholders_in(sentences, facts)
    if not placeholders or len(placeholders) > MOST_PLACEHOLDERS:
        return None
    return Brief(section.id, section.title, sentences, placeholders)


def _may_be_reworded(section: Section, sentence: Sentence, facts: Mapping[str, FactDraft]) -> bool:
    """Whether it is about a figure, and the gate would let a model say the very same: a rank, a "twice" or another
    claim that no label bears is the template's alone."""
    if not any(part.is_figure for part in sentence.parts):
        return False
    placeholders = placeholders_in((sentence,), facts)
    alone = Brief(section.id, section.title, (sentence,), placeholders)
    return not refused_for(sentences_of([pattern_of(sentence, placeholders)]), alone)


Outline = list[dict[str, Any]]


def outline_of(document: ReportDocument) -> Outline:
    """What a model would be told the sections from, as plain data: [{section, title, sentences: [[text, fact, view]]}].
    With the facts it makes the briefs again, without the engines."""
    with speaking(Voice(document.language)):
        return [
            {
                "section": brief.section,
                "title": brief.title,
                "sentences": [[[part.text, part.fact, part.view] for part in one.parts] for one in brief.sentences],
            }
            for brief in briefs(document)
        ]


def briefs_of(outline: Outline, facts: Mapping[str, FactDraft]) -> Iterator[Brief]:
    """The briefs that the outline was made of. KeyError for a fact that is not there."""
    for one in outline:
        sentences = tuple(Sentence(tuple(Part(*part) for part in parts)) for parts in one["sentences"])
        yield Brief(one["section"], one["title"], sentences, placeholders_in(sentences, facts))


def put_into_words(brief: Brief, sentences: Sequence[str]) -> tuple[Sentence, ...]:
    """The accepted sentences filled from the facts. UnprovenWordsError where one holds a figure of its own."""
    by_key = {one.key: one for one in brief.placeholders}
    facts = {one.fact.id: one.fact for one in brief.placeholders}
    said = tuple(filled(sentence, by_key) for sentence in sentences)
    for sentence in said:
        assert_words_carry_only_facts(sentence, facts)
    return said


def reworded(document: ReportDocument, worded: Mapping[str, tuple[str, Brief, tuple[Sentence, ...]]]) -> ReportDocument:
    """The report with what the briefs hold in other words: {section id: (model, brief, sentences)}. Its other
    sentences, tables, charts, advice and facts are untouched. UnprovenWordsError as above."""
    if not worded:
        return document
    sections = tuple(_with_words(one, *worded[one.id][1:]) if one.id in worded else one for one in document.sections)
    notes = tuple(Worded(one.id, worded[one.id][0]) for one in sections if one.id in worded)
    made = replace(document, sections=sections, worded=notes)
    facts = {fact.id: fact for fact in made.facts}
    for sentence in made.sentences():
        assert_words_carry_only_facts(sentence, facts)
    return made


def _with_words(section: Section, brief: Brief, said: tuple[Sentence, ...]) -> Section:
    """In the place of the first sentence that they stand for."""
    first = section.sentences.index(brief.sentences[0])
    rest = [one for one in section.sentences[first:] if one not in brief.sentences]
    return replace(section, sentences=(*section.sentences[:first], *said, *rest))
