"""What somebody who is not the user says about texts, as shares of categories."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
BROAD = 8  # power of the cosine: shops of a kind count; its cube lets only the same shop count


@dataclass(frozen=True, slots=True, eq=False)
class Opinion:
    """`sharp` and `broad` (texts, labels): shares by close and by loose likeness; `prior` (labels,), all sum to 1."""

    labels: tuple[str, ...]
    sharp: Doubles
    broad: Doubles
    prior: Doubles


def smoothed(weights: NDArray[np.floating], prior: Doubles, strength: float) -> Doubles:
    """Shares of each row, drawn to the prior by `strength` rows."""
    counted = np.asarray(weights, dtype=np.float64)
    return np.asarray((counted + strength * prior) / (counted.sum(axis=1, keepdims=True) + strength))
