"""The loop: start what is due, pass on what is printed, restart what died, say when all is ready, stop everything."""

from __future__ import annotations

import logging
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from spendwise_project.supervisor import guard
from spendwise_project.supervisor.child import Child, adopt_orphans, signal_group

TICK_SECONDS = 0.2
ASK_SECONDS = 0.5
COMPLAIN_SECONDS = 60.0


@dataclass(slots=True)
class Supervisor:
    """Keeps its children running until it is told to stop. `grace`: seconds between SIGTERM and SIGKILL.

    `is_tied`: stop when standard input closes, so that a killed caller takes everything along.
    `missing` names what is not ready yet; `on_ready` is called once when nothing is missing any more.
    """

    children: list[Child]
    log: logging.Logger
    grace: float
    missing: Callable[[], list[str]]
    on_ready: Callable[[], None]
    is_tied: bool = False
    is_stopping: bool = False
    is_hurried: bool = False
    is_announced: bool = False
    ask_at: float = 0.0
    complain_at: float = 0.0
    selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    guard_process: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Blocks until SIGINT, SIGTERM or SIGHUP; then ends every process group that it started."""
        adopt_orphans()
        self._listen_to_signals()
        self._start_guard()
        if self.is_tied:
            self.selector.register(sys.stdin.fileno(), selectors.EVENT_READ, None)
        self.complain_at = time.monotonic() + COMPLAIN_SECONDS
        try:
            while not self.is_stopping:
                self._start_due()
                self._pump(TICK_SECONDS)
                self._restart_ended()
                self._ask_readiness()
        finally:
            self._stop_all()

    def _listen_to_signals(self) -> None:
        signal.signal(signal.SIGINT, self._on_signal)
        signal.signal(signal.SIGTERM, self._on_signal)
        if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup means: go on without a terminal
            signal.signal(signal.SIGHUP, self._on_signal)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.is_hurried = self.is_stopping
        self.is_stopping = True

    def _start_guard(self) -> None:
        self.guard_process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(Path(guard.__file__)), str(self.grace)],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def _tell_guard(self, sign: str, group: int) -> None:
        assert self.guard_process is not None
        assert self.guard_process.stdin is not None
        try:
            self.guard_process.stdin.write(f"{sign}{group}\n".encode())
            self.guard_process.stdin.flush()
        except OSError:
            self.log.warning("the guard process is gone; children end with this one only on Linux")

    def _start_due(self) -> None:
        now = time.monotonic()
        for child in self.children:
            if not child.is_running and child.due_at <= now and not self.is_stopping:
                child.start()
                self._tell_guard("+", child.pid)
                self.selector.register(child.fileno(), selectors.EVENT_READ, child)
                self.log.info("started %s pid=%s", child.name, child.pid)

    def _pump(self, seconds: float) -> None:
        for key, _ in self.selector.select(seconds):
            child: Child | None = key.data
            if child is None:
                self._listen_to_caller(key.fd)
            elif not child.pump():
                self.selector.unregister(key.fd)
                time.sleep(0.01)  # its exit status follows its closed output

    def _listen_to_caller(self, descriptor: int) -> None:
        if not os.read(descriptor, 4096):
            self.selector.unregister(descriptor)
            self.is_stopping = True

    def _restart_ended(self) -> None:
        for child in self.children:
            if child.has_ended():
                status = self._bury(child)
                delay = child.schedule_restart()
                self.log.warning("%s ended (%s); starting it again in %.1f s", child.name, described(status), delay)

    def _bury(self, child: Child) -> int:
        group, descriptor = child.pid, child.fileno()
        if descriptor in self.selector.get_map():
            self.selector.unregister(descriptor)
        status = child.bury()
        self._tell_guard("-", group)
        return status

    def _ask_readiness(self) -> None:
        now = time.monotonic()
        if self.is_announced or now < self.ask_at:
            return
        self.ask_at = now + ASK_SECONDS
        missing = self.missing()
        if not missing:
            self.is_announced = True
            self.on_ready()
        elif now > self.complain_at:
            self.complain_at = now + COMPLAIN_SECONDS
            self.log.warning("still waiting for: %s", ", ".join(missing))

    def _stop_all(self) -> None:
        """Redis last: the others hand back what they hold."""
        self.log.info("stopping")
        redis = [child for child in self.children if child.name == "redis"]
        self._stop([child for child in self.children if child not in redis])
        self._stop(redis)
        self.log.info("stopped")
        if self.guard_process is not None and self.guard_process.stdin is not None:
            self.guard_process.stdin.close()
            self.guard_process.wait()

    def _stop(self, children: list[Child]) -> None:
        """SIGTERM to each leader, which ends its own helpers in order; SIGKILL to the group after the grace."""
        running = [child for child in children if child.is_running]
        for child in running:
            if child.process is not None:
                child.process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + self.grace
        while running and time.monotonic() < deadline and not self.is_hurried:
            self._pump(0.05)
            running = [child for child in running if not self._has_finished(child)]
        for child in running:
            self.log.warning("%s did not stop in time; killing it", child.name)
            signal_group(child.pid, signal.SIGKILL)
            self._bury(child)

    def _has_finished(self, child: Child) -> bool:
        if not child.has_ended():
            return False
        self._bury(child)
        return True


def described(status: int) -> str:
    """An exit status in words: negative numbers are signals."""
    return f"exit {status}" if status >= 0 else signal.Signals(-status).name
