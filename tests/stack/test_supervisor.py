"""What dies comes back, what is stopped is gone, and two copies do not know of each other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from spendwise_project.envfile import redis_socket
from spendwise_project.supervisor import readiness
from tests.stack.running import ROOT, Stack, processes_of, wait_until


def test_each_killed_process_comes_back(own_stack: Stack) -> None:
    before = {role: own_stack.child(role) for role in ("redis", "web", "worker", "beat")}
    for pid in before.values():
        os.kill(pid, signal.SIGKILL)
    wait_until("all four started again", lambda: all(own_stack.child(role) != before[role] for role in before))
    own_stack.wait_ready()
    alive = processes_of(own_stack.data)
    assert {own_stack.child(role) for role in before} <= set(alive)
    assert not set(before.values()) & set(alive)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_leaves_no_process(own_stack: Stack, number: signal.Signals) -> None:
    assert len(processes_of(own_stack.data)) >= 6
    assert own_stack.stop(number) == 0
    assert processes_of(own_stack.data) == {}


def test_a_killed_supervisor_takes_everything_along(own_stack: Stack) -> None:
    assert own_stack.process is not None
    own_stack.stop(signal.SIGKILL)
    wait_until("every process gone", lambda: not processes_of(own_stack.data), seconds=20)
    assert readiness.missing_parts(own_stack.port) == ["web"]


def test_a_closed_caller_takes_everything_along(own_stack: Stack) -> None:
    assert own_stack.process is not None
    assert own_stack.process.stdin is not None
    own_stack.process.stdin.close()
    assert own_stack.process.wait(timeout=30) == 0
    assert processes_of(own_stack.data) == {}


def test_two_copies_run_side_by_side(stack: Stack, far_stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one's path is too long for a socket, which then lies elsewhere."""
    assert stack.port != far_stack.port
    for one in (stack, far_stack):
        assert httpx.get(f"{one.url}/readyz").json()["status"] == "ready"
    assert not set(processes_of(stack.data)) & set(processes_of(far_stack.data))
    monkeypatch.setenv("SPENDWISE_DATA_DIR", str(far_stack.data))
    socket = redis_socket()
    assert socket.exists()
    far_stack.stop()
    assert not socket.parent.exists()


def test_one_data_directory_runs_once(stack: Stack) -> None:
    said = supervisor_says(stack, "--port", "0")
    assert "already runs on" in said
    assert str(stack.data) in said


def test_a_busy_port_is_one_sentence(stack: Stack, tmp_path: Path) -> None:
    said = supervisor_says(Stack(data=tmp_path), "--port", str(stack.port))
    assert said.splitlines()[-1].startswith(f"Port {stack.port} is not free")
    assert "Traceback" not in said


def supervisor_says(stack: Stack, *options: str) -> str:
    """Start a second supervisor that must refuse; returns what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "spendwise_project.supervisor", *options],
        cwd=ROOT,
        env=stack.env,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    return done.stdout + done.stderr
