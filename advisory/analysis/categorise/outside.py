"""What others say about a text: rows of other users, or the shipped model put into the user's own words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.features import Floats, features_of, plain_words
from advisory.analysis.categorise.model import GlobalModel
from advisory.analysis.categorise.opinion import BROAD, Opinion, smoothed
from advisory.analysis.categorise.sketches import sketches
from transactions.ledger.words import squeeze

Doubles = NDArray[np.float64]
NAME_PULL = 6.0  # rows' worth of evidence in a category that has the model's own name
LIKE_PULL = 2.0  # the same for a name the model understands
KEPT_BACK = 0.5  # rows' worth of doubt that a category of the user covers what the model means


@dataclass(frozen=True, slots=True, eq=False)
class Peers:
    """Other users' confirmed rows in the same categories: distinct texts as sketches, and who files them where.

    `weights` (texts, labels): root of each user's count, so that one busy user does not decide for all.
    """

    labels: tuple[str, ...]
    points: Floats
    weights: Floats

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, str]], rarity: Floats) -> Peers:
        """From (user, plain text, category)."""
        counts = Counter(rows)
        texts = sorted({text for _, text, _ in counts})
        labels = sorted({label for _, _, label in counts})
        place, column = {text: at for at, text in enumerate(texts)}, {label: at for at, label in enumerate(labels)}
        weights = np.zeros((len(texts), len(labels)), dtype=np.float32)
        for (_, text, label), count in sorted(counts.items()):
            weights[place[text], column[label]] += np.sqrt(count)
        return cls(tuple(labels), sketches(features_of(texts), rarity), weights)

    def opinion(self, points: Floats) -> Opinion:
        """About the texts with these sketches."""
        like = np.clip(points @ self.points.T, 0, 1)
        prior = self.weights.sum(axis=0, dtype=np.float64) + 1e-3
        prior /= prior.sum()
        broad = like**BROAD
        return Opinion(
            self.labels,
            smoothed(broad**3 @ self.weights, prior, 0.3),
            smoothed(broad @ self.weights, prior, 0.05),
            prior,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Translation:
    """How the model's labels read in the user's categories: `table` (model labels, labels), rows sum to 1."""

    labels: tuple[str, ...]
    table: Doubles

    def opinion(self, shares: Doubles) -> Opinion:
        """The model's `shares` (texts, model labels) in the user's categories."""
        told = smoothed(shares @ self.table, self.table.mean(axis=0), 0.01)
        prior = self.table.mean(axis=0)
        return Opinion(self.labels, told, told, prior / prior.sum())


def translation(model: GlobalModel, categories: Sequence[str], own: Doubles, known: Sequence[str]) -> Translation:
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
    by_label: dict[str, list[int]] = defaultdict(list)
    for row, label in enumerate(known):
        by_label[label].append(row)
    for column, label in enumerate(labels):
        if label in by_label:
            pull[:, column] += own[by_label[label]].sum(axis=0)
    if known:
        pull += KEPT_BACK / len(labels)
    return Translation(labels, np.asarray(pull / pull.sum(axis=1, keepdims=True)))


def _unnamed(model: GlobalModel, theirs: Sequence[str]) -> list[str]:
    have = {squeeze(name) for name in theirs}
    return [label for label in model.labels if squeeze(label) not in have]
