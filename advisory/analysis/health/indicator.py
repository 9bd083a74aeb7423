"""One indicator: its fact, what it is made of, its points, and how it would come out in other months."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.health.bands import BANDS, Verdict, verdict_of
from advisory.analysis.study import Study
from transactions.ledger.period import Period

Figures = tuple[float, ...]
Measure = Callable[[Sequence[Figures]], float | None]
VERSION = "health@2"


@dataclass(frozen=True, slots=True)
class Sample:
    """The months an indicator rests on, each as a tuple of floats, and how it is measured from such tuples; None where
    it cannot be. Only the range of the score is made of it, never a figure that is shown."""

    months: tuple[Figures, ...]
    measure: Measure


@dataclass(frozen=True, slots=True)
class Indicator:
    """`missing` says in plain words what it would need. `points` 0 to 100, None where it does not enter the score.

    A value with the verdict none is told without a judgement.
    """

    key: str
    verdict: Verdict
    fact: FactDraft | None = None
    support: tuple[FactDraft, ...] = ()
    missing: str = ""
    points: FactDraft | None = None
    sample: Sample | None = None


def judged(
    study: Study, key: str, fact: FactDraft, support: tuple[FactDraft, ...], sample: Sample | None = None
) -> Indicator:
    """With the points and the verdict that its band gives the value."""
    return given_points(key, fact, support, points_of(study, key, fact), sample)


def points_of(study: Study, key: str, fact: FactDraft, knots: str = "") -> FactDraft:
    named = {"knots": knots or BANDS[key].knots, "indicator": key}
    return study.book.derive("health_points", "points@1", "points", fact.period, inputs=(fact,), params=named)


def given_points(
    key: str, fact: FactDraft, support: tuple[FactDraft, ...], points: FactDraft, sample: Sample | None = None
) -> Indicator:
    return Indicator(key, verdict_of(Decimal(points.value)), fact, support, points=points, sample=sample)


def found(
    study: Study, metric: str, value: str, unit: str, *, period: Period, inputs: Sequence[FactDraft], **about: str
) -> FactDraft:
    """A figure that only this engine can find in the figures below it."""
    stated = {**about, "engine": VERSION, "found": value}
    return study.book.derive(metric, "found@1", unit, period, inputs=inputs, params=stated)


def missing(key: str, what: str) -> Indicator:
    return Indicator(key, "none", missing=what)
