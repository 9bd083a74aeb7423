"""The shipped model: what a bank text means to anybody, learnt offline, stored as whole numbers of one byte.

One linear model over hashed n-grams. `python -m benchmarks.train_categories` writes the arrays; they hold no text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.features import Floats
from advisory.analysis.categorise.head import Head
from advisory.analysis.categorise.schemes import Scheme
from advisory.analysis.categorise.scorer import Scorer

PATH = Path(__file__).with_name("model.npz")


@dataclass(frozen=True, slots=True, eq=False)
class GlobalModel:
    """`head` speaks the default categories, `cards` the cost categories of purchase cards.

    `rarity` float32 (BUCKETS,): how telling an n-gram is; `doubt` (2,): slope and start of the confidence without any
    confirmed row; `alone`, `default` and `shared` weigh the evidence of users with names of their own, with the default
    categories and with those of a scheme.
    """

    head: Head
    cards: Scheme
    rarity: Floats
    doubt: NDArray[np.float64]
    alone: Scorer
    default: Scorer
    shared: Scorer

    @property
    def labels(self) -> tuple[str, ...]:
        return self.head.labels

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
    return read_model(PATH)


def read_model(path: Path) -> GlobalModel:
    """The arrays of a file that `benchmarks.train_categories` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        parts = dict(stored)

    def head(name: str) -> Head:
        labels = tuple(str(label) for label in parts[f"{name}_labels"])
        scale, bias = parts[f"{name}_scale"].astype(np.float32), parts[f"{name}_bias"].astype(np.float32)
        return Head(labels, parts[f"{name}_weights"], scale, bias)

    def scorer(name: str) -> Scorer:
        return Scorer(*(parts[f"{name}_{part}"] for part in ("mean", "spread", "mix", "trust")))

    return GlobalModel(
        head=head("home"),
        cards=Scheme(head("cards"), parts["cards_prior"]),
        rarity=parts["rarity"].astype(np.float32) / np.float32(16),
        doubt=parts["doubt"],
        alone=scorer("alone"),
        default=scorer("default"),
        shared=scorer("shared"),
    )
