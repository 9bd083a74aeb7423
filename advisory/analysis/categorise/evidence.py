"""Signs for and against every candidate category of every row, out of the user's own rows and of what others say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.opinion import BROAD, Opinion, smoothed

Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]
CANDIDATES = 12
LONG_MEMORY, SHORT_DAYS, LAST_ROWS = 150.0, 21.0, 8
OLD_DAYS = 240.0
SIZES = (1, 10, 50, 250)  # confirmed rows at which the weights change
FLOOR = -12.0


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """Rows by column: `points` (rows, sketch) float32, `keys` payee keys, `days` ordinals, `incoming` bool."""

    points: NDArray[np.float32]
    keys: Sequence[str]
    days: Ints
    incoming: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.keys)


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """`signs` (rows, candidates, kinds) logarithms and flags; `context` (rows, contexts); `direction` (rows,
    candidates) log odds by money in or out; `choice` (rows, candidates) indexes into `labels`; `nearest` (rows,
    candidates): the confirmed row most like this one in that category, -1 where none."""

    labels: tuple[str, ...]
    choice: Ints
    is_candidate: NDArray[np.bool_]
    signs: Doubles
    context: Doubles
    direction: Doubles
    nearest: Ints
    same_payee: Ints

    def take(self, rows: NDArray[np.bool_]) -> Evidence:
        """Some of the rows."""
        return Evidence(
            self.labels,
            self.choice[rows],
            self.is_candidate[rows],
            self.signs[rows],
            self.context[rows],
            self.direction[rows],
            self.nearest[rows],
            self.same_payee[rows],
        )


def gather(known: Asked, categories: Sequence[str], asked: Asked, told: Opinion) -> Evidence:
    """Evidence about `asked` from the `known` rows (in time order, with their categories) and the opinion `told`."""
    labels = tuple(sorted({*told.labels, *categories}))
    column = {label: at for at, label in enumerate(labels)}
    spread = np.array([column[label] for label in told.labels], dtype=np.int64)
    prior0 = _spread(told.prior[None, :], spread, len(labels))[0]
    sharp, broad = _spread(told.sharp, spread, len(labels)), _spread(told.broad, spread, len(labels))
    chosen = np.array([column[label] for label in categories], dtype=np.int64)
    own = _own_signs(known, chosen, asked, prior0, len(labels))
    log_prior0 = np.log(prior0 + 1e-4)
    stack = [*own.signs, np.log(broad), np.log(sharp), np.broadcast_to(log_prior0, broad.shape), *own.flags]
    signs = np.maximum(np.stack(np.broadcast_arrays(*stack), axis=2), FLOOR)
    rough = own.signs[2] + 0.5 * np.log(broad)
    top = np.argsort(-rough, axis=1, kind="stable")[:, :CANDIDATES]
    context = _context(len(chosen), own, sharp.max(axis=1, initial=0.0), broad.max(axis=1, initial=0.0))
    return Evidence(
        labels=labels,
        choice=top,
        is_candidate=np.ones(top.shape, dtype=bool),
        signs=np.take_along_axis(signs, top[:, :, None], axis=1),
        context=context,
        direction=np.take_along_axis(_direction(known, chosen, asked, len(labels)), top, axis=1),
        nearest=np.take_along_axis(own.nearest, top, axis=1),
        same_payee=own.same_payee,
    )


@dataclass(slots=True, eq=False)
class _Own:
    signs: list[Doubles]
    flags: list[Doubles]
    likest: Doubles
    purity: Doubles
    same_payee: Ints
    gap: Doubles
    steadiness: float
    nearest: Ints


def _own_signs(known: Asked, chosen: Ints, asked: Asked, prior0: Doubles, width: int) -> _Own:
    rows, count = len(asked), len(chosen)
    shape = (rows, width)
    is_mine = np.zeros((count, width))
    is_mine[np.arange(count), chosen] = 1
    kept = _memory(known.days, count)
    mine = kept @ is_mine
    prior = (mine + 2 * prior0) / (mine.sum() + 2)
    soon = np.exp(-np.abs(asked.days[:, None] - known.days[None, :]) / SHORT_DAYS) @ is_mine
    like = np.clip(asked.points @ known.points.T, 0, 1).astype(np.float64)
    close = (like**BROAD * kept) @ is_mine
    same = _same(asked.keys, known.keys)
    exact = (same * kept) @ is_mine
    best, nearest = np.zeros(shape), np.full(shape, -1, dtype=np.int64)
    for label in np.unique(chosen):
        members = np.flatnonzero(chosen == label)
        # a later row wins among equals: what the user did last counts
        place = members[::-1][like[:, members[::-1]].argmax(axis=1)]
        best[:, label], nearest[:, label] = like[np.arange(rows), place], place
    last = np.zeros(shape)
    hits = np.where(same.any(axis=1), count - 1 - same[:, ::-1].argmax(axis=1), -1) if count else np.full(rows, -1)
    last[np.flatnonzero(hits >= 0), chosen[hits[hits >= 0]]] = 1
    exact_share = smoothed(exact, prior, 0.5)
    met = same.sum(axis=1).astype(np.int64) if count else np.zeros(rows, dtype=np.int64)
    return _Own(
        signs=[
            np.broadcast_to(np.log(prior), shape),
            np.log(smoothed(soon, prior, 1.0)),
            np.log(smoothed(close, prior, 0.3)),
            np.log(exact_share),
            best,
        ],
        flags=[
            np.broadcast_to((mine > 0) * 1.0, shape),
            np.broadcast_to(np.log1p(mine), shape),
            last,
            np.broadcast_to(np.bincount(chosen[-LAST_ROWS:], minlength=width) / max(1, min(count, LAST_ROWS)), shape),
        ],
        likest=like.max(axis=1, initial=0.0),
        purity=exact_share.max(axis=1, initial=0.0) * (met > 0),
        same_payee=met,
        gap=np.log1p(np.maximum(asked.days - (known.days[-1] if count else asked.days), 0)) / 5,
        steadiness=_steadiness(known.keys, chosen),
        nearest=nearest,
    )


def _memory(days: Ints, count: int) -> Doubles:
    """How much each confirmed row still counts: by its age in rows and in days."""
    if not count:
        return np.zeros(0)
    age = (days[-1] - days).astype(np.float64)
    by_rows = np.exp(-np.arange(count)[::-1] / LONG_MEMORY)
    return np.asarray(0.65 * by_rows + 0.35 * np.exp(-np.maximum(age, 0) / OLD_DAYS))


def _same(asked: Sequence[str], known: Sequence[str]) -> NDArray[np.bool_]:
    numbers: dict[str, int] = {}
    left = np.array([numbers.setdefault(key, len(numbers)) for key in asked], dtype=np.int64)
    right = np.array([numbers.setdefault(key, len(numbers)) for key in known], dtype=np.int64)
    found: NDArray[np.bool_] = left[:, None] == right[None, :]
    if "" in numbers:
        found &= (left != numbers[""])[:, None]
    return found


def _steadiness(keys: Sequence[str], chosen: Ints) -> float:
    """How often the user filed a payee as most times before; 0.75 when nothing tells."""
    seen: dict[str, Counter[int]] = defaultdict(Counter)
    agreed = asked = 0
    for key, label in zip(keys, chosen.tolist(), strict=True):
        if seen[key]:
            asked += 1
            agreed += seen[key].most_common(1)[0][0] == label
        seen[key][label] += 1
    return (agreed + 3) / (asked + 4)


def _context(count: int, own: _Own, sharp: Doubles, broad: Doubles) -> Doubles:
    """(rows, 5 + 9): which bucket of history lengths, and how good the evidence is."""
    rows = len(own.likest)
    bucket = np.zeros((rows, len(SIZES) + 1))
    bucket[:, int(np.searchsorted(SIZES, count, side="right"))] = 1
    full = np.ones(rows)
    return np.column_stack(
        [
            bucket,
            full * np.log1p(count) / 6,
            own.likest,
            own.likest**6,
            np.minimum(own.same_payee, 5) / 5,
            sharp,
            broad,
            full * own.steadiness,
            own.gap,
            own.purity,
        ]
    )


def _direction(known: Asked, chosen: Ints, asked: Asked, width: int) -> Doubles:
    """Log odds of each category by the direction of the money, from own rows; 0 where they do not tell."""
    into = np.bincount(chosen, weights=known.incoming, minlength=width)
    total = np.bincount(chosen, minlength=width)
    whole = (into.sum() + 0.5) / (total.sum() + 1)
    share = (into + 2 * whole) / (total + 2)
    odds_in, odds_out = np.log(share / whole), np.log((1 - share) / (1 - whole))
    known_well = (total >= 2) * 0.7
    return np.asarray(np.where(asked.incoming[:, None], odds_in * known_well, odds_out * known_well))


def _spread(values: Doubles, columns: Ints, width: int) -> Doubles:
    """Columns of the opinion among all labels; what the opinion does not know gets a little."""
    wide = np.full((len(values), width), 1e-5)
    wide[:, columns] = values
    return np.asarray(wide / wide.sum(axis=1, keepdims=True))
