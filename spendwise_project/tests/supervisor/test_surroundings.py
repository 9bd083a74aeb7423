"""Ports, locks, logs, the guard and the announcement."""

from __future__ import annotations

import io
import logging
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from spendwise_project.supervisor import announce, guard, ports
from spendwise_project.supervisor.cli import parsed
from spendwise_project.supervisor.locks import AlreadyRunningError, hold_roles
from spendwise_project.supervisor.logs import Console, open_log
from spendwise_project.supervisor.supervisor import described


def test_a_listening_port_is_not_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert not ports.is_free(port)
        said = subprocess.run([sys.executable, ports.__file__, str(port)], capture_output=True, text=True, check=False)
        assert said.returncode == 1
        assert said.stderr.strip() == ports.busy_sentence(port)
    assert ports.is_free(port)


def test_free_port_can_be_bound() -> None:
    port = ports.free_port()
    with socket.create_server(("127.0.0.1", port)) as server:
        assert server.getsockname()[1] == port


def test_a_role_is_held_once_per_data_directory(tmp_path: Path) -> None:
    held = hold_roles(tmp_path, ["web", "worker"])
    with pytest.raises(AlreadyRunningError, match=f"process {os.getpid()}"):
        hold_roles(tmp_path, ["worker"])
    for one in [*hold_roles(tmp_path, ["beat"]), *hold_roles(tmp_path / "other", ["worker"]), *held]:
        one.close()
    again = hold_roles(tmp_path, ["worker"])
    assert again[0].closed is False
    again[0].close()


def test_guard_ends_what_the_supervisor_left_behind() -> None:
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
    done = subprocess.Popen([sys.executable, "-c", "pass"], start_new_session=True)
    done.wait()
    told = f"+{sleeper.pid}\n+{done.pid}\n-{done.pid}\n"
    subprocess.run([sys.executable, "-I", "-S", guard.__file__, "1"], input=told, text=True, timeout=30, check=True)
    assert sleeper.wait(timeout=5) == -15


def test_guard_kills_what_ignores_the_request() -> None:
    code = "import signal, time; signal.signal(15, signal.SIG_IGN); print('ready', flush=True); time.sleep(60)"
    stubborn = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True)
    assert stubborn.stdout is not None
    stubborn.stdout.readline()
    guard.end_groups({stubborn.pid}, grace=0.2)
    assert stubborn.wait(timeout=5) == -9
    stubborn.stdout.close()


def test_announcement_says_all_a_person_needs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SPENDWISE_DEMO_EMAIL", "demo@example.org")
    monkeypatch.setenv("SPENDWISE_DEMO_PASSWORD", "a-password")
    text = announce.block(8123, tmp_path)
    for wanted in (
        "http://localhost:8123\n",
        "http://localhost:8123/admin/",
        "demo@example.org",
        "a-password",
        "Ctrl-C",
    ):
        assert wanted in text
    assert str(tmp_path) in text
    monkeypatch.delenv("SPENDWISE_DEMO_PASSWORD")
    assert "demo@example.org" not in announce.block(8123, tmp_path)


def test_log_goes_to_file_and_console(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = open_log("web", tmp_path, is_quiet=False)
    log.info("hello")
    assert (tmp_path / "web.log").read_text() == "hello\n"
    assert capsys.readouterr().out == "web        | hello\n"
    open_log("web", tmp_path, is_quiet=True).info("quiet")
    assert capsys.readouterr().out == ""
    assert (tmp_path / "web.log").read_text() == "hello\nquiet\n"


def test_a_closed_console_is_given_up() -> None:
    class Closed(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    console = Console(Closed())
    console.handle(logging.makeLogRecord({"msg": "lost", "levelno": logging.INFO}))
    assert console.level > logging.CRITICAL


def test_exit_status_in_words() -> None:
    assert described(3) == "exit 3"
    assert described(-9) == "SIGKILL"


def test_unknown_roles_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert parsed(["--only", "worker, beat"]).only == ["worker", "beat"]
    with pytest.raises(SystemExit):
        parsed(["--only", "worker,celery"])
    assert "roles are redis, web, worker, beat; not celery" in capsys.readouterr().err
