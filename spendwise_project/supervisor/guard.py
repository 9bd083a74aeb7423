"""A small process that outlives a killed supervisor for as long as it takes to end the supervisor's children.

Reads lines `+<group>` and `-<group>` from its standard input. When the other end closes, every process group still
listed gets SIGTERM, and what is left after the grace (its argument, in seconds) SIGKILL. The supervisor runs this as a
file; standard library only.
"""

from __future__ import annotations

import os
import signal
import sys
import time


def watch() -> set[int]:
    """Follow the list until the supervisor is gone; returns the groups that it left behind."""
    groups: set[int] = set()
    for line in sys.stdin:
        group = int(line[1:])
        if line.startswith("+"):
            groups.add(group)
        else:
            groups.discard(group)
    return groups


def end_groups(groups: set[int], grace: float) -> None:
    _signal(groups, signal.SIGTERM)
    deadline = time.monotonic() + grace
    while time.monotonic() < deadline and any(is_alive(group) for group in groups):
        time.sleep(0.1)
    _signal(groups, signal.SIGKILL)


def is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):  # macOS says EPERM for a group of zombies
        return False
    return True


def _signal(groups: set[int], number: int) -> None:
    for group in groups:
        try:
            os.killpg(group, number)
        except (ProcessLookupError, PermissionError):
            continue


if __name__ == "__main__":
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    end_groups(watch(), grace=float(sys.argv[1]))
