"""Middle and spread that one odd month cannot move."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

# Makes the median absolute deviation agree with the standard deviation where the data are normal.
NORMAL_CONSISTENCY = Decimal("1.4826")


def middle(values: Sequence[Decimal]) -> Decimal:
    """The median; zero of nothing."""
    if not values:
        return Decimal(0)
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def spread(values: Sequence[Decimal]) -> Decimal:
    """1.4826 times the median absolute deviation."""
    centre = middle(values)
    return NORMAL_CONSISTENCY * middle([abs(value - centre) for value in values])


def percentile(values: Sequence[int], per_cent: int) -> int:
    """The nearest-rank percentile of at least one value."""
    ordered = sorted(values)
    rank = -(-len(ordered) * per_cent // 100)
    return ordered[max(rank, 1) - 1]
