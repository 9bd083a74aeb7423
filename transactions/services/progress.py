"""How far a job is, said often enough to be believed and seldom enough not to matter."""

from __future__ import annotations

from collections.abc import Callable

TIMES = 40
Tick = Callable[[int, int], None]
"""Hears now and then how many rows are done, of how many."""


def in_silence(_done: int, _of: int) -> None:
    """Nobody wants to hear how far it is."""


def in_steps(say: Callable[[str, int], None], words: str, first: int, last: int) -> Tick:
    """A function of (done, of) that passes `words` with both numbers on to `say`, forty times at most, with per cent
    from `first` to `last`."""
    said = -1

    def tick(done: int, of: int) -> None:
        nonlocal said
        share = TIMES * done // max(of, 1)
        if share > said:
            said = share
            say(f"{words}, {done:,} of {of:,} rows", first + (last - first) * share // TIMES)

    return tick
