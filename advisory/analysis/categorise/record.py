"""How predictable this user has been so far: what simple rules would have said of each confirmed row beforehand.

Read off the user's own rows in order of time, so it needs nobody else: it tells how far each rule can be followed now.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.opinion import BROAD

Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]
LAST_ROWS = 150
FADES = 60.0  # rows
DOUBT = 3.0  # rows' worth of what is usual among users
USUAL = {"payee": 0.75, "majority": 0.4, "nearest": 0.5, "told": 0.5, "new": 0.6}


@dataclass(frozen=True, slots=True)
class Record:
    """Shares of the latest rows: right by the payee's commonest category (among known payees), by the user's
    commonest, by the nearest rows, by what the model told; and how often the payee was `new`."""

    payee: float = USUAL["payee"]
    majority: float = USUAL["majority"]
    nearest: float = USUAL["nearest"]
    told: float = USUAL["told"]
    new: float = USUAL["new"]


def record_of(points: NDArray[np.float32], keys: Ints, chosen: Ints, told: Ints, width: int) -> Record:
    """From confirmed rows in time order: `points` (rows, sketch), `keys` of payees, `chosen` and `told` categories
    (rows,) below `width`."""
    count = len(chosen)
    if count < 2:
        return Record()
    asked = np.arange(max(1, count - LAST_ROWS), count)
    filed = np.zeros((count, width))
    filed[np.arange(count), chosen] = 1
    before = np.arange(count)[None, :] < asked[:, None]
    usual = np.cumsum(filed, axis=0)[asked - 1]
    like = np.clip(points[asked] @ points.T, 0, 1) ** BROAD * before
    votes = like @ filed + 0.2 * usual / usual.sum(axis=1, keepdims=True)
    same = ((keys[asked][:, None] == keys[None, :]) & before).astype(np.float64)
    met = same.any(axis=1)
    weight = np.exp(-(count - 1 - asked) / FADES)
    right = chosen[asked]
    return Record(
        payee=_share((same @ filed).argmax(axis=1) == right, weight * met, USUAL["payee"]),
        majority=_share(usual.argmax(axis=1) == right, weight, USUAL["majority"]),
        nearest=_share(votes.argmax(axis=1) == right, weight, USUAL["nearest"]),
        told=_share(told[asked] == right, weight, USUAL["told"]),
        new=_share(~met, weight, USUAL["new"]),
    )


def _share(hits: NDArray[np.bool_], weight: Doubles, usual: float) -> float:
    return float(((hits * weight).sum() + DOUBT * usual) / (weight.sum() + DOUBT))
