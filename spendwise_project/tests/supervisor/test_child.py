"""One supervised process: its lines, its end, its group, its pauses."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from spendwise_project.supervisor import child as module
from spendwise_project.supervisor.child import Child, signal_group
from spendwise_project.supervisor.guard import is_alive

SLEEP = "import time; time.sleep(60)"


class Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@pytest.fixture
def lines() -> Lines:
    return Lines()


@pytest.fixture
def started(lines: Lines) -> Iterator[list[Child]]:
    children: list[Child] = []
    yield children
    for child in children:
        if child.is_running:
            signal_group(child.pid, 9)
            child.bury()


def run(code: str, lines: Lines, started: list[Child]) -> Child:
    log = logging.getLogger(f"test.child.{len(started)}.{id(lines)}")
    log.setLevel(logging.INFO)
    log.addHandler(lines)
    child = Child("test", [sys.executable, "-c", code], dict(os.environ), log)
    started.append(child)
    child.start()
    return child


def wait_for_end(child: Child) -> None:
    deadline = time.monotonic() + 20
    while not child.has_ended():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_passes_on_whole_lines_and_last_words(lines: Lines, started: list[Child]) -> None:
    child = run("print('one'); print('two', end='', flush=True)", lines, started)
    wait_for_end(child)
    assert child.bury() == 0
    assert lines.lines == ["one", "two"]
    assert not child.is_running


def test_undecodable_output_is_passed_on_replaced(lines: Lines, started: list[Child]) -> None:
    child = run("import sys; sys.stdout.buffer.write(b'caf\\xe9\\n')", lines, started)
    wait_for_end(child)
    child.bury()
    assert lines.lines == ["caf\ufffd"]


def test_burying_ends_the_helpers_it_left_behind(lines: Lines, started: list[Child]) -> None:
    code = f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', {SLEEP!r}]).pid, flush=True)"
    child = run(code, lines, started)
    group = child.pid
    wait_for_end(child)
    helper = int(os.read(child.fileno(), 100))
    assert Path(f"/proc/{helper}").exists() or sys.platform != "linux"
    child.bury()
    assert not is_alive(group) or _is_zombie(helper)


def _is_zombie(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


def test_runs_in_a_group_of_its_own(lines: Lines, started: list[Child]) -> None:
    child = run(SLEEP, lines, started)
    assert os.getpgid(child.pid) == child.pid != os.getpgid(0)


def test_pause_doubles_with_quick_failures_and_has_an_end(lines: Lines) -> None:
    child = Child("test", [], {}, logging.getLogger("test.pause"))
    child.started_at = time.monotonic()
    delays = [child.schedule_restart() for _ in range(9)]
    assert delays == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0]


def test_a_healthy_run_forgets_earlier_failures(monkeypatch: pytest.MonkeyPatch) -> None:
    child = Child("test", [], {}, logging.getLogger("test.pause"))
    child.failures = 6
    child.started_at = time.monotonic() - module.STEADY_SECONDS - 1
    assert child.schedule_restart() == module.FIRST_DELAY
    assert child.failures == 0
