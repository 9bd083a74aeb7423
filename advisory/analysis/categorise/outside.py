"""What the shipped model says about a text, put into the user's own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.features import features_of, plain_words
from advisory.analysis.categorise.head import Head
from advisory.analysis.categorise.opinion import Opinion, smoothed
from transactions.ledger.words import squeeze

Doubles = NDArray[np.float64]
NAME_PULL = 6.0  # rows' worth of evidence in a category that has the model's own name
LIKE_PULL = 2.0  # the same for a name the model understands
MOSTLY = 0.6  # share of the user's names that must be known for all of them to be
KEPT_BACK = 0.5  # rows' worth of doubt that a category of the user covers what the model means


@dataclass(frozen=True, slots=True, eq=False)
class Translation:
    """How a model's names read in the user's: `table` (names, labels) by name and by the user's rows, `plain` (names,
    labels) by name alone, `prior` (labels,). Rows of `table` sum to 1."""

    labels: tuple[str, ...]
    table: Doubles
    plain: Doubles
    prior: Doubles

    def opinion(self, shares: Doubles) -> Opinion:
        """The model's `shares` (texts, names) in the user's categories."""
        return Opinion(self.labels, self.meant(shares), smoothed(shares @ self.table, self.prior, 0.01), self.prior)

    def meant(self, shares: Doubles) -> Doubles:
        """(texts, labels): the same by the names alone."""
        return smoothed(shares @ self.plain, self.prior, 0.01)


def translation(model: Head, categories: Sequence[str], own: Doubles, known: Sequence[str]) -> Translation:
    """The model's labels in the user's categories.

    `known[i]` and `own[i]`: category and model shares of the user's confirmed rows; `categories`: all the user has,
    in any order. The model's own names join where the user has no category or mostly uses them anyway.
    """
    names = {squeeze(label): at for at, label in enumerate(model.labels)}
    theirs = sorted(set(categories) | set(known))
    shared = sum(squeeze(name) in names for name in theirs)
    labels = (
        tuple(theirs) if theirs and 2 * shared < len(theirs) else tuple(sorted({*theirs, *_unnamed(model, theirs)}))
    )
    pull = np.full((len(model.labels), len(labels)), 1e-4)
    meant = model.shares(features_of([plain_words(label) or "none" for label in labels]))
    for column, label in enumerate(labels):
        at = names.get(squeeze(label))
        pull[:, column] += LIKE_PULL * meant[column] if at is None else 0
        if at is not None:
            pull[at, column] += NAME_PULL
    plain = pull / pull.sum(axis=1, keepdims=True)
    by_label: dict[str, list[int]] = defaultdict(list)
    for row, label in enumerate(known):
        by_label[label].append(row)
    for column, label in enumerate(labels):
        if label in by_label:
            pull[:, column] += own[by_label[label]].sum(axis=0)
    if known:
        pull += KEPT_BACK / len(labels)
    table = pull / pull.sum(axis=1, keepdims=True)
    prior = table.mean(axis=0)
    return Translation(labels, table, plain, prior / prior.sum())


def is_spoken_in(labels: Sequence[str], names: Collection[str]) -> bool:
    """Whether these names are mostly labels of the model."""
    own, met = {squeeze(label) for label in labels}, {squeeze(name) for name in names}
    return bool(met) and len(met & own) >= MOSTLY * len(met)


def _unnamed(model: Head, theirs: Sequence[str]) -> list[str]:
    have = {squeeze(name) for name in theirs}
    return [label for label in model.labels if squeeze(label) not in have]
