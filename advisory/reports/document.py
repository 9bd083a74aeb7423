"""The report before it is a file: sentences, tables and charts that all point at facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advisory.analysis.facts import FactDraft
from advisory.narration.voice import Language
from advisory.narration.words import Sentence
from transactions.ledger.period import Period

# Of the file's shape, not of the month: a reader of the JSON knows by it what to expect.
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class Column:
    """`is_wide` takes the room the others leave."""

    title: str
    is_numeric: bool = False
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Cells are sentences, so that a figure in a table leads to its evidence like any other."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the size of a fact, and where it is known the figure it is held against."""

    label: str
    fact: FactDraft
    reference: FactDraft | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars from zero. `summary` says in words what there is to see; a table next to it holds the figures."""

    id: str
    title: str
    summary: str
    reference_title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of advice."""

    rule: str
    title: Sentence
    what: Sentence
    why: Sentence
    how: Sentence
    gain: Sentence
    effort: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of the few large figures at the top, and a smaller line below it."""

    label: str
    value: Sentence
    note: Sentence


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    sentences: tuple[Sentence, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    items: tuple[Item, ...] = ()

    def all_sentences(self) -> Iterator[Sentence]:
        yield from self.sentences
        for table in self.tables:
            for row in table.rows:
                yield from row
        for item in self.items:
            yield from (item.title, item.what, item.why, item.how, item.gain)

    def fact_ids(self) -> Iterator[str]:
        for sentence in self.all_sentences():
            yield from sentence.facts
        for chart in self.charts:
            for bar in chart.bars:
                yield bar.fact.id
                if bar.reference:
                    yield bar.reference.id


@dataclass(frozen=True, slots=True)
class Worded:
    """A section whose sentences a language model put into words, and which one."""

    section: str
    model: str


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """One month, or a longer period, in sections. `facts` holds every fact spoken of and all that these were made from;
    `earlier` the ids of those among them that are an earlier version's, taken over as they were stored; `worded` names
    the sections that templates did not word."""

    version: int
    month: Period
    currency: str
    is_partial: bool
    headline: Sentence
    key_figures: tuple[KeyFigure, ...]
    sections: tuple[Section, ...]
    facts: tuple[FactDraft, ...]
    language: Language = "en"
    worded: tuple[Worded, ...] = ()
    earlier: frozenset[str] = frozenset()

    def sentences(self) -> Iterator[Sentence]:
        yield self.headline
        for figure in self.key_figures:
            yield from (figure.value, figure.note)
        for section in self.sections:
            yield from section.all_sentences()
