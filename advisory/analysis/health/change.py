"""Why the score moved: the change since the month before, and what each indicator adds to it, to the last tenth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from advisory.analysis.facts import FactDraft
from advisory.analysis.formulas import contribution
from advisory.analysis.health.assess import Assessment
from advisory.analysis.health.score import Score
from advisory.analysis.settle import settled
from advisory.analysis.study import Study

TENTHS = 10


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """`fact`: points against the month before, None where one of the two has no score. `contributions` by indicator,
    of every one that was known in either month; as shown they add up to the change as shown."""

    fact: FactDraft | None = None
    contributions: Mapping[str, FactDraft] = field(default_factory=dict)


def change_between(now: Assessment, before: Assessment) -> ScoreChange:
    study = now.study
    score, earlier = now.score.fact, before.score.fact
    if score is None or earlier is None:
        return ScoreChange()
    fact = study.difference("health_change", score, earlier)
    keys = sorted(now.score.points.keys() | before.score.points.keys())
    moves = [_Move.of(key, now.score, before.score) for key in keys]
    centre = (Fraction(score.value) + Fraction(earlier.value)) / 2
    exact = [TENTHS * move.adds(centre) for move in moves]
    shown = settled(exact, int(Fraction(fact.value) * TENTHS))
    return ScoreChange(
        fact,
        {
            move.key: _contribution(study, move, (score, earlier), tenths - (part // 1))
            for move, part, tenths in zip(moves, exact, shown, strict=True)
        },
    )


@dataclass(frozen=True, slots=True)
class _Move:
    """An indicator that was unknown in one of the months brings or takes only its weight: it did not move itself."""

    key: str
    now: FactDraft
    before: FactDraft
    weight: Fraction
    weight_before: Fraction

    @classmethod
    def of(cls, key: str, score: Score, earlier: Score) -> _Move:
        one, other = score.points.get(key), earlier.points.get(key)
        now, before = one or other, other or one
        assert now is not None
        assert before is not None
        return cls(key, now, before, score.weights.get(key, Fraction(0)), earlier.weights.get(key, Fraction(0)))

    def adds(self, centre: Fraction) -> Fraction:
        return contribution(
            Fraction(self.now.value), Fraction(self.before.value), centre, self.weight, self.weight_before
        )


def _contribution(study: Study, move: _Move, scores: tuple[FactDraft, FactDraft], rounding: int) -> FactDraft:
    named = {
        "indicator": move.key,
        "weight": str(move.weight),
        "weight_before": str(move.weight_before),
        "rounding": f"{rounding / TENTHS:.1f}",
    }
    return study.book.derive(
        "health_contribution",
        "contribution@1",
        "points",
        study.month,
        inputs=(move.now, move.before, *scores),
        params=named,
    )
