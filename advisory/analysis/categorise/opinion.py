"""What the shipped model says about texts, as shares of the user's categories."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
BROAD = 8  # power of the cosine: shops of a kind count


@dataclass(frozen=True, slots=True, eq=False)
class Opinion:
    """(texts, labels) shares: `plain` as the names are understood by all, `broad` as the user's rows bend them; `prior`
    (labels,). All sum to 1."""

    labels: tuple[str, ...]
    plain: Doubles
    broad: Doubles
    prior: Doubles


def smoothed(weights: NDArray[np.floating], prior: Doubles, strength: float) -> Doubles:
    """Shares of each row, drawn to the prior by `strength` rows."""
    counted = np.asarray(weights, dtype=np.float64)
    return np.asarray((counted + strength * prior) / (counted.sum(axis=1, keepdims=True) + strength))
