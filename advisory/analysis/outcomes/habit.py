"""Whether a habit really changed: the weeks after an advice against the forecast that was frozen when it was accepted.

Two looks, after a quarter and after half a year. At each, two figures are held against what chance alone would bring
when weeks change places (a permutation test over the own past and the weeks since): what was spent, and how large a
purchase was. The smaller of the two decides, which is paid for by asking the same of every permutation (Westfall and
Young, 1993). Looking twice is paid for too: the stated p is the one a single look would have to show, so that "proven"
is p < .1 whenever it is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random
from typing import Any

from advisory.analysis.outcomes.weeks import Weeks

LOOKS: Mapping[int, float] = {13: 3.5, 26: 12.0}
"""Weeks after which the test is made -> what its p is multiplied with. .1 / 3.5 + .1 / 12 = .037 for both together:
real weeks are less alike than a permutation believes, and the rest of one in twenty is theirs."""
PROVEN_P = 0.1
LEAST_EFFECT = 0.08
"""A gap below this part of the forecast is not called a change, however sure it is."""
MEASURABLE = 0.16
"""Above this noise of a look nothing is called proven: a fifth less could not be told from luck."""
LEAST_AGAINST_LAST_YEAR = 0.04
"""As far below the same weeks of last year, where they are known: spending falls every January by itself."""
FIXED_PRICE = 0.02
"""Below this spread purchases have one price, and only how many there are can tell of a change."""
A_YEAR = 52
CLEAR = 3.0
"""Unless the gap is so many times the noise: fees that have stopped are no luck."""
RECENT = 13
FEWEST_WEEKS = 26
DRAWS = 1000
STEIN = 2.0


@dataclass(frozen=True, slots=True)
class Look:
    """`gap` in minor units, positive = less than forecast; `p` already pays for both looks; `noise`: relative;
    `is_below_last_year`: true as well where last year is not known."""

    gap: float
    expected: float
    p: float
    noise: float
    is_below_last_year: bool = True

    @property
    def is_proven(self) -> bool:
        is_clear = self.is_less and self.noise <= max(MEASURABLE, self.gap / self.expected / CLEAR)
        return is_clear and self.is_below_last_year and self.p < PROVEN_P

    @property
    def is_less(self) -> bool:
        return self.gap >= LEAST_EFFECT * self.expected > 0


def levels(sums: Sequence[int]) -> tuple[float, float]:
    """The usual week before the last quarter, and the one to expect from now on.

    The last quarter is believed as far as it stands out of its own noise (positive-part James-Stein shrinkage towards
    the time before): what was a chance goes back by itself and is nobody's saving, what has settled does not.
    """
    before, recent = sums[:-RECENT], sums[-RECENT:]
    if len(before) < RECENT:
        mean = sum(sums) / len(sums)
        return mean, mean
    first, last = _mean(before), _mean(recent)
    spread = sum((one - first) ** 2 for one in before) + sum((one - last) ** 2 for one in recent)
    noise = spread / (len(sums) - 2) * (1 / len(before) + 1 / len(recent))
    step = _without_season(sums, last - first, last)
    return first, first + (max(0.0, 1 - STEIN * noise / step**2) * step if step else 0.0)


def _without_season(sums: Sequence[int], step: float, last: float) -> float:
    """As much of the step as the same quarter of last year did not have: every December is dear."""
    start = len(sums) - RECENT - A_YEAR
    if start < 0:
        return step
    against = last - _mean(sums[start : start + RECENT])
    return min(step, max(0.0, against)) if step > 0 else max(step, min(0.0, against))


def look(past: Mapping[str, Any], after: Weeks, weeks: int) -> Look:
    """The first so many weeks after acceptance against the frozen ones (`Weeks.as_json`)."""
    sums: list[int] = list(past["sums"])
    first, level = levels(sums)
    old = [one - first for one in sums[:-RECENT]] + [one - level for one in sums[-RECENT:]]
    new = [one - level for one in after.sums[:weeks]]
    pool = [*new, *old]
    logs = [*after.logs[:weeks], *past["logs"]]
    counts = [*after.counts[:weeks], *past["counts"]]
    usual = sum(logs) / max(sum(counts), 1)
    sizes = [one - usual * count for one, count in zip(logs, counts, strict=True)]
    if _spread(sizes, counts) < FIXED_PRICE:
        sizes = [0.0] * len(sizes)
    p = _smaller_p(pool, sizes, counts, weeks)
    noise = _noise(old, sizes, counts, level, weeks)
    below = _is_below_last_year(sums, after.sums[:weeks], level)
    return Look(-sum(new), level * weeks, min(1.0, p * LOOKS[weeks]), noise, below)


def _is_below_last_year(past: Sequence[int], after: Sequence[int], level: float) -> bool:
    """Against the expected week times what these weeks were of a year a year ago; true where no year is known."""
    if len(past) < A_YEAR + RECENT:
        return True
    start = len(past) - A_YEAR
    usual = _mean(past[start - RECENT : start - RECENT + A_YEAR])
    season = _mean(past[start : start + len(after)]) / usual if usual else 1.0
    return _mean(after) <= (1 - LEAST_AGAINST_LAST_YEAR) * level * season


def _smaller_p(pool: Sequence[float], sizes: Sequence[float], counts: Sequence[int], weeks: int) -> float:
    """The share of permutations in which the smaller of both p is as small as in the order that came."""
    dice = Random(f"{len(pool)}:{weeks}")  # noqa: S311 (the same rows must give the same p)
    places = range(len(pool))
    drawn = [list(range(weeks)), *(dice.sample(places, weeks) for _ in range(DRAWS - 1))]
    spent = [sum(pool[place] for place in chosen) for chosen in drawn]
    large = [
        sum(sizes[place] for place in chosen) / sqrt(max(sum(counts[place] for place in chosen), 1)) for chosen in drawn
    ]
    smaller = [min(pair) for pair in zip(_ranks(spent), _ranks(large), strict=True)]
    return sum(one <= smaller[0] for one in smaller) / len(smaller)


def _ranks(values: Sequence[float]) -> list[int]:
    """How many values are not above each; near-equal floats count as equal."""
    rounded = [round(one, 6) for one in values]
    ordered = sorted(rounded)
    above: dict[float, int] = {one: place for place, one in enumerate(ordered, start=1)}
    return [above[one] for one in rounded]


def _noise(old: Sequence[float], sizes: Sequence[float], counts: Sequence[int], level: float, weeks: int) -> float:
    """How uncertain the sum of so many weeks, or the mean size of a purchase in them, is by itself."""
    if level <= 0:
        return 1.0
    by_sum = sqrt(sum(one**2 for one in old) / len(old) / weeks) / level
    spread = _spread(sizes, counts)
    by_size = spread / sqrt(max(sum(counts) / len(counts) * weeks, 1))
    return min(by_sum, by_size) if spread >= FIXED_PRICE else by_sum


def _spread(sizes: Sequence[float], counts: Sequence[int]) -> float:
    """Of the logarithm of a purchase around what its payee usually takes."""
    purchases = sum(counts)
    return sqrt(sum(one**2 for one in sizes) / purchases) if purchases else 0.0


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)
