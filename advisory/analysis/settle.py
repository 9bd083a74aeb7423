"""Rounding that keeps a sum: whole numbers as near as can be to exact parts, adding up to a given total."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction


def settled(parts: Sequence[Fraction], total: int) -> list[int]:
    """Each part's floor or, for those with the largest remainders, one more, so that all add up to `total`.

    The largest-remainder method (Hamilton). Equal remainders go to the earlier part, so the caller's order must not
    hang on that of the rows. Raises ValueError where `total` is further from the exact sum than rounding explains.
    """
    floors = [math.floor(part) for part in parts]
    missing = total - sum(floors)
    if not 0 <= missing <= len(parts):
        raise ValueError(f"{total} is not the rounded sum of these parts.")
    by_remainder = sorted(range(len(parts)), key=lambda place: (floors[place] - parts[place], place))
    for place in by_remainder[:missing]:
        floors[place] += 1
    return floors
