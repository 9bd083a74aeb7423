"""What an account held before the first line of a statement, from whatever balances the file states."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise


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
    order = range(len(running))
    first = next((index for index in order if running[index] is not None), None)
    if first is None:
        return None
    if is_newest_first(amounts, running):
        return (running[first] or 0) - sum(islice(amounts, first, None))
    last = next(index for index in reversed(order) if running[index] is not None)
    return (running[last] or 0) - sum(islice(amounts, last + 1))


def is_newest_first(amounts: Sequence[int], running: Sequence[int | None]) -> bool:
    """Whether the running balances add up backwards more often than forwards."""
    forwards = backwards = 0
    for (first, before), (second, after) in pairwise(zip(amounts, running, strict=True)):
        forwards += before is not None and before + second == after
        backwards += after is not None and after + first == before
    return backwards > forwards
