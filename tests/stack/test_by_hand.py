"""Each process started by its own documented command, without the supervisor, makes a working SpendWise."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import httpx
import pytest

from scripts.statement import last_full_month, moved_statement
from spendwise_project.supervisor import ports, readiness, redis_source
from tests.stack.people import new_person
from tests.stack.running import ROOT, Stack, wait_until
from tests.stack.today import today

pytestmark = pytest.mark.timeout(180)


def documented_commands() -> list[str]:
    """Web, worker, scheduler and Redis as docs/OPERATIONS.md gives them."""
    page = (ROOT / "docs" / "OPERATIONS.md").read_text()
    blocks = re.findall(r"^(?:Web|Worker|Scheduler|Redis)\b.*:\n```sh\n(.+)\n```", page, re.MULTILINE)
    assert len(blocks) == 4
    return blocks


@contextmanager
def running(command: str, stack: Stack) -> Iterator[subprocess.Popen[bytes]]:
    """The command as a shell would run it, `python` and `redis-server` being those of this environment."""
    words = [os.path.expandvars(word) for word in shlex.split(command)]
    words[0] = {"python": sys.executable, "redis-server": redis_source.server_binary()}[words[0]]
    words = [word.replace("$SPENDWISE_DATA_DIR", str(stack.data)).replace("8000", str(stack.port)) for word in words]
    with (stack.data / "by-hand.log").open("ab") as log:
        process = subprocess.Popen(words, cwd=ROOT, env=stack.env, stdout=log, stderr=log, start_new_session=True)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=20)
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stack]:
    """A prepared data directory with nothing running."""
    stack = Stack(port=ports.free_port())
    monkeypatch.delenv("SPENDWISE_DATA_DIR")
    stack.manage("prepare")
    (stack.data / "redis").mkdir()
    yield stack
    stack.remove()


def test_the_four_documented_commands_make_a_working_whole(by_hand: Stack) -> None:
    web, worker, beat, redis = documented_commands()
    with ExitStack() as started:
        # Redis is the first to start and the last to stop, as the page says.
        processes = [started.enter_context(running(command, by_hand)) for command in (redis, web, worker, beat)]
        wait_until("ready", lambda: not readiness.missing_parts(by_hand.port), seconds=60)
        alice = new_person(by_hand.url)
        alice.import_file("statement.csv", moved_statement(today()))
        assert alice.make_report(last_full_month(today()))["status"] == "succeeded"
        assert [process.poll() for process in processes] == [None] * 4
    assert [process.returncode for process in processes] == [0] * 4
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{by_hand.url}/healthz")


def test_containers_health_checks(stack: Stack, by_hand: Stack) -> None:
    """The check of docker-compose.yml, run as the containers run it."""
    check = [sys.executable, str(ROOT / "spendwise_project" / "supervisor" / "readiness.py"), "localhost"]
    well = subprocess.run([*check, str(stack.port), "database", "redis", "media", "worker"], check=False)
    assert well.returncode == 0
    gone = subprocess.run([*check, str(by_hand.port), "worker"], check=False, capture_output=True, text=True)
    assert (gone.returncode, gone.stderr.strip()) == (1, "web")


def test_worker_and_scheduler_alone_under_the_supervisor(by_hand: Stack) -> None:
    """docker-compose's worker: Redis and web are somebody else's."""
    web, _worker, _beat, redis = documented_commands()
    with running(redis, by_hand), running(web, by_hand):
        wait_until("web", lambda: readiness.missing_parts(by_hand.port) == ["worker"], seconds=60)
        together = "python -m spendwise_project.supervisor --only worker,beat"
        with running(together, by_hand) as supervisor:
            wait_until("ready", lambda: not readiness.missing_parts(by_hand.port), seconds=60)
        assert supervisor.returncode == 0
