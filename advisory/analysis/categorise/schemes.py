"""A set of category names that many people share, such as the cost categories of purchase cards.

Whoever uses mostly such names is told what others file under them; everybody else never hears of them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.head import Head
from advisory.analysis.categorise.outside import Translation, is_spoken_in
from transactions.ledger.words import squeeze

Doubles = NDArray[np.float64]
SELF_PULL = 3.0  # rows' worth of evidence that the user means by a name what others mean by it
USUAL_PULL = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Scheme:
    """`head` speaks the names; `prior` (labels,) sums to 1: how often each is used."""

    head: Head
    prior: Doubles

    def is_spoken_in(self, names: Collection[str]) -> bool:
        """Whether these are mostly names of the scheme."""
        return is_spoken_in(self.head.labels, names)

    def translation(self, offered: Collection[str], own: Doubles, known: Sequence[str]) -> Translation:
        """The scheme in the user's spelling. `own[i]`: shares of the confirmed row filed under `known[i]`.

        `offered`: all categories of the user; the scheme's other names are kept only where this is empty.
        """
        spelled = {squeeze(name): name for name in sorted({*offered, *known})}
        names = [spelled.get(squeeze(label), label) for label in self.head.labels]
        allowed = {*offered, *known} if offered else set()
        labels = tuple(sorted({*known, *offered, *(name for name in names if not allowed or name in allowed)}))
        column = {label: at for at, label in enumerate(labels)}
        plain = np.zeros((len(names), len(labels)))
        for at, name in enumerate(names):
            if name in column:
                plain[at, column[name]] = 1
        prior = self.prior @ plain + 1e-5
        prior /= prior.sum()
        pull = SELF_PULL * plain + USUAL_PULL * prior
        if known:
            chosen = np.array([column[name] for name in known])
            for at in np.unique(chosen):
                pull[:, at] += own[chosen == at].sum(axis=0)
        return Translation(labels, pull / pull.sum(axis=1, keepdims=True), plain, prior)
