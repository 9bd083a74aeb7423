"""One supervised process: start it, read what it prints, notice its end, start it again later, end its whole group."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from spendwise_project.envfile import BASE_DIR
from spendwise_project.supervisor.guard import is_alive

FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
# A process that ran this long was healthy: its next failure starts again at the first delay.
STEADY_SECONDS = 30.0
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
READ_BYTES = 65536


def _linux_prctl() -> Callable[[int, int], int] | None:
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    return lambda option, value: int(library.prctl(option, value, 0, 0, 0))


prctl = _linux_prctl()


def adopt_orphans() -> None:
    """Have grandchildren whose parent died handed to this process, so that their end can be seen. Linux only."""
    if prctl:
        prctl(PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent() -> None:
    """In the child, between fork and exec: ask the kernel for SIGTERM when the supervisor dies. Linux only."""
    if prctl:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass(slots=True)
class Child:
    """A role with its command. Times are monotonic seconds."""

    name: str
    argv: list[str]
    env: Mapping[str, str]
    log: logging.Logger
    process: subprocess.Popen[bytes] | None = None
    failures: int = 0
    started_at: float = 0.0
    due_at: float = 0.0
    unfinished: bytes = field(default=b"", repr=False)

    def start(self) -> None:
        """Spawn in a session of its own, so that a Ctrl-C in the terminal reaches the supervisor alone."""
        self.process = subprocess.Popen(
            self.argv,
            cwd=BASE_DIR,
            env=dict(self.env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_parent,  # safe: the supervisor has one thread  # noqa: PLW1509
        )
        assert self.process.stdout is not None
        os.set_blocking(self.process.stdout.fileno(), False)
        self.started_at = time.monotonic()

    @property
    def is_running(self) -> bool:
        return self.process is not None

    @property
    def pid(self) -> int:
        """Process and group id; 0 while it is down."""
        return self.process.pid if self.process else 0

    def fileno(self) -> int:
        """The reading end of what it prints, for select."""
        assert self.process is not None
        assert self.process.stdout is not None
        return self.process.stdout.fileno()

    def pump(self) -> bool:
        """Pass on whole lines it has printed; False once it has closed its output."""
        text = self._read()
        if text:
            self._pass_on(text)
        return text != b""

    def _read(self) -> bytes | None:
        """What it printed since the last call: None for nothing yet, b"" for never again."""
        try:
            return os.read(self.fileno(), READ_BYTES)
        except BlockingIOError:
            return None

    def _pass_on(self, text: bytes) -> None:
        lines = (self.unfinished + text).split(b"\n")
        self.unfinished = lines.pop()[-READ_BYTES:]
        for line in lines:
            self.log.info("%s", line.decode(errors="replace").rstrip())

    def has_ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def bury(self) -> int:
        """After its leader ended: end what is left of its group and forget it; returns the exit status."""
        assert self.process is not None
        assert self.process.stdout is not None
        status = self.process.wait()
        signal_group(self.pid, signal.SIGKILL)
        reap_group(self.pid)
        while text := self._read():
            self._pass_on(text)
        if self.unfinished:
            self._pass_on(b"\n")
        self.process.stdout.close()
        self.process = None
        return status

    def schedule_restart(self) -> float:
        """Set when to start it again; returns the delay in seconds, doubled with each quick failure."""
        now = time.monotonic()
        self.failures = 0 if now - self.started_at >= STEADY_SECONDS else self.failures + 1
        delay: float = min(FIRST_DELAY * 2 ** max(self.failures - 1, 0), LONGEST_DELAY)
        self.due_at = now + delay
        return delay


def signal_group(group: int, number: int) -> None:
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):  # already gone; macOS says EPERM for zombies
        return


def reap_group(group: int, seconds: float = 5.0) -> None:
    """Wait until nobody of a killed group is left, collecting orphans that were handed to us."""
    deadline = time.monotonic() + seconds
    while is_alive(group) and time.monotonic() < deadline:
        try:
            pid, _ = os.waitpid(-group, os.WNOHANG)
        except ChildProcessError:
            pid = 0  # not ours to collect: init does it
        if not pid:
            time.sleep(0.02)
