"""Signs for and against every candidate category of every row, out of the user's own rows and of what others say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.known import LAST_ROWS, Asked, Known
from advisory.analysis.categorise.opinion import Opinion, smoothed

Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]
CANDIDATES = 12
SIZES = (1, 3, 10, 35, 120, 300)  # confirmed rows at which the weights change
FLOOR = -12.0
SOON_SIGN, LIKENESS_SIGN, BROAD_SIGN = 1, 4, 5


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


def gather(known: Known, asked: Asked, told: Opinion) -> Evidence:
    """Evidence about `asked` from the `known` rows and the opinion `told` about them.

    Rows that differ in nothing but their day are weighed once.
    """
    first, back = _distinct(asked)
    small = asked.take(first)
    column = {label: at for at, label in enumerate(known.labels)}
    spread = np.array([column[label] for label in told.labels], dtype=np.int64)
    prior0 = _spread(told.prior[None, :], spread, len(known.labels))[0]
    plain, broad = (_spread(part[first], spread, len(known.labels)) for part in (told.plain, told.broad))
    prior = (known.mine + 2 * prior0) / (known.mine.sum() + 2)
    own = _own_signs(known, small, prior)
    stack = [*own.signs, np.log(broad), np.log(plain), np.log(prior0 + 1e-4), *own.flags]
    rough = own.signs[2] + 0.5 * np.log(broad) + 0.5 * np.log(plain)
    top = np.argsort(-rough, axis=1, kind="stable")[:, :CANDIDATES]
    signs = np.stack([_chosen(sign, top) for sign in stack], axis=2)[back]
    days, day = np.unique(asked.days, return_inverse=True)
    choice = top[back]
    signs[:, :, SOON_SIGN] = np.log(known.soon(days, prior))[day[:, None], choice]
    return Evidence(
        labels=known.labels,
        choice=choice,
        is_candidate=np.ones(choice.shape, dtype=bool),
        signs=np.maximum(signs, FLOOR),
        context=_context(known, own, [plain.max(axis=1), broad.max(axis=1)], asked.days, back),
        direction=_chosen(known.direction(small.incoming), top)[back],
        nearest=np.take_along_axis(own.nearest, top, axis=1)[back],
        same_payee=own.same_payee[back],
    )


@dataclass(slots=True, eq=False)
class _Own:
    """`signs` and `flags`: (labels,) or (rows, labels); the others (rows,) but `nearest` (rows, labels)."""

    signs: list[Doubles]
    flags: list[Doubles]
    likest: Doubles
    purity: Doubles
    same_payee: Ints
    nearest: Ints


def _own_signs(known: Known, asked: Asked, prior: Doubles) -> _Own:
    count, width = len(known.chosen), len(known.labels)
    close, best, nearest = known.close(asked.points)
    exact, met, last = known.exact(asked.keys)
    exact_share = smoothed(exact, prior, 0.5)
    log_prior: Doubles = np.log(prior)
    lately = np.bincount(known.chosen[-LAST_ROWS:], minlength=width) / max(1, min(count, LAST_ROWS))
    return _Own(
        signs=[log_prior, log_prior, np.log(smoothed(close, prior, 0.3)), np.log(exact_share), best.astype(np.float64)],
        flags=[(known.mine > 0).astype(np.float64), np.log1p(known.mine), last, lately],
        likest=best.max(axis=1, initial=0.0).astype(float),
        purity=exact_share.max(axis=1, initial=0.0) * (met > 0),
        same_payee=met,
        nearest=nearest,
    )


def _context(known: Known, own: _Own, told: Sequence[Doubles], days: Ints, back: Ints) -> Doubles:
    """(rows, contexts): which bucket of history lengths, how good the evidence is, and how predictable the user."""
    rows, count = len(days), len(known.chosen)
    bucket = np.zeros((rows, len(SIZES) + 1))
    bucket[:, int(np.searchsorted(SIZES, count, side="right"))] = 1
    since = np.maximum(days - (known.rows.days[-1] if count else days), 0)
    record = known.record
    shares = (record.payee, record.majority, record.nearest, record.told, record.new)
    steady = np.broadcast_to([np.log1p(count) / 6], (rows, 1))
    by_text = np.column_stack([own.likest, own.likest**6, np.minimum(own.same_payee, 5) / 5, *told])[back]
    by_row = np.column_stack([np.log1p(since) / 5, own.purity[back]])
    return np.concatenate([bucket, steady, by_text, by_row, np.broadcast_to(shares, (rows, len(shares)))], axis=1)


def _distinct(asked: Asked) -> tuple[Ints, Ints]:
    """(kinds,) the first row of each kind, (rows,) the kind of each row."""
    numbers: dict[tuple[bytes, str, bool], int] = {}
    first: list[int] = []
    back = np.zeros(len(asked), dtype=np.int64)
    for place, (key, incoming) in enumerate(zip(asked.keys, asked.incoming.tolist(), strict=True)):
        kind = (asked.points[place].tobytes(), key, incoming)
        back[place] = numbers.setdefault(kind, len(numbers))
        if back[place] == len(first):
            first.append(place)
    return np.array(first, dtype=np.int64), back


def _chosen(sign: Doubles, top: Ints) -> Doubles:
    return sign[top] if sign.ndim == 1 else np.take_along_axis(sign, top, axis=1)


def _spread(values: Doubles, columns: Ints, width: int) -> Doubles:
    """Columns of the opinion among all labels; what the opinion does not know gets a little."""
    wide = np.full((len(values), width), 1e-5)
    wide[:, columns] = values
    return np.asarray(wide / wide.sum(axis=1, keepdims=True))
