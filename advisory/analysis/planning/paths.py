"""How the own past strayed from its line, as many equally likely paths: what chances are read off.

A path is drawn from weeks of the past, with replacement (block bootstrap, Künsch), so that what belongs together in a
week stays together. The seed is fixed: two questions about the same past are answered with the same paths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice
from random import Random

BLOCK = 7
COUNT = 500
SEED = 19_790_101
FEWEST_BLOCKS = 8


@dataclass(frozen=True, slots=True)
class Paths:
    """`strays[i][d]`: by how much path i lies off its line `d` + 1 days ahead, in minor units."""

    strays: tuple[tuple[int, ...], ...]

    def risk(self, line: Sequence[int], floor_minor: int = 0) -> float:
        """The share of paths around this line of balances that fall below the floor."""
        short = sum(
            1 for stray in self.strays if any(at + off < floor_minor for at, off in zip(line, stray, strict=False))
        )
        return short / len(self.strays)


def own_paths(daily: Sequence[int], days: int, *, count: int = COUNT, seed: int = SEED) -> Paths | None:
    """`daily`: sums of each past day in minor units, oldest first, of what no series explains. None from fewer than
    eight weeks: that is no past to draw from."""
    blocks = [daily[end - BLOCK : end] for end in range(len(daily), BLOCK - 1, -BLOCK)]
    if len(blocks) < FEWEST_BLOCKS:
        return None
    usual = sum(map(sum, blocks))
    among = len(blocks) * BLOCK
    chance = Random(seed)  # noqa: S311 (paths to look at, nothing secret)
    needed = -(-days // BLOCK)
    return Paths(
        tuple(
            _stray([blocks[chance.randrange(len(blocks))] for _ in range(needed)], days, usual, among)
            for _ in range(count)
        )
    )


def _stray(blocks: Sequence[Sequence[int]], days: int, usual: int, among: int) -> tuple[int, ...]:
    """What the drawn days add up to, less what so many usual days do; whole minor units."""
    sums = accumulate(islice(chain.from_iterable(blocks), days))
    return tuple(total - usual * day // among for day, total in enumerate(sums, start=1))
