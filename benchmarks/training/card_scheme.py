"""The scheme of purchase cards: which cost category people file a text under, whoever they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from advisory.analysis.categorise import Example
from advisory.analysis.categorise.features import features_of
from advisory.analysis.categorise.head import Head
from advisory.analysis.categorise.reading import words_for
from advisory.analysis.categorise.schemes import Scheme
from advisory.analysis.payees import normalise
from benchmarks.training import linear
from benchmarks.training import purchase_cards as cards

FEWEST_ROWS, FEWEST_USERS = 8, 3
BUSY = 0.4  # power of a user's count of one text: a busy user does not decide for all
PASSES, STEP, SEEDS = 3, 0.1, (1, 2)

Taught = Mapping[str, Sequence[tuple[str, str]]]
"""User -> (plain words, category) of each row."""


def taught(rows: cards.Users) -> Taught:
    """What each user's rows teach."""
    return {user: [(_words(one), one.category) for one in own] for user, own in rows.items()}


def labels_of(rows: Taught) -> tuple[str, ...]:
    """The categories that enough rows of enough users bear."""
    counts = Counter(label for own in rows.values() for _, label in own)
    spread = Counter(label for own in rows.values() for label in {label for _, label in own})
    return tuple(sorted(label for label in counts if counts[label] >= FEWEST_ROWS and spread[label] >= FEWEST_USERS))


def learnt(rows: Taught, labels: tuple[str, ...], seeds: Sequence[int] = SEEDS) -> Scheme:
    """The scheme with these labels."""
    number = {label: at for at, label in enumerate(labels)}
    weights: defaultdict[tuple[str, int], float] = defaultdict(float)
    for own in rows.values():
        for (text, label), count in Counter(own).items():
            if label in number:
                weights[text, number[label]] += count**BUSY
    lessons = sorted(weights)
    weight = np.array([weights[lesson] for lesson in lessons], dtype=np.float32)
    target = np.array([at for _, at in lessons], dtype=np.int64)
    features = features_of([text for text, _ in lessons])
    fits = [
        linear.fit(features, target, weight / weight.mean(), len(labels), seed, passes=PASSES, step=STEP)
        for seed in seeds
    ]
    prior = np.bincount(target, weights=weight, minlength=len(labels)) + 0.5
    table, bias = (np.mean([fit[part] for fit in fits], axis=0) for part in (0, 1))
    return Scheme(Head.of(labels, table, bias), prior / prior.sum())


def by_part(rows: Taught, labels: tuple[str, ...]) -> list[Scheme]:
    """For each part of the users the scheme as all others teach it."""
    return [
        learnt({user: own for user, own in rows.items() if cards.part_of(user) != part}, labels, SEEDS[:1])
        for part in range(cards.PARTS)
    ]


def _words(one: Example) -> str:
    return words_for(normalise(one.text, one.counterparty), one)
