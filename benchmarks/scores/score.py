"""One measured figure with everything needed to judge it, and the setting it is measured in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from benchmarks.scores.households.build import Household, household

TEST_SEEDS = tuple(range(1, 61))
"""Frozen: only the published score reads them. Whoever builds a detector looks at 1000-1999 instead."""

QUICK_SEEDS = TEST_SEEDS[:10]


class Unit(StrEnum):
    SHARE = "share"
    RATIO = "ratio"
    COUNT = "count"
    SECONDS = "s"
    MEGABYTES = "MB"


@dataclass(frozen=True, slots=True)
class Target:
    """The bounds a figure has to keep, both included; None = unbounded on that side."""

    at_least: float | None = None
    at_most: float | None = None

    def is_met_by(self, value: float) -> bool:
        return (self.at_least is None or value >= self.at_least) and (self.at_most is None or value <= self.at_most)

    def fall(self, before: float, now: float) -> float:
        """How much worse `now` is than `before`, seen from the bounds; negative where it got better."""
        return self._distance(now) - self._distance(before)

    def _distance(self, value: float) -> float:
        """Towards the wrong side; between two bounds every value is as good as another."""
        if self.at_least is not None and self.at_most is not None:
            return max(self.at_least - value, value - self.at_most, 0.0)
        if self.at_least is not None:
            return -value
        return value if self.at_most is not None else 0.0


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a simpler rule reaches on the same data. `name` says which rule."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Score:
    """`key` is stable ("series.precision"); `data` names what it was measured on, `n` counts what `value` is a share
    or mean of (`counted` says what they are); `low` and `high` bound a 95 % interval. `value` is None where it could
    not be measured, and `note` says why.
    """

    key: str
    name: str
    value: float | None
    n: int
    data: str
    counted: str = "rows"
    unit: Unit = Unit.SHARE
    low: float | None = None
    high: float | None = None
    target: Target | None = None
    baselines: tuple[Baseline, ...] = ()
    note: str = ""

    @property
    def is_missed(self) -> bool:
        return self.value is not None and self.target is not None and not self.target.is_met_by(self.value)


def unmeasured(key: str, name: str, why: str, *, data: str = "", target: Target | None = None) -> Score:
    return Score(key, name, None, 0, data, target=target, note=why)


@dataclass(frozen=True, slots=True)
class Setting:
    """What to measure on. `corpus` is the folder of real data, None where none was given."""

    seeds: tuple[int, ...] = TEST_SEEDS
    corpus: Path | None = None
    is_quick: bool = False

    @property
    def data(self) -> str:
        return f"{len(self.seeds)} generated households"

    def households(self, *, months: int = 24, has_anomalies: bool = True) -> Iterable[Household]:
        for seed in self.seeds:
            yield household(seed, months=months, has_anomalies=has_anomalies)

    def real(self, *parts: str) -> Path | None:
        """A file of the folder of real data, None where the folder or the file is missing."""
        path = self.corpus.joinpath(*parts) if self.corpus else None
        return path if path and path.exists() else None
