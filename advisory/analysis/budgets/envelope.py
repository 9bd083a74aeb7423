"""Envelopes: all money that came in is given a purpose. What no envelope holds is still to be assigned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisory.analysis.budgets.carry import Standing


@dataclass(frozen=True, slots=True)
class Given:
    """`in_hand`: what there was at the start and all that came in less all that went out since. `held`: by envelopes;
    an overspent one holds less than nothing. Together with `to_assign` they are always exactly what is in hand."""

    in_hand: int
    held: int

    @property
    def to_assign(self) -> int:
        return self.in_hand - self.held


def given_out(opening: int, net: int, envelopes: Iterable[Standing]) -> Given:
    """`net`: of every row since the envelopes began, up to the end of the month, whatever its category, transfers left
    out. What is spent where no envelope is comes out of what was still to be assigned, and so does an overspending
    that its budget does not carry over."""
    return Given(opening + net, sum(one.left for one in envelopes))
