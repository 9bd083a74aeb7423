"""Rule on labels: a figure is spoken of as what its label says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advisory.narration.drafts.clauses import Clause
from advisory.narration.drafts.comparing import compares
from advisory.narration.drafts.flows import flow_complaints
from advisory.narration.drafts.meanings import (
    COUNTABLE,
    THINGS_COUNTED,
    concepts_in,
    is_difference,
    label_concepts,
    label_text,
)
from advisory.narration.drafts.reading import Reading
from advisory.narration.drafts.surroundings import Surroundings, surroundings_of
from advisory.narration.drafts.told_categories import GRAMMAR, category_complaints
from advisory.narration.drafts.verdicts import GateFact

WORDLESS = frozenset(("name", "text", "date", "month"))
SPANS_OF_TIME = frozenset(("duration", "days", "months"))
MONEY_WORDS = frozenset(("out", "in", "saved", "owed", "balance", "fee", "interest", "refund", "limit"))
NUMBER_OF = re.compile(r" (?:the number|die zahl|anzahl|le nombre|el numero) (?:\S+ ){1,5}$")
BUDGET_IS = re.compile(
    r" (?:\w*budget|presupuesto) (?:\S+ ){0,4}(?:is|was|of|von|betraegt|betrug|liegt bei|est de|etait de|"
    r"es de|era de|fue de) $"
)


def label_reasons(reading: Reading, clauses: Sequence[Clause]) -> Iterator[str]:
    for clause in clauses:
        for place, (_, fact) in enumerate(clause.all_facts):
            if fact.kind not in WORDLESS:
                around = surroundings_of(reading, clause, place)
                for complaint in _complaints(reading, fact, around):
                    yield f'label: "{fact.label}" is {complaint}'


def _complaints(reading: Reading, fact: GateFact, around: Surroundings) -> Iterator[str]:
    if fact.kind == "count":
        yield from _money_for_count(fact, around)
    elif fact.kind in SPANS_OF_TIME:
        yield from _money_for_time(around)
    else:
        yield from flow_complaints(fact, around)
    if fact.kind == "money":
        yield from _count_for_money(fact, around)
    yield from category_complaints(reading, fact, around)
    if is_difference(fact.label, around.language) and not compares(around.clause, around.language):
        yield "a difference, spoken of as a whole"


def _money_for_count(fact: GateFact, around: Surroundings) -> Iterator[str]:
    language = around.language
    if COUNTABLE[language].search(around.left) or COUNTABLE[language].search(around.right):
        return
    if set(label_text(fact.label, language).split()) - GRAMMAR & set(around.right.split()[:1]):
        return
    if (concepts_in(around.left + around.right, language) | concepts_in(around.clause, language)) & MONEY_WORDS:
        yield "a count, not money"


def _money_for_time(around: Surroundings) -> Iterator[str]:
    verb = " " + " ".join(around.left.split()[-2:]) + " "
    if concepts_in(verb, around.language) & {"out", "owed", "fee"}:
        yield "a span of time, not money"


def _count_for_money(fact: GateFact, around: Surroundings) -> Iterator[str]:
    if NUMBER_OF.search(around.left):
        yield "money, not a number of things"
    if BUDGET_IS.search(around.left) and "budget" not in label_concepts(fact.label, around.language):
        yield "no budget"
    if THINGS_COUNTED[around.language].match(around.right):
        yield "money, not a count"
