"""A linear softmax over sparse features, by mini-batches with one step size a bucket. numpy only, fixed seeds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.features import BUCKETS, Features

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
BATCH = 512


def fit(
    features: Features, target: Ints, weight: Floats, classes: int, seed: int, *, passes: int = 1, step: float = 0.25
) -> tuple[Floats, Floats]:
    """(weights (BUCKETS, classes), bias (classes,)). `target` (texts,) class numbers; `weight` (texts,) importance.

    Each pass goes through all texts in an order drawn from `seed`.
    """
    dice = np.random.default_rng(seed)
    table = np.zeros((BUCKETS, classes), dtype=np.float32)
    energy = np.full((BUCKETS, 1), 1e-4, dtype=np.float32)
    bias = np.zeros(classes, dtype=np.float32)
    batches = [
        order[start : start + BATCH]
        for order in (dice.permutation(len(features)) for _ in range(passes))
        for start in range(0, len(order), BATCH)
    ]
    for rows in batches:
        where, value, owner, first = _entries(features, rows)
        odds = np.add.reduceat(table[where] * value[:, None], first, axis=0) + bias
        error = _softmax(odds)
        error[np.arange(len(rows)), target[rows]] -= 1
        error *= weight[rows][:, None]
        by_bucket = np.argsort(where, kind="stable")
        sorted_where = where[by_bucket]
        begins = np.flatnonzero(np.concatenate(([True], sorted_where[1:] != sorted_where[:-1])))
        slope = np.add.reduceat(error[owner[by_bucket]] * value[by_bucket][:, None], begins, axis=0)
        touched = sorted_where[begins]
        energy[touched] += (slope * slope).mean(axis=1, keepdims=True)
        table[touched] -= step * slope / np.sqrt(energy[touched])
        bias -= 0.05 * error.mean(axis=0)
    return table, bias


def _entries(features: Features, rows: Ints) -> tuple[Ints, Floats, Ints, Ints]:
    count = features.start[rows + 1] - features.start[rows]
    first = np.concatenate(([0], np.cumsum(count)[:-1]))
    at = np.repeat(features.start[rows] - first, count) + np.arange(count.sum())
    return features.where[at], features.weight[at], np.repeat(np.arange(len(rows)), count), first


def _softmax(odds: Floats) -> Floats:
    raised = np.exp(odds - odds.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)
