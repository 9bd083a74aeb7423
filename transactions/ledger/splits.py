"""Shares of a transaction: together they are exactly the whole."""

from __future__ import annotations

from collections.abc import Iterable


def split_difference(amount_minor: int, shares: Iterable[int]) -> int:
    """What the shares leave over of the amount, in minor units and signed; zero when they are exactly the whole."""
    return amount_minor - sum(shares)
