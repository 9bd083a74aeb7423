"""The user's own rules: the first enabled rule whose text occurs in a row decides its category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transactions.ledger.words import fold


@dataclass(frozen=True, slots=True)
class Rule:
    """`contains` is looked for anywhere in the row's text, without regard to case and accents."""

    rule_id: int
    contains: str
    category_id: int


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """Rules in the order in which they are asked, with their texts folded once."""

    folded: tuple[tuple[str, Rule], ...]

    def first(self, text: str) -> Rule | None:
        if not self.folded:
            return None
        haystack = " ".join(fold(text).split())
        return next((rule for needle, rule in self.folded if needle in haystack), None)


def compile_rules(rules: Sequence[Rule]) -> CompiledRules:
    """Rules with an empty text are left out: they would take every row."""
    folded = ((" ".join(fold(rule.contains).split()), rule) for rule in rules)
    return CompiledRules(tuple((needle, rule) for needle, rule in folded if needle))
