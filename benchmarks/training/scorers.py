"""Fits the two small models on top of the evidence: how signs are mixed, and how far the result can be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise import Categoriser, Example, GlobalModel
from advisory.analysis.categorise.evidence import CANDIDATES, SIZES, Evidence
from advisory.analysis.categorise.head import Head
from advisory.analysis.categorise.reading import read
from advisory.analysis.categorise.schemes import Scheme
from advisory.analysis.categorise.scorer import Scorer, softmax, trust_terms
from benchmarks.training import purchase_cards as cards

Doubles = NDArray[np.float64]
COUNTS = (0, 1, 5, 20, 50, 100, 200, 500)
STARTS = (0, 200, 400)  # where a history may begin; later ones only for long histories, of which there are few
LONG = 50
MOST_ASKED, FEWEST_ASKED = 24, 20  # of the rows that come next, evenly
STEPS, TRUST_STEPS = 80, 300
BUCKETS = len(SIZES) + 1
NO_SCHEME = Scheme(Head((), np.zeros((1, 0), np.int8), np.zeros(0, np.float32), np.zeros(0, np.float32)), np.zeros(0))


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


def observe(
    rows: cards.Users, model: GlobalModel, schemes: Sequence[Scheme] | None, offered: Sequence[str] = ()
) -> Observed:
    """Evidence at every number of confirmed rows; without `schemes` (one a part of the users) no user speaks one.

    `offered`: the categories every user has; without any confirmed row those of the scheme.
    """
    pieces: list[Observed] = []
    for name, own in sorted(rows.items()):
        part = cards.part_of(name)
        told = replace(model, cards=schemes[part] if schemes else NO_SCHEME)
        for known, asked in _cases(own, COUNTS if schemes else COUNTS[1:]):
            names = offered or (told.cards.head.labels if not known else ())
            evidence = Categoriser(known, told, categories=names).evidence(read(asked, model.rarity))
            pieces.append(_labelled(evidence, asked, name, part, len(known)))
    return _joined(pieces)


def _cases(own: Sequence[Example], counts: Sequence[int]) -> Iterator[tuple[Sequence[Example], Sequence[Example]]]:
    for count in counts:
        for start in STARTS if count >= LONG else STARTS[:1]:
            asked = own[start + count : start + count + cards.MOST_ASKED]
            if len(asked) >= (2 * FEWEST_ASKED if start else FEWEST_ASKED):
                places = np.unique(np.linspace(0, len(asked) - 1, MOST_ASKED).astype(int))
                yield own[start : start + count], [asked[place] for place in places]


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


def fit(seen: Observed, held_out: Doubles | None = None) -> Scorer:
    """Both parts. The trust is fitted on users the mix has not seen (`held_out`: see there)."""
    shares = held_out_shares(seen) if held_out is None else held_out
    return replace(_mixed(seen), trust=_trust(seen, shares))


def held_out_shares(seen: Observed) -> Doubles:
    """(rows, candidates) shares, of each half of the users by a mix fitted on the other half."""
    first = np.asarray(seen.fold % 2 == 0, dtype=np.bool_)
    if first.all() or not first.any():
        return _mixed(seen).shares(seen.evidence)
    shares = np.zeros(seen.hit.shape)
    for half in (first, np.asarray(~first)):
        shares[half] = _mixed(seen.take(np.asarray(~half))).shares(seen.take(half).evidence)
    return shares


def curve(seen: Observed, shares: Doubles) -> dict[str, dict[str, float]]:
    """By number of confirmed rows: users, rows, and the share of rows whose likeliest candidate is right."""
    right = seen.hit[np.arange(len(shares)), shares.argmax(axis=1)]
    found = {}
    for confirmed in np.unique(seen.confirmed).tolist():
        part = seen.confirmed == confirmed
        users = len(np.unique(seen.user[part]))
        found[str(confirmed)] = {
            "users": users,
            "rows": int(part.sum()),
            "right": round(float(right[part].mean()), 3),
        }
    return found


def _weights(seen: Observed) -> Doubles:
    """Each number of confirmed rows counts the same, those with few users less."""
    _, place, size = np.unique(seen.confirmed, return_inverse=True, return_counts=True)
    weight = np.minimum(1, np.sqrt(3 * size[place] / size.max())) / size[place]
    return np.asarray(weight / weight.sum())


def _mixed(seen: Observed) -> Scorer:
    known = np.asarray(seen.hit.any(axis=1), dtype=np.bool_)
    seen = seen.take(known)
    there = seen.evidence.is_candidate
    flat = seen.evidence.signs[there]
    mean, spread = flat.mean(axis=0), flat.std(axis=0) + 1e-6
    signs = ((seen.evidence.signs - mean) / spread).astype(np.float32)
    context, direction = seen.evidence.context.astype(np.float32), seen.evidence.direction.astype(np.float32)
    hit, weight = seen.hit.astype(np.float32), _weights(seen).astype(np.float32)
    mix = np.zeros((context.shape[1], signs.shape[2]), dtype=np.float32)
    mix[:BUCKETS] = 0.2
    step = _Adam(mix.shape)
    for _ in range(STEPS):
        odds = np.matmul(signs, (context @ mix)[:, :, None])[:, :, 0] + direction
        error = (softmax(np.where(there, odds, np.float32(-np.inf))) - hit) * weight[:, None]
        slope = context.T @ np.matmul(error[:, None, :], signs)[:, 0, :] + 1e-3 * mix
        mix = mix - step.of(slope, 0.05).astype(np.float32)
    return Scorer(mean, spread, mix, np.zeros(2 * context.shape[1] + 1))


def _trust(seen: Observed, shares: Doubles) -> Doubles:
    terms = trust_terms(shares, seen.evidence)
    right = seen.hit[np.arange(len(shares)), shares.argmax(axis=1)]
    weight = _weights(seen)
    trust = np.zeros(terms.shape[1])
    width = seen.evidence.context.shape[1]
    trust[width : width + BUCKETS] = 1
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
