"""One row changes: all figures that stand on it are out of date, and no other. On facts as they are stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from advisory.analysis.engine import Analysis
from benchmarks.scores.households.build import Household
from benchmarks.scores.ready import set_up_django
from benchmarks.scores.score import Score, Target

if TYPE_CHECKING:  # models need Django set up first
    from advisory.models import Fact

ROWS = 25


@dataclass(slots=True)
class Dependence:
    """`judged`: figures looked at, over all changed rows; `wrong`: said to be out of date and are not, or the reverse.
    `touched`: those that are."""

    judged: int = 0
    touched: int = 0
    wrong: int = 0

    def add(self, other: Dependence) -> None:
        self.judged += other.judged
        self.touched += other.touched
        self.wrong += other.wrong

    def score(self, data: str) -> Score:
        return Score(
            "stale", "Figures rightly out of date or not after one row has changed",
            (self.judged - self.wrong) / max(1, self.judged), self.judged, data, "figures", target=Target(at_least=1.0),
            note=f"{self.touched:,} of them stand on the changed row",
        )  # fmt: skip


def dependence_of(home: Household, analysis: Analysis) -> Dependence:
    """Some rows, one after the other, are changed or deleted; what the app says of each figure is held against what
    stands on the row by the ids it names."""
    set_up_django()
    from accounts.models import User
    from advisory.selectors.facts import Grounds, is_stale
    from advisory.services.facts import fact_row

    owner = User(pk=1)
    ids = [row.id for row in home.rows.rows]
    states = dict.fromkeys(ids, "1")
    facts = {draft.id: fact_row(owner, draft, states) for draft in analysis.facts}
    found = Dependence()
    for pk in Random(home.seed).sample(ids, min(ROWS, len(ids))):
        after = {**states, pk: "2"} if pk % 2 else {other: state for other, state in states.items() if other != pk}
        grounds = Grounds(facts, {}, after)
        for fact in facts.values():
            should = stands_on(fact, pk, facts)
            found.judged += 1
            found.touched += should
            found.wrong += is_stale(fact, grounds) != should
    return found


def stands_on(fact: Fact, pk: int, facts: Mapping[str, Fact]) -> bool:
    return pk in fact.transaction_ids or any(stands_on(facts[one], pk, facts) for one in fact.inputs)
