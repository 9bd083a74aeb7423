"""Fits the two small models on top of the evidence: how signs are mixed, and how far the result can be trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise import Categoriser, Example, GlobalModel, Peers
from advisory.analysis.categorise.evidence import CANDIDATES, Evidence
from advisory.analysis.categorise.reading import read
from advisory.analysis.categorise.scorer import Scorer, softmax, trust_terms
from benchmarks.training import purchase_cards as cards

Doubles = NDArray[np.float64]
COUNTS = (0, 5, 20, 100, 500)
STEPS, TRUST_STEPS = 90, 300


@dataclass(frozen=True, slots=True, eq=False)
class Observed:
    """Evidence about rows whose category is known: `hit` (rows, candidates) marks the right one; `user`, `fold`,
    `confirmed` (rows,)."""

    evidence: Evidence
    hit: NDArray[np.bool_]
    user: NDArray[np.str_]
    fold: NDArray[np.int64]
    confirmed: NDArray[np.int64]

    def take(self, rows: NDArray[np.bool_]) -> Observed:
        """Some of the rows."""
        return Observed(
            self.evidence.take(rows),
            self.hit[rows],
            self.user[rows],
            self.fold[rows],
            self.confirmed[rows],
        )


def peers_by_fold(rows: Mapping[str, Sequence[Example]], model: GlobalModel) -> list[Peers]:
    """For each fold the rows of all users outside it."""
    fold = cards.folds(list(rows))
    plain = {name: read(own, model.rarity).plain for name, own in rows.items()}
    return [
        Peers.of(
            (
                (name, words, one.category)
                for name, own in rows.items()
                if fold[name] != held_out
                for words, one in zip(plain[name], own, strict=True)
            ),
            model.rarity,
        )
        for held_out in range(cards.FOLDS)
    ]


def observe(
    rows: Mapping[str, Sequence[Example]], model: GlobalModel, peers: Sequence[Peers] | None, most_users: int
) -> Observed:
    """Evidence at every number of confirmed rows, users' own labels only where there are no `peers`."""
    fold = cards.folds(list(rows))
    pieces: list[Observed] = []
    for confirmed in COUNTS if peers else COUNTS[1:]:
        for name, own, asked in cards.cases(rows, confirmed, most_users):
            held_out = peers[fold[name]] if peers else None
            evidence = Categoriser(own, model, peers=held_out).evidence(read(asked, model.rarity))
            pieces.append(_labelled(evidence, asked, name, fold[name], confirmed))
    return _joined(pieces)


def _labelled(evidence: Evidence, asked: Sequence[Example], name: str, fold: int, confirmed: int) -> Observed:
    column = {label: at for at, label in enumerate(evidence.labels)}
    right = np.array([column.get(one.category, -1) for one in asked])
    size = len(asked)
    hit = (evidence.choice == right[:, None]) & evidence.is_candidate
    return Observed(
        evidence, hit, np.full(size, name), np.full(size, fold, np.int64), np.full(size, confirmed, np.int64)
    )


def _joined(pieces: Sequence[Observed]) -> Observed:
    def wide(values: NDArray[np.generic], fill: float) -> NDArray[np.generic]:
        missing = CANDIDATES - values.shape[1]
        padding = [(0, 0), (0, missing), *([(0, 0)] * (values.ndim - 2))]
        return np.pad(values, padding, constant_values=fill)

    each = [piece.evidence for piece in pieces]
    evidence = Evidence(
        labels=(),
        choice=np.concatenate([wide(one.choice, -1) for one in each]),
        is_candidate=np.concatenate([wide(one.is_candidate, 0) for one in each]),
        signs=np.concatenate([wide(one.signs, 0) for one in each]),
        context=np.concatenate([one.context for one in each]),
        direction=np.concatenate([wide(one.direction, 0) for one in each]),
        nearest=np.concatenate([wide(one.nearest, -1) for one in each]),
        same_payee=np.concatenate([one.same_payee for one in each]),
    )
    return Observed(
        evidence,
        np.concatenate([wide(piece.hit, 0) for piece in pieces]),
        np.concatenate([piece.user for piece in pieces]),
        np.concatenate([piece.fold for piece in pieces]),
        np.concatenate([piece.confirmed for piece in pieces]),
    )


def fit(seen: Observed) -> Scorer:
    """Both parts. The trust is fitted on users the mix has not seen, by halves, and the mix then on all."""
    first = np.asarray(seen.fold % 2 == 0, dtype=np.bool_)
    shares = np.zeros(seen.hit.shape)
    for half in (first, np.asarray(~first)):
        if half.any() and (~half).any():
            shares[half] = _mixed(seen.take(np.asarray(~half))).shares(seen.take(half).evidence)
    mixed = _mixed(seen)
    trust = _trust(seen, shares if first.any() and (~first).any() else mixed.shares(seen.evidence))
    return Scorer(mixed.mean, mixed.spread, mixed.mix, trust)


def _weights(seen: Observed) -> Doubles:
    """Each number of confirmed rows counts the same, thin ones a third."""
    _, place, size = np.unique(seen.confirmed, return_inverse=True, return_counts=True)
    weight = np.where(size[place] < size.max() / 3, 0.3, 1.0) / size[place]
    return np.asarray(weight / weight.sum())


def _mixed(seen: Observed) -> Scorer:
    known = np.asarray(seen.hit.any(axis=1), dtype=np.bool_)
    seen = seen.take(known)
    there = seen.evidence.is_candidate
    flat = seen.evidence.signs[there]
    mean, spread = flat.mean(axis=0), flat.std(axis=0) + 1e-6
    signs = (seen.evidence.signs - mean) / spread
    context, hit, weight = seen.evidence.context, seen.hit.astype(float), _weights(seen)
    mix = np.zeros((context.shape[1], signs.shape[2]))
    mix[:5] = 0.3
    step = _Adam(mix.shape)
    for _ in range(STEPS):
        odds = np.matmul(signs, (context @ mix)[:, :, None])[:, :, 0] + seen.evidence.direction
        error = (softmax(np.where(there, odds, -np.inf)) - hit) * weight[:, None]
        slope = context.T @ np.matmul(error[:, None, :], signs)[:, 0, :] + 1e-3 * mix
        mix = mix - step.of(slope, 0.05)
    return Scorer(mean, spread, mix, np.zeros(2 * context.shape[1] + 1))


def _trust(seen: Observed, shares: Doubles) -> Doubles:
    terms = trust_terms(shares, seen.evidence)
    right = seen.hit[np.arange(len(shares)), shares.argmax(axis=1)]
    weight = _weights(seen)
    trust = np.zeros(terms.shape[1])
    width = seen.evidence.context.shape[1]
    trust[width : width + 5] = 1
    step = _Adam(trust.shape)
    for _ in range(TRUST_STEPS):
        chance = 1 / (1 + np.exp(-terms @ trust))
        trust = trust - step.of(terms.T @ ((chance - right) * weight) + 3e-4 * trust, 0.03)
    return trust


class _Adam:
    """Step sizes by the running mean and spread of the slope."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.mean, self.square, self.count = np.zeros(shape), np.zeros(shape), 0

    def of(self, slope: Doubles, size: float) -> Doubles:
        """The step for a slope."""
        self.count += 1
        self.mean = 0.9 * self.mean + 0.1 * slope
        self.square = 0.99 * self.square + 0.01 * slope * slope
        mean, square = self.mean / (1 - 0.9**self.count), self.square / (1 - 0.99**self.count)
        return np.asarray(size * mean / (np.sqrt(square) + 1e-8))
