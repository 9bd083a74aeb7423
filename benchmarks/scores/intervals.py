"""95 % intervals: Wilson for shares of independent cases, bootstrap by household for everything else."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np

Z = 1.959964
DRAWS = 1000


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Bounds of a share of independent cases; (0, 1) without any case."""
    if not total:
        return 0.0, 1.0
    share, extra = hits / total, Z * Z / total
    centre = (share + extra / 2) / (1 + extra)
    half = Z / (1 + extra) * sqrt(share * (1 - share) / total + extra / total / 4)
    return max(0.0, centre - half), min(1.0, centre + half)


def by_household(parts: Sequence[float], wholes: Sequence[float]) -> tuple[float, float]:
    """Bounds of sum(parts) / sum(wholes), drawing whole households: the cases of one are not independent."""
    if not wholes or sum(wholes) == 0:
        return 0.0, 1.0
    above, below = np.asarray(parts, dtype=float), np.asarray(wholes, dtype=float)
    drawn = np.random.default_rng(len(parts)).integers(0, len(parts), (DRAWS, len(parts)))
    sums = below[drawn].sum(axis=1)
    ratios = above[drawn].sum(axis=1)[sums > 0] / sums[sums > 0]
    low, high = np.quantile(ratios, [0.025, 0.975])
    return float(low), float(high)
