"""One score out of what is known, and how sure it is.

Each pillar begins with a quarter, and within a pillar indicators weigh the same; what is missing is dropped and its
weight shared by all that is known. There is no score from too little: then the indicators stand for themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from random import Random

from advisory.analysis.facts import FactDraft
from advisory.analysis.groups import total
from advisory.analysis.health.bands import BANDS, PILLARS
from advisory.analysis.health.flows import recent_of
from advisory.analysis.health.indicator import Indicator, Sample, found
from advisory.analysis.scales import near_points
from advisory.analysis.study import Study

LEAST_DAYS = 60
DRAWS, SEED = 200, 20_240_229
LOW_END, HIGH_END = 10, 90
"""Per cent of the drawn scores: four in five lie in the range that is shown."""
TOO_SHORT = "A score needs sixty days of bookings up to the end of a full month. There are not that many yet."
NO_INCOME = "A score needs income. None was booked in the last full months."
TOO_FEW = "Fewer than half of the indicators have what they need. They are shown one by one."


@dataclass(frozen=True, slots=True)
class Pillar:
    """`score` is None where nothing in it is known; its weight is then 0."""

    key: str
    score: FactDraft | None
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """`fact`: 0 to 100 points, with the range `low` to `high` where it was asked for; None with a `reason` in words.

    `weights`: of the indicators that are known; they add up to one exactly. `known` of `possible` indicators that may
    enter a score.
    """

    fact: FactDraft | None
    low: FactDraft | None
    high: FactDraft | None
    pillars: tuple[Pillar, ...]
    weights: Mapping[str, Fraction]
    known: int
    possible: int
    reason: str = ""
    points: Mapping[str, FactDraft] = field(default_factory=dict)


def score_of(study: Study, indicators: Sequence[Indicator], *, has_range: bool = True) -> Score:
    scored = {one.key: one for one in indicators if one.points is not None}
    points = {key: one.points for key, one in scored.items() if one.points is not None}
    weights = weights_of(points)
    possible = sum(1 for one in indicators if BANDS[one.key].knots)
    reason = _reason(study, len(points), possible)
    pillars = tuple(_pillar(study, key, points, weights) for key in PILLARS)
    if reason:
        return Score(None, None, None, pillars, weights, len(points), possible, reason, points)
    fact = _weighted(study, "health_score", points, weights)
    low, high = _range(study, fact, scored, weights) if has_range else (None, None)
    return Score(fact, low, high, pillars, weights, len(points), possible, "", points)


def weights_of(points: Mapping[str, FactDraft]) -> dict[str, Fraction]:
    """Indicator -> its part of the whole: an even part of its pillar's quarter, shared out anew among what is known, so
    that a pillar of which little is known weighs less."""
    even = {key: Fraction(1, len(PILLARS) * _size_of(BANDS[key].pillar)) for key in points}
    whole = sum(even.values(), Fraction(0))
    return {key: part / whole for key, part in even.items()}


def _size_of(pillar: str) -> int:
    return sum(1 for band in BANDS.values() if band.pillar == pillar and band.knots)


def _reason(study: Study, known: int, possible: int) -> str:
    days = [share.booking_date for share in study.history.shares]
    if not days or (study.month.end - min(days)).days < LEAST_DAYS or not study.history.judged_months:
        return TOO_SHORT
    if not any(total(study.history.earned(month)) for month in recent_of(study)):
        return NO_INCOME
    return TOO_FEW if known * 2 < possible else ""


def _pillar(study: Study, pillar: str, points: Mapping[str, FactDraft], weights: Mapping[str, Fraction]) -> Pillar:
    own = {key: fact for key, fact in points.items() if BANDS[key].pillar == pillar}
    if not own:
        return Pillar(pillar, None, Fraction(0))
    even = {key: Fraction(1, len(own)) for key in own}
    score = _weighted(study, "health_pillar", own, even, pillar=pillar)
    return Pillar(pillar, score, sum((weights[key] for key in own), Fraction(0)))


def _weighted(
    study: Study, metric: str, points: Mapping[str, FactDraft], weights: Mapping[str, Fraction], **about: str
) -> FactDraft:
    named = {**about, "weights": " ".join(str(weights[key]) for key in points)}
    return study.book.derive(metric, "weighted@1", "points", study.month, inputs=list(points.values()), params=named)


def _range(
    study: Study, fact: FactDraft, scored: Mapping[str, Indicator], weights: Mapping[str, Fraction]
) -> tuple[FactDraft, FactDraft]:
    """Where the score lies when the months are drawn anew, with replacement, from those each indicator rests on
    (bootstrap, Efron). The same draw of months serves all indicators that look at as many; the seed is fixed."""
    drawn = sorted(_drawn_scores(scored, weights))
    shown = Decimal(fact.value)
    ends = drawn[len(drawn) * LOW_END // 100], drawn[len(drawn) * HIGH_END // 100 - 1]
    low, high = min(_tenths(ends[0]), shown), max(_tenths(ends[1]), shown)
    return _end(study, "health_score_low", low, fact), _end(study, "health_score_high", high, fact)


def _drawn_scores(scored: Mapping[str, Indicator], weights: Mapping[str, Fraction]) -> list[float]:
    chance = Random(SEED)  # noqa: S311 (draws for a range, nothing secret)
    sizes = sorted({len(one.sample.months) for one in scored.values() if one.sample})
    drawn = []
    for _ in range(DRAWS):
        places = {size: [chance.randrange(size) for _ in range(size)] for size in sizes}
        drawn.append(sum(float(weights[key]) * _again(one, places) for key, one in scored.items()))
    return drawn


def _again(one: Indicator, places: Mapping[int, Sequence[int]]) -> float:
    """The points of one indicator in the drawn months; its own where it does not rest on months."""
    assert one.points is not None
    own = float(one.points.value)
    sample: Sample | None = one.sample
    if sample is None:
        return own
    value = sample.measure([sample.months[place] for place in places[len(sample.months)]])
    return own if value is None else near_points(BANDS[one.key].knots, value)


def _tenths(value: float) -> Decimal:
    return Decimal(f"{value:.1f}")


def _end(study: Study, metric: str, value: Decimal, score: FactDraft) -> FactDraft:
    return found(study, metric, f"{value:.1f}", "points", period=study.month, inputs=(score,))
