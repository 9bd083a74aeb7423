"""One linear model over hashed n-grams: what a text means, in one set of names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.features import Features, Floats

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """`labels[c]`: names; `weights` int8 (BUCKETS, labels), times `scale[c]`, plus `bias[c]` = log odds."""

    labels: tuple[str, ...]
    weights: NDArray[np.int8]
    scale: Floats
    bias: Floats

    def shares(self, features: Features) -> Doubles:
        """(texts, labels): how likely each label is for each text; rows sum to 1."""
        if not len(features):
            return np.zeros((0, len(self.labels)))
        parts = self.weights[features.where].astype(np.float32)
        parts *= features.weight[:, None]
        odds = np.add.reduceat(parts, features.start[:-1], axis=0) * self.scale + self.bias
        odds -= odds.max(axis=1, keepdims=True)
        shares = np.exp(odds.astype(np.float64))
        return np.asarray(shares / shares.sum(axis=1, keepdims=True))

    @classmethod
    def of(cls, labels: tuple[str, ...], table: Floats, bias: Floats) -> Head:
        """From weights in full precision: each label's are stored in steps of its largest over 127."""
        scale = np.maximum(np.abs(table).max(axis=0), 1e-6) / np.float32(127)
        return cls(labels, np.round(table / scale).astype(np.int8), scale.astype(np.float32), bias.astype(np.float32))
