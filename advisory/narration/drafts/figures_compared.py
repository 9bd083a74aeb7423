"""Two figures of one sentence held against each other bear a comparison by how large they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from advisory.narration.drafts.clauses import Clause
from advisory.narration.drafts.verdicts import GateFact, decimal_of

AGAINST: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:than|from|against|compared (?:with|to)|versus) (?:(?!@)\S+ ){0,3}(@\d+@) "),
    "de": re.compile(r" (?:als|gegenueber|statt|verglichen mit|von) (?:(?!@)\S+ ){0,3}(@\d+@) "),
    "fr": re.compile(r" (?:que|qu'|contre|au lieu de|par rapport a) (?:(?!@)\S+ ){0,3}(@\d+@) "),
    "es": re.compile(r" (?:que|de|frente a|contra|en lugar de|respecto a) (?:(?!@)\S+ ){0,3}(@\d+@) "),
}


def way_compared(start: int, end: int, clause: Clause, before: Sequence[Clause], language: str) -> str:
    """What `{{a}}, far more than the {{b}} you normally pay` comes to: up, down or same; empty where the word from
    `start` to `end` does not stand between two figures of one kind and unit that tell no change themselves."""
    facts = dict(clause.facts)
    other = AGAINST[language].match(clause.text, end)
    one = _figure_before(start, clause, before)
    if one is None or other is None or other[1] not in facts:
        return ""
    return _way(one, facts[other[1]])


def _figure_before(start: int, clause: Clause, before: Sequence[Clause]) -> GateFact | None:
    left = [fact for mark, fact in clause.facts if clause.text.index(mark) < start]
    left = left or [fact for one in before if one.sentence == clause.sentence for _, fact in one.facts]
    return left[-1] if left else None


def _way(one: GateFact, other: GateFact) -> str:
    left, right = decimal_of(one.value), decimal_of(other.value)
    alike = one.kind == other.kind and one.unit == other.unit and {one.direction, other.direction} == {"none"}
    if left is None or right is None or not alike:
        return ""
    return "up" if abs(left) > abs(right) else "down" if abs(left) < abs(right) else "same"
