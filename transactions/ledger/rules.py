"""The user's rules asked of rows, in their order: the first that sets a thing decides it, tags and notes add up.

A rule's condition always sees the row as it was before any rule. A rule that stops is the last one that is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import re2

from transactions.ledger.rules_actions import (
    Action,
    LinkTransfer,
    SetCategory,
    SetNote,
    SetPayee,
    SetStatus,
    SplitShares,
)
from transactions.ledger.search.facts import RowFacts, folded
from transactions.ledger.search.matching import Predicate, predicate
from transactions.ledger.search.nodes import And, FlagTest, Node, Or, TextTest, leaves
from transactions.ledger.search.patterns import options

PREFILTER_MEMORY = 64 << 20
SETS = {
    SetCategory: "category", SplitShares: "category", SetPayee: "payee", SetNote: "note", SetStatus: "status",
    LinkTransfer: "transfer",
}  # fmt: skip
"""Actions of which one row takes only the first. A split and a category both say what the row was for."""


@dataclass(frozen=True, slots=True)
class Rule:
    rule_id: int
    name: str
    condition: Node
    actions: tuple[Action, ...]
    stop: bool = False

    @property
    def category_id(self) -> int | None:
        return next((action.category_id for action in self.actions if isinstance(action, SetCategory)), None)


@dataclass(frozen=True, slots=True)
class Win:
    """An action that a row takes, and the rule that says so."""

    rule: Rule
    action: Action


@dataclass(frozen=True, slots=True)
class _Asked:
    place: int
    rule: Rule
    test: Predicate


@dataclass(frozen=True)
class CompiledRules:
    """Rules in their order. Those that need certain words are only asked of rows that hold one of them."""

    always: tuple[_Asked, ...]
    by_words: tuple[tuple[str, tuple[_Asked, ...]], ...]
    prefilter: Any = field(compare=False, repr=False)

    def all_matching(self, row: RowFacts) -> list[Rule]:
        """Every rule whose condition holds, in order, whether or not one before it stops."""
        found = {asked.place: asked.rule for asked in self.always if asked.test(row)}
        if self.by_words:
            text = row.folded_text
            if self.prefilter is None or self.prefilter.search(text) is not None:
                for words, several in self.by_words:
                    if words in text:
                        found |= {asked.place: asked.rule for asked in several if asked.test(row)}
        return [found[place] for place in sorted(found)]

    def matching(self, row: RowFacts) -> list[Rule]:
        """Those that take effect: up to and including the first that stops."""
        return until_stop(self.all_matching(row))

    def wins(self, row: RowFacts) -> list[Win]:
        return wins_of(self.matching(row))

    def category_for(self, row: RowFacts) -> Rule | None:
        """The rule that decides the row's category; None where none does, or where it splits the row instead."""
        win = next((win for win in self.wins(row) if SETS.get(type(win.action)) == "category"), None)
        return win.rule if win is not None and isinstance(win.action, SetCategory) else None


def until_stop(rules: Sequence[Rule]) -> list[Rule]:
    stop = next((at for at, rule in enumerate(rules) if rule.stop), len(rules))
    return list(rules[: stop + 1])


def wins_of(rules: Iterable[Rule]) -> list[Win]:
    taken: set[str] = set()
    found = []
    for rule in rules:
        for action in rule.actions:
            sets = SETS.get(type(action))
            if sets not in taken:
                found.append(Win(rule, action))
            if sets is not None:
                taken.add(sets)
    return found


def compile_rules(rules: Sequence[Rule]) -> CompiledRules:
    """To be made once for many rows."""
    always: list[_Asked] = []
    by_words: dict[str, list[_Asked]] = {}
    for place, rule in enumerate(rules):
        asked = _Asked(place, rule, predicate(rule.condition))
        needed = words_needed(rule.condition)
        if needed is None:
            always.append(asked)
        for words in needed or ():
            by_words.setdefault(words, []).append(asked)
    pairs = tuple((words, tuple(several)) for words, several in sorted(by_words.items()))
    return CompiledRules(tuple(always), pairs, _prefilter([words for words, _ in pairs]))


def words_needed(node: Node) -> frozenset[str] | None:
    """Folded texts of which a row must hold at least one to match; None where it need not."""
    match node:
        case TextTest(field=name, operator=operator) if operator != "regex" and name != "rule":
            return frozenset({folded(node.value)})
        case And(parts):
            known = [found for part in parts if (found := words_needed(part)) is not None]
            return min(known, key=len) if known else None
        case Or(parts):
            several = [words_needed(part) for part in parts]
            known = [found for found in several if found is not None]
            return frozenset().union(*known) if len(known) == len(several) else None
    return None


def _prefilter(words: Sequence[str]) -> Any:
    """One expression for all texts, which RE2 looks for in a single pass; None where they are too few or too many."""
    if len(words) < 2:
        return None
    wanted = options()
    wanted.case_sensitive = True
    wanted.max_mem = PREFILTER_MEMORY
    try:
        return re2.compile("|".join(re2.escape(each) for each in words), wanted)
    except re2.error:
        return None


def text_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that can be asked of a bare text and its direction, before there is a row."""
    return [rule for rule in rules if all(_is_about_text(leaf) for leaf in leaves(rule.condition))]


def _is_about_text(leaf: Node) -> bool:
    if isinstance(leaf, FlagTest):
        return leaf.flag in ("income", "expense")
    return isinstance(leaf, TextTest) and leaf.field == "text"
