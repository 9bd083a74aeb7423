"""What a piece of work costs the process that does it."""

from __future__ import annotations

import json
import resource
import time
from types import TracebackType


def used() -> float:
    """Seconds of the processor, in this process and those it waited for."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def peak() -> float:
    """MB that were resident at most in this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def peak_of_children() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


class Meter:
    """`cpu` and `wall` are the seconds of the block."""

    def __init__(self) -> None:
        self.cpu = self.wall = 0.0

    def __enter__(self) -> Meter:
        self._cpu, self._wall = used(), time.perf_counter()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.cpu, self.wall = used() - self._cpu, time.perf_counter() - self._wall

    def tell(self, **also: object) -> None:
        """One line for whoever started the process."""
        print(json.dumps({"cpu": self.cpu, "wall": self.wall, "peak": peak(), **also}), flush=True)
