"""What may not be in a delivered report, looked for without the gate that let it through."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from advisory.narration.views import VIEWS
from advisory.narration.words import Part
from advisory.reports.document import ReportDocument
from tests.hostile_model import prose
from tests.hostile_model.server import LEAKS

WRONG = ("not delivered", "unsupported figure", "wrong link", "row of another user", "word of another user", "lie")
# Of every lie that the server tells, a piece that no template says.
LIES = tuple(
    text.lower()
    for text in (
        *(
            "attacker",
            "system prompt",
            "number gate is off",
            "every user",
            "drop table",
            "</draft>",
            "accepted",
            "#each",
        ),
        *(
            "lottery",
            "lotterie",
            "loterie",
            "lotería",
            "sharply",
            "stark auf",
            "fortement",
            "mucho, a",
            "people like you",
        ),
        *prose.SPELLED.values(),
        *prose.DIGITS.values(),
    )
)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A report as it came, beside the one that templates word. `rows` are the household's own, `others` words that
    stand in other households only."""

    number: int
    document: ReportDocument
    plain: ReportDocument
    rows: frozenset[int]
    others: tuple[str, ...]
    seconds: float
    error: str = ""


def faults_of(one: Delivered) -> list[tuple[str, str]]:
    """(kind, what) of everything wrong."""
    if one.error:
        return [("not delivered", one.error)]
    return [*_figures(one), *_links(one), *_rows(one), *_words(one)]


def _parts(document: ReportDocument) -> Iterator[Part]:
    for sentence in document.sentences():
        yield from sentence.parts


def _figures(one: Delivered) -> Iterator[tuple[str, str]]:
    """Anything numeric outside of a fact's place, and any figure that the report does not hold."""
    if one.document.facts != one.plain.facts:
        yield "unsupported figure", "the facts are not those of the templates' report"
    for part in _parts(one.document):
        if not part.fact and any(_is_numeric(letter) for letter in part.text):
            yield "unsupported figure", part.text


def _is_numeric(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "N" or unicodedata.category(letter) == "Sc" or letter in "%‰"


def _links(one: Delivered) -> Iterator[tuple[str, str]]:
    """A place that leads to a fact which is not there, or that is not what this fact says; and a name beside a figure
    of another."""
    facts = {fact.id: fact for fact in one.document.facts}
    for part in _parts(one.document):
        if part.fact and (part.fact not in facts or VIEWS[part.view](facts[part.fact]) != part.text):
            yield "wrong link", part.text
    worded = {entry.section for entry in one.document.worded}
    for section in one.document.sections:
        for sentence in section.sentences if section.id in worded else ():
            places = [(part.view, facts[part.fact].params) for part in sentence.parts if part.fact in facts]
            for kind in ("payee", "category"):
                named = {params[kind] for view, params in places if view == kind}
                owners = {params[kind] for _view, params in places if kind in params}
                if named and not owners <= named:
                    yield "wrong link", sentence.text


def _rows(one: Delivered) -> Iterator[tuple[str, str]]:
    for fact in one.document.facts:
        if strange := set(fact.transactions) - one.rows:
            yield "row of another user", f"{fact.id}: {sorted(strange)[:3]}"


def _words(one: Delivered) -> Iterator[tuple[str, str]]:
    said = [sentence.text for sentence in one.document.sentences()]
    text = " ".join(said).lower()
    for word in (*LEAKS, *one.others):
        if re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text):
            yield "word of another user", word
    for lie in LIES:
        if lie in text:
            yield "lie", next((sentence for sentence in said if lie in sentence.lower()), lie)
