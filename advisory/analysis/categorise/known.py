"""The user's confirmed rows, counted once so that any number of new rows can be compared with them.

Rows of one text count together: what is compared with new texts are the distinct texts of the history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.opinion import BROAD, Opinion, smoothed
from advisory.analysis.categorise.record import Record, record_of

Doubles = NDArray[np.float64]
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
LONG_MEMORY, SHORT_DAYS, LAST_ROWS = 150.0, 21.0, 8
OLD_DAYS = 240.0


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """Rows by column: `points` (rows, sketch) float32, `keys` payee keys, `days` ordinals, `incoming` bool."""

    points: Floats
    keys: Sequence[str]
    days: Ints
    incoming: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.keys)

    def take(self, places: Ints) -> Asked:
        """Some of the rows."""
        keys = [self.keys[place] for place in places]
        return Asked(self.points[places], keys, self.days[places], self.incoming[places])


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Confirmed rows in time order. `chosen` (rows,) indexes into `labels`.

    `mine` (labels,): rows that still count; `points` (texts, sketch) with `filed` (texts, labels), what still counts of
    each text's rows, and `newest` (texts, labels), the last such row or -1; `payees`: the number of each payee key in
    `by_payee` (payees, labels), `met` and `last` (payees,): rows and the latest category.
    """

    rows: Asked
    labels: tuple[str, ...]
    chosen: Ints
    mine: Doubles
    points: Floats
    filed: Floats
    newest: Ints
    payees: dict[str, int]
    by_payee: Floats
    met: Ints
    last: Ints
    record: Record

    @classmethod
    def of(cls, rows: Asked, categories: Sequence[str], told: Opinion) -> Known:
        """`told`: what the model says of these very rows."""
        labels = tuple(sorted({*told.labels, *categories}))
        column = {label: at for at, label in enumerate(labels)}
        chosen = np.array([column[label] for label in categories], dtype=np.int64)
        kept, count, width = _memory(rows.days), len(chosen), len(labels)
        first, text = _distinct(rows.points)
        filed, newest = np.zeros((len(first), width)), np.full((len(first), width), -1, dtype=np.int64)
        np.add.at(filed, (text, chosen), kept)
        newest[text, chosen] = np.arange(count)  # the last of equals stays
        payees: dict[str, int] = {}
        keys = np.array([payees.setdefault(key, len(payees)) for key in rows.keys], dtype=np.int64)
        by_payee, last = np.zeros((len(payees), width)), np.zeros(len(payees), dtype=np.int64)
        np.add.at(by_payee, (keys, chosen), kept)
        last[keys] = chosen
        said = np.array([column[label] for label in told.labels], dtype=np.int64)
        best = said[told.plain.argmax(axis=1)] if count else chosen
        return cls(
            rows=rows,
            labels=labels,
            chosen=chosen,
            mine=filed.sum(axis=0),
            points=rows.points[first],
            filed=filed.astype(np.float32),
            newest=newest,
            payees=payees,
            by_payee=by_payee.astype(np.float32),
            met=np.bincount(keys, minlength=len(payees)),
            last=last,
            record=record_of(rows.points, keys, chosen, best, width),
        )

    def soon(self, days: Ints, prior: Doubles) -> Doubles:
        """(days, labels): shares by nearness in time."""
        near = np.exp(-np.abs(days[:, None] - self.rows.days[None, :]) / SHORT_DAYS)
        filed = np.zeros((len(self.chosen), len(self.labels)))
        filed[np.arange(len(self.chosen)), self.chosen] = 1
        return smoothed(near @ filed, prior, 1.0)

    def close(self, points: Floats) -> tuple[Floats, Floats, Ints]:
        """(texts, labels): weight of rows that are alike, the greatest likeness, and the row that has it or -1."""
        like = np.clip(points @ self.points.T, 0, 1)
        best = np.zeros((len(points), len(self.labels)), dtype=np.float32)
        nearest = np.full(best.shape, -1, dtype=np.int64)
        for label in np.unique(self.chosen):
            texts = np.flatnonzero(self.newest[:, label] >= 0)
            texts = texts[np.argsort(-self.newest[texts, label])]  # a later row wins among equals
            place = texts[like[:, texts].argmax(axis=1)]
            best[:, label], nearest[:, label] = like[np.arange(len(points)), place], self.newest[place, label]
        weight = like
        for _ in range(BROAD.bit_length() - 1):
            weight = weight * weight
        return weight @ self.filed, best, nearest

    def exact(self, keys: Sequence[str]) -> tuple[Floats, Ints, Doubles]:
        """(keys, labels): weight of rows of the same payee, (keys,) how many, (keys, labels) 1 for the latest."""
        numbers = np.array([self.payees.get(key, -1) if key else -1 for key in keys], dtype=np.int64)
        known = np.flatnonzero(numbers >= 0)
        weight = np.zeros((len(keys), len(self.labels)), dtype=np.float32)
        met, last = np.zeros(len(keys), dtype=np.int64), np.zeros(weight.shape)
        weight[known], met[known] = self.by_payee[numbers[known]], self.met[numbers[known]]
        last[known, self.last[numbers[known]]] = 1
        return weight, met, last

    def direction(self, incoming: NDArray[np.bool_]) -> Doubles:
        """(rows, labels): log odds by the direction of the money, from own rows; 0 where they do not tell."""
        width = len(self.labels)
        into = np.bincount(self.chosen, weights=self.rows.incoming, minlength=width)
        total = np.bincount(self.chosen, minlength=width)
        whole = (into.sum() + 0.5) / (total.sum() + 1)
        share = (into + 2 * whole) / (total + 2)
        known_well = (total >= 2) * 0.7
        odds_in, odds_out = np.log(share / whole), np.log((1 - share) / (1 - whole))
        return np.asarray(np.where(incoming[:, None], odds_in * known_well, odds_out * known_well))


def _memory(days: Ints) -> Doubles:
    """How much each confirmed row still counts: by its age in rows and in days."""
    if not len(days):
        return np.zeros(0)
    age = (days[-1] - days).astype(np.float64)
    by_rows = np.exp(-np.arange(len(days))[::-1] / LONG_MEMORY)
    return np.asarray(0.65 * by_rows + 0.35 * np.exp(-np.maximum(age, 0) / OLD_DAYS))


def _distinct(points: Floats) -> tuple[Ints, Ints]:
    """(texts,) the first row of each text, (rows,) the number of each row's text."""
    numbers: dict[bytes, int] = {}
    text = np.array([numbers.setdefault(one.tobytes(), len(numbers)) for one in points], dtype=np.int64)
    first = np.full(len(numbers), -1, dtype=np.int64)
    first[text[::-1]] = np.arange(len(text))[::-1]
    return first, text
