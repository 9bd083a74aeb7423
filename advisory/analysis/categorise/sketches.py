"""Texts as short dense vectors whose dot product is close to the cosine of their weighted n-grams.

Buckets are folded onto SIZE columns with a sign each (a count sketch): two texts of one shop come out near 1, two
strangers within about 0.06 of 0, and all rows of a history compare with all new rows in one matrix product.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.features import BUCKETS, Features, Floats

SIZE = 256
_COLUMN = (np.arange(BUCKETS, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(40)
COLUMNS = (_COLUMN % np.uint64(SIZE)).astype(np.int64)
SIGNS = (1 - 2 * ((_COLUMN >> np.uint64(12)) & np.uint64(1)).astype(np.int64)).astype(np.float32)


def sketches(features: Features, rarity: Floats) -> NDArray[np.float32]:
    """(texts, SIZE) float32 of unit length; `rarity` weighs each bucket (rare n-grams tell more)."""
    values = features.weight * rarity[features.where] * SIGNS[features.where]
    place = features.row * SIZE + COLUMNS[features.where]
    dense = np.bincount(place, weights=values, minlength=len(features) * SIZE).reshape(-1, SIZE)
    length = np.sqrt((dense * dense).sum(axis=1, keepdims=True))
    return np.asarray(dense / np.maximum(length, 1e-9), dtype=np.float32)
