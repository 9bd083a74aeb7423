"""Bank texts as hashed n-grams of letters and words, in one numpy sweep over all texts.

A text becomes the bytes of ` word word `; every run of 2 to 5 bytes, every word and every pair of neighbouring words
falls into one of 2**BITS buckets by a polynomial hash. No vocabulary is stored, so the shipped arrays hold no text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from transactions.ledger.words import words_of

BITS = 16
BUCKETS = 1 << BITS
SHORTEST, LONGEST = 2, 5
LONGEST_TEXT = 120  # bytes; what stands behind are references
WORD_WEIGHT, PAIR_WEIGHT = 2.0, 1.5
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)

Floats = NDArray[np.float32]
Buckets = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """Sparse rows: text `i` has buckets `where[start[i]:start[i + 1]]` with `weight`s (float32, unit length a text)."""

    where: Buckets
    weight: Floats
    start: Buckets

    def __len__(self) -> int:
        return len(self.start) - 1

    @property
    def row(self) -> Buckets:
        """The text of each entry."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.start))


@lru_cache(maxsize=65536)
def plain_words(text: str) -> str:
    """The folded words that hold a letter, parted by single spaces: what the features are made of."""
    return " ".join(word for word in words_of(text[: LONGEST_TEXT * 2]) if not word.isdigit())[:LONGEST_TEXT]


def features_of(texts: Sequence[str]) -> Features:
    """The features of already plain texts (see `plain_words`)."""
    raw = [f" {text} ".encode()[: LONGEST_TEXT + 2] for text in texts]
    sizes = np.array([len(one) for one in raw], dtype=np.int64)
    letters = np.frombuffer(b"".join(raw), dtype=np.uint8).astype(np.uint64)
    ends = np.repeat(np.cumsum(sizes), sizes)
    owner = np.repeat(np.arange(len(raw), dtype=np.int64), sizes)
    parts = [_runs(letters, ends, owner, size) for size in range(SHORTEST, LONGEST + 1)]
    parts += _words(letters, ends, owner)
    where = np.concatenate([part[0] for part in parts])
    row = np.concatenate([part[1] for part in parts])
    weight = np.concatenate([np.full(len(part[0]), part[2], dtype=np.float32) for part in parts])
    return _summed(row, where, weight, len(raw))


def _runs(letters: NDArray[np.uint64], ends: Buckets, owner: Buckets, size: int) -> tuple[Buckets, Buckets, float]:
    """Runs of `size` bytes that stay inside their text."""
    count = len(letters) - size + 1
    if count <= 0:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), 1.0
    hashed = np.full(count, size, dtype=np.uint64)
    for offset in range(size):
        hashed = hashed * _BASE + letters[offset : offset + count]
    inside = np.arange(count) + size <= ends[:count]
    return _bucket(hashed[inside]), owner[:count][inside], 1.0


def _words(letters: NDArray[np.uint64], ends: Buckets, owner: Buckets) -> list[tuple[Buckets, Buckets, float]]:
    """Whole words and pairs of neighbouring words, hashed by differences of a running polynomial."""
    spaces = np.flatnonzero(letters == np.uint64(32))
    if len(spaces) < 2:
        return []
    powers = np.cumprod(np.full(2 * LONGEST_TEXT + 8, _BASE, dtype=np.uint64))
    running = np.zeros(len(letters) + 1, dtype=np.uint64)
    # sum of letter * BASE**place modulo 2**64: a difference is the word, shifted by its place; the shift is undone
    # by the inverse of BASE (odd numbers have one), so that a word has one hash wherever it stands
    inverse = np.uint64(pow(int(_BASE), -1, 1 << 64))
    lift = np.cumprod(np.full(len(letters), _BASE, dtype=np.uint64))
    lower = np.cumprod(np.full(len(letters), inverse, dtype=np.uint64))
    running[1:] = np.cumsum(letters * lift, dtype=np.uint64)
    del powers
    parts = []
    for words, weight in ((1, WORD_WEIGHT), (2, PAIR_WEIGHT)):
        first, last = spaces[:-words], spaces[words:]
        good = (owner[first] == owner[last]) & (last - first > words)
        first, last = first[good], last[good]
        hashed = (running[last] - running[first + 1]) * lower[first] + np.uint64(100 + words)
        parts.append((_bucket(hashed), owner[first], weight))
    return parts


def _bucket(hashed: NDArray[np.uint64]) -> Buckets:
    mixed = (hashed ^ (hashed >> np.uint64(31))) * _MIX
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)


def _summed(row: Buckets, where: Buckets, weight: Floats, texts: int) -> Features:
    """One entry a text and bucket, unit length a text."""
    place = row * BUCKETS + where
    order = np.argsort(place, kind="stable")
    place, weight = place[order], weight[order]
    first = np.flatnonzero(np.concatenate(([True], place[1:] != place[:-1]))) if len(place) else place
    sums = np.maximum.reduceat(weight, first) if len(place) else weight
    row, where = place[first] // BUCKETS, place[first] % BUCKETS
    start = np.searchsorted(row, np.arange(texts + 1))
    norm = np.sqrt(np.bincount(row, weights=sums.astype(np.float64) ** 2, minlength=texts))
    return Features(where, (sums / norm[row]).astype(np.float32), start.astype(np.int64))
