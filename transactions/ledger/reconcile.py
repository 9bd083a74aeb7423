"""Comparing an account with a statement of its bank: opening + ticked rows = closing, in minor units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """`difference` is what the ticked rows still lack (positive) or have too much (negative) of the closing balance."""

    opening: int
    ticked: int
    closing: int

    @property
    def difference(self) -> int:
        return self.closing - self.opening - self.ticked


def tally(opening: int, amounts: Iterable[int], closing: int) -> Tally:
    return Tally(opening, sum(amounts), closing)


def telling_rows(difference: int, rows: Iterable[tuple[int, int, bool]]) -> list[int]:
    """Rows whose tick alone explains a difference: (id, amount, is_ticked) -> ids to look at first. A missing tick of
    that amount, or a tick too many of its opposite."""
    if not difference:
        return []
    return [pk for pk, amount, is_ticked in rows if amount == (-difference if is_ticked else difference)]
