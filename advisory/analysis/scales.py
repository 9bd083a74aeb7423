"""Scales that turn a value into points: straight lines between knots, flat beyond the first and the last."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

Knots = tuple[tuple[Decimal, Decimal], ...]
"""(value, points), values rising."""


def read_knots(text: str) -> Knots:
    """'0:40 0.2:80' as knots."""
    pairs = (knot.split(":") for knot in text.split())
    return tuple((Decimal(value), Decimal(points)) for value, points in pairs)


def points_at(knots: Sequence[tuple[Decimal, Decimal]], value: Decimal) -> Decimal:
    if value <= knots[0][0]:
        return knots[0][1]
    for (low, low_points), (high, high_points) in pairwise(knots):
        if value <= high:
            return low_points + (high_points - low_points) * (value - low) / (high - low)
    return knots[-1][1]


@lru_cache(maxsize=64)
def _floats(text: str) -> tuple[tuple[float, float], ...]:
    return tuple((float(value), float(points)) for value, points in read_knots(text))


def near_points(text: str, value: float) -> float:
    """The same on floats, for ranges that are drawn thousands of times; never for a figure that is shown."""
    knots = _floats(text)
    if value <= knots[0][0]:
        return knots[0][1]
    for (low, low_points), (high, high_points) in pairwise(knots):
        if value <= high:
            return low_points + (high_points - low_points) * (value - low) / (high - low)
    return knots[-1][1]
