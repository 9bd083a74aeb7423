"""Figures of a learning curve: how often right, how honest the confidence, how much is answered at a precision."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
BINS = 10


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """Rows that were asked about: `right`, the `confidence` stated, and the `user` of each."""

    right: NDArray[np.bool_]
    confidence: Doubles
    user: NDArray[np.str_]

    def by_user(self) -> tuple[list[float], list[float]]:
        """(right rows, rows) of each user."""
        _, place = np.unique(self.user, return_inverse=True)
        return np.bincount(place, weights=self.right).tolist(), np.bincount(place).astype(float).tolist()

    def calibration(self) -> float:
        """Mean gap between stated and real, over ten bins of the confidence, weighted by their rows."""
        place = np.minimum((self.confidence * BINS).astype(int), BINS - 1)
        gaps = np.bincount(place, weights=self.right - self.confidence, minlength=BINS)
        return float(np.abs(gaps).sum() / max(1, len(self.right)))

    def answered(self, precision: float) -> float:
        """The largest share of rows, surest first, that is right to this precision."""
        order = np.argsort(-self.confidence, kind="stable")
        reached = np.flatnonzero(np.cumsum(self.right[order]) / np.arange(1, len(order) + 1) >= precision)
        return float((reached[-1] + 1) / len(order)) if len(reached) else 0.0

    def applied(self, confidence: float) -> str:
        """What comes of applying everything from this stated confidence, in words."""
        sure = self.confidence >= confidence
        return f"{sure.mean():.0%} of rows, {self.right[sure].mean():.1%} right" if sure.any() else "nothing"
