"""Bands from a line's own past errors (conformal prediction): no distribution is assumed, and the past hit rate is
kept.

A band of level .8 reaches as far as four in five past errors at that horizon did. The level is adapted to how often
the band held (Gibbs and Candès, adaptive conformal inference), so that it holds .8 of the time for every user, not on
average over all. Everything rolls over origins, oldest first: an entry is what was known at that origin.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisory.analysis.forecasts.lines import Floats

LEVEL = 0.8
ENOUGH = 10
"""Own errors from which on nothing is borrowed."""
LOWEST, HIGHEST = 0.5, 0.97
FURTHEST = 0.99


@dataclass(frozen=True, slots=True)
class Rule:
    """How errors become a band.

    `lag`: origins until the outcome of one is known. `first`: place of the first origin with a band. `prior`: equally
    likely absolute errors in units of the scale, for histories with too few of their own. `newest`: own errors that
    count. `pace` of the adapting. `overlap`: neighbouring errors that say the same, 1 where windows do not overlap:
    so many fewer count, and the band reaches further.
    """

    lag: int
    first: int
    prior: Floats
    newest: int = 24
    pace: float = 0.1
    overlap: float = 1.0


def adapted(errors: Floats, scales: Floats, rule: Rule) -> Floats:
    """Half widths by origin, NaN before the first band. `errors`: absolute, of the origins whose outcome is known;
    `scales` one an origin, what the prior is measured in.
    """
    level, reach = LEVEL, np.full(len(scales), np.nan)
    for place in range(rule.first, len(scales)):
        known = min(len(errors), max(0, place - rule.lag + 1))
        if known and not np.isnan(reach[known - 1]):
            has_missed = errors[known - 1] > reach[known - 1]
            level = min(HIGHEST, max(LOWEST, level + rule.pace * (has_missed - (1 - LEVEL))))
        own = errors[max(0, known - rule.newest) : known]
        borrowed = (
            rule.prior[_spread(ENOUGH - len(own), len(rule.prior))] * scales[place] if len(own) < ENOUGH else own[:0]
        )
        worth = len(own) / rule.overlap + len(borrowed)
        reach[place] = quantile(np.concatenate([own, borrowed]), _widened(level, len(own) + len(borrowed), worth))
    return reach


def coverage(errors: Floats, reach: Floats) -> tuple[int, int]:
    """(bands that held, bands with a known outcome)"""
    known = ~np.isnan(reach[: len(errors)])
    return int((errors[known] <= reach[: len(errors)][known]).sum()), int(known.sum())


def quantile(errors: Floats, level: float) -> float:
    """The conformal quantile of absolute errors, interpolated: with n errors the place (n + 1) level. Where that lies
    beyond the largest error, half a step further out for every place.
    """
    ordered = np.sort(errors)
    place = level * (len(ordered) + 1) - 1
    if place >= len(ordered) - 1:
        return float(ordered[-1] * (1 + (place - len(ordered) + 1) / 2))
    if place <= 0:
        return float(ordered[0])
    below = int(place)
    share = place - below
    return float(ordered[below] * (1 - share) + ordered[below + 1] * share)


def _widened(level: float, count: int, worth: float) -> float:
    """The level at which `count` errors that say as much as `worth` give (worth + 1) / worth of what is wanted."""
    if worth >= count:
        return level
    least = max(2.0, worth)
    return min(FURTHEST, level * (least + 1) / least * count / (count + 1))


def _spread(count: int, among: int) -> list[int]:
    """`count` places of the prior, evenly over it."""
    return [int((number + 0.5) * among / count) for number in range(count)]
