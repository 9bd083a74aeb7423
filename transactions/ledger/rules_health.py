"""Which rules do nothing, and which contradict each other, judged by the rows that there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from transactions.ledger.rules import SETS, Rule, until_stop, wins_of

MOST_CONFLICTS = 50


@dataclass(frozen=True, slots=True)
class Shadowed:
    """A rule that matches rows and never gets to do anything, because `by` is asked first."""

    rule: Rule
    by: Rule
    matches: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two rules that want different things of the same rows; `first` has its way. `about`: category, payee, note,
    status or transfer."""

    first: Rule
    second: Rule
    about: str
    rows: int


@dataclass(frozen=True, slots=True)
class RulesHealth:
    """`matches`: rule id -> rows whose condition holds, whether or not it takes effect."""

    rows: int
    matches: dict[int, int]
    never_matching: list[Rule]
    shadowed: list[Shadowed]
    conflicts: list[Conflict]


def rules_health(rules: Sequence[Rule], rows: Iterable[Sequence[Rule]]) -> RulesHealth:
    """`rows`: for every row the rules whose condition holds, in order (`CompiledRules.all_matching`)."""
    by_id = {rule.rule_id: rule for rule in rules}
    matches: Counter[int] = Counter()
    effects: Counter[int] = Counter()
    blockers: defaultdict[int, Counter[int]] = defaultdict(Counter)
    conflicts: Counter[tuple[int, int, str]] = Counter()
    count = 0
    # Few different combinations of rules meet on very many rows.
    for matching, times in Counter(tuple(rule.rule_id for rule in row) for row in rows).items():
        count += times
        found = [by_id[pk] for pk in matching]
        asked = until_stop(found)
        acting = {win.rule.rule_id for win in wins_of(asked)}
        for rule in found:
            matches[rule.rule_id] += times
            if rule.rule_id in acting:
                effects[rule.rule_id] += times
            else:
                blockers[rule.rule_id][_blocker(rule, asked).rule_id] += times
        for key in _conflicts(asked):
            conflicts[key] += times
    return RulesHealth(
        rows=count,
        matches={rule.rule_id: matches[rule.rule_id] for rule in rules},
        never_matching=[rule for rule in rules if not matches[rule.rule_id]],
        shadowed=[
            Shadowed(rule, by_id[blockers[rule.rule_id].most_common(1)[0][0]], matches[rule.rule_id])
            for rule in rules
            if matches[rule.rule_id] and not effects[rule.rule_id]
        ],
        conflicts=[
            Conflict(by_id[first], by_id[second], about, times)
            for (first, second, about), times in conflicts.most_common(MOST_CONFLICTS)
        ],
    )


def _blocker(rule: Rule, asked: Sequence[Rule]) -> Rule:
    """The rule that stops before this one, or else the first that decides what this one would."""
    if rule not in asked:
        return asked[-1]
    wants = {SETS.get(type(action)) for action in rule.actions}
    return next(other for other in asked if wants & {SETS.get(type(action)) for action in other.actions})


def _conflicts(asked: Sequence[Rule]) -> Iterable[tuple[int, int, str]]:
    for first, second in combinations(asked, 2):
        one, other = _decisions(first), _decisions(second)
        for about in sorted(one.keys() & other.keys()):
            if one[about] != other[about]:
                yield first.rule_id, second.rule_id, about


def _decisions(rule: Rule) -> dict[str, object]:
    found: dict[str, object] = {}
    for action in rule.actions:
        about = SETS.get(type(action))
        if about is not None:
            found.setdefault(about, action)
    return found
