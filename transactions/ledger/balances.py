"""What an account held before the first line of a statement, from whatever balances the file states."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def implied_opening(
    amounts: Sequence[int], running: Sequence[int | None], opening: int | None, closing: int | None
) -> int | None:
    """The opening balance with which the lines lead to the stated closing balance; None when the file states none.

    All in minor units; `amounts` and `running` are in the order of the file, which may be newest first. The closing
    balance decides over the opening one: lines that could not be read must not make today's balance wrong.
    """
    if closing is not None:
        return closing - sum(amounts)
    if opening is not None:
        return opening
    return _from_running(amounts, running)


def _from_running(amounts: Sequence[int], running: Sequence[int | None]) -> int | None:
    known = [index for index, balance in enumerate(running) if balance is not None]
    if not known:
        return None
    if is_newest_first(amounts, running):
        latest = known[0]
        return (running[latest] or 0) - sum(amounts[latest:])
    latest = known[-1]
    return (running[latest] or 0) - sum(amounts[: latest + 1])


def is_newest_first(amounts: Sequence[int], running: Sequence[int | None]) -> bool:
    """Whether the running balances add up backwards more often than forwards."""
    rows = list(zip(amounts, running, strict=True))
    forwards = sum(before + amount == after for (_, before), (amount, after) in pairwise(rows) if before is not None)
    backwards = sum(after + amount == before for (amount, before), (_, after) in pairwise(rows) if after is not None)
    return backwards > forwards
