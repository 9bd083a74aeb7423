"""The shipped model: what a bank text means to anybody, learnt offline, stored as whole numbers of one byte.

One linear model over hashed n-grams. `python -m benchmarks.train_categories` writes the arrays; they hold no text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.features import Features, Floats
from advisory.analysis.categorise.scorer import Scorer

PATH = Path(__file__).with_name("model.npz")


@dataclass(frozen=True, slots=True, eq=False)
class GlobalModel:
    """`labels[c]`: names of categories; `weights` int8 (BUCKETS, labels), times `scale[c]`, plus `bias[c]` = log odds.

    `rarity` float32 (BUCKETS,): how telling an n-gram is; `doubt` (2,): slope and start of the
    confidence without any confirmed row; `alone` and `asked` weigh evidence without and with other users' rows.
    """

    labels: tuple[str, ...]
    weights: NDArray[np.int8]
    scale: Floats
    bias: Floats
    rarity: Floats
    doubt: NDArray[np.float64]
    alone: Scorer
    asked: Scorer

    def shares(self, features: Features) -> NDArray[np.float64]:
        """(texts, labels): how likely each label is for each text; rows sum to 1."""
        if not len(features):
            return np.zeros((0, len(self.labels)))
        parts = self.weights[features.where].astype(np.float32) * features.weight[:, None]
        odds = np.add.reduceat(parts, features.start[:-1], axis=0) * self.scale + self.bias
        odds -= odds.max(axis=1, keepdims=True)
        shares = np.exp(odds.astype(np.float64))
        return np.asarray(shares / shares.sum(axis=1, keepdims=True))

    def likely(self, incoming: NDArray[np.bool_], tells_direction: bool) -> NDArray[np.float64]:
        """(rows, labels): how the direction of the money speaks for each label; all but 1 where it does not tell."""
        income = np.array([label.startswith("Income:") for label in self.labels])
        spending = np.array([label not in {"Transfer", "Other"} for label in self.labels]) & ~income
        aside = np.where(np.array([label == "Other" for label in self.labels]), 0.1, 1.0)
        if not tells_direction:
            return np.broadcast_to(np.where(income, 0.3, aside), (len(incoming), len(income)))
        # money back from a shop is a refund in the shop's category; it is rarer than pay
        into = np.where(income, 3.0, np.where(spending, 0.3, aside))
        out = np.where(income, 0.01, aside)
        return np.where(incoming[:, None], into, out)


@lru_cache(maxsize=1)
def load_model() -> GlobalModel:
    """The arrays that lie next to this module."""
    with np.load(PATH, allow_pickle=False) as stored:
        return GlobalModel(
            labels=tuple(str(label) for label in stored["labels"]),
            weights=stored["weights"],
            scale=stored["scale"].astype(np.float32),
            bias=stored["bias"].astype(np.float32),
            rarity=stored["rarity"].astype(np.float32) / np.float32(16),
            doubt=stored["doubt"],
            alone=Scorer(stored["alone_mean"], stored["alone_spread"], stored["alone_mix"], stored["alone_trust"]),
            asked=Scorer(stored["asked_mean"], stored["asked_spread"], stored["asked_mix"], stored["asked_trust"]),
        )
