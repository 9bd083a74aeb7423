"""Run one command after another, each in a process group that never outlives this script. Standard library only."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
TAIL_LINES = 40
_current: subprocess.Popen[bytes] | None = None


class StepFailedError(Exception):
    """A command ended badly; the text says which, and shows the end of what it printed."""


def stop_with_children() -> None:
    """Make Ctrl-C and SIGTERM end the running command's whole group before this script."""
    signal.signal(signal.SIGINT, _on_signal)
    signal.signal(signal.SIGTERM, _on_signal)


def _on_signal(number: int, _frame: FrameType | None) -> None:
    if _current is not None:
        end_group(_current)
    sys.exit(128 + number)


def end_group(process: subprocess.Popen[bytes], grace: float = 5.0) -> None:
    """SIGTERM to the leader's group, SIGKILL after the grace."""
    for number, seconds in ((signal.SIGTERM, grace), (signal.SIGKILL, 1.0)):
        try:
            os.killpg(process.pid, number)
            process.wait(timeout=seconds)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def step(title: str, argv: Sequence[str], *, env: Mapping[str, str] | None = None, cwd: Path = ROOT, log: Path) -> None:
    """Run `argv` with its output in `log`, printing one line with the seconds; StepFailedError when it fails."""
    global _current  # noqa: PLW0603 - the signal handler has no other way to know
    sys.stdout.write(f"{title} ... ")
    sys.stdout.flush()
    started = time.monotonic()
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        _current = subprocess.Popen(
            argv, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
        )
        status = _current.wait()
        _current = None
    sys.stdout.write(f"{time.monotonic() - started:.0f} s\n")
    if status:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-TAIL_LINES:])
        raise StepFailedError(f"{tail}\n\n{title} failed (exit {status}): {' '.join(argv)}\nThe whole output: {log}")
