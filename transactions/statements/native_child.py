"""A child process for native code that opens other people's files: its memory and time are bounded, and a crash or a
limit that is hit ends it and nothing else. The file goes through standard input, JSON lines come back."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20  # seconds on the clock for each second of processor time: the machine may be busy with other things


def run_child(module: str, data: bytes, *, memory: int, seconds: int, more: Sequence[int] = ()) -> bytes | None:
    """What the module wrote with `data` on its standard input; None when it came to no end in time.

    `memory` in bytes of address space, `seconds` of processor time; with `more` they are its arguments. What it wrote
    may be cut short anywhere, by a limit or a crash.
    """
    numbers = [str(number) for number in (memory, seconds, *more)]
    command = [sys.executable, "-m", module, *numbers]
    try:
        # Only numbers made here are on the command line.
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=PATIENCE * seconds, check=False, cwd=ROOT
        )
    except subprocess.TimeoutExpired:
        return None
    is_limited = done.returncode < 0 or b"MemoryError" in done.stderr or b"memory" in done.stderr
    return None if is_limited else done.stdout


def limit_this_process(memory: int, seconds: int) -> None:
    """Called by the child. A limit that the parent has already may be lower, and cannot be raised."""
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (least, least))
