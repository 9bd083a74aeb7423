"""A whole SpendWise on a free port and a data directory of its own, for tests that look at it from outside."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from spendwise_project.supervisor import ports, readiness
from tests.stack.database import Rows, asking, drop_database, is_postgres, make_database

ROOT = Path(__file__).resolve().parents[2]
READY_SECONDS = 90.0
STOP_SECONDS = 40.0


def wait_until(what: str, is_so: Callable[[], object], seconds: float = 30.0) -> None:
    """Poll until `is_so` is true; AssertionError naming `what` when it never is."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, f"not within {seconds:.0f} s: {what}"
        time.sleep(0.1)


def short_directory() -> Path:
    """A private directory whose sockets have short paths."""
    return Path(tempfile.mkdtemp(prefix="sw-stack-", dir="/tmp"))


def stack_environment(data: Path, **settings: str) -> dict[str, str]:
    """What the stack's processes see: none of the tests' own keys, one worker's two processes, no throttles."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("SPENDWISE_")
        and name not in {"SECRET_KEY", "JWT_SECRET_KEY", "REDIS_URL", "DATABASE_URL"}
    }
    own = {
        "SPENDWISE_DATA_DIR": str(data),
        "SPENDWISE_THROTTLES": "off",
        "SPENDWISE_BACKUPS": "off",  # the scheduler's, which would come in the middle of whatever is tested
        "SPENDWISE_IMPORT_MAX_BYTES": "52428800",  # a file above it need not be a quarter of a gigabyte
    }
    return {**kept, **own, **settings}


@dataclass(slots=True)
class Stack:
    """One supervisor with its children. `settings` are variables on top of the usual ones.

    Its database is SQLite in the data directory, or one of its own where the tests were given a PostgreSQL server.
    """

    data: Path = field(default_factory=short_directory)
    settings: dict[str, str] = field(default_factory=dict)
    options: list[str] = field(default_factory=list)
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        if is_postgres():
            self.settings = {**self.settings, "DATABASE_URL": make_database()}

    @property
    def database(self) -> Path | str:
        return self.settings.get("DATABASE_URL") or self.data / "database.db"

    def rows(self, query: str) -> Rows:
        """What a query answers, past Django."""
        with asking(self.database) as ask:
            return ask(query)

    def take_tables(self, prepared: Stack) -> None:
        """Copy another stack's database; nothing may be using it."""
        if isinstance(prepared.database, Path):
            shutil.copy(prepared.database, self.data)
        else:
            drop_database(self.settings["DATABASE_URL"])
            self.settings["DATABASE_URL"] = make_database(prepared.database)

    def remove(self) -> None:
        """Everything it kept; stop it first."""
        shutil.rmtree(self.data, ignore_errors=True)
        if "DATABASE_URL" in self.settings:
            drop_database(self.settings["DATABASE_URL"])

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def env(self) -> dict[str, str]:
        return stack_environment(self.data, **self.settings)

    def manage(self, *arguments: str) -> str:
        """Run a management command on this data directory; returns what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> None:
        """Start and wait until /readyz says that every part works."""
        self.spawn()
        self.wait_ready()

    def spawn(self) -> None:
        self.port = self.port or ports.free_port()
        command = [sys.executable, "-m", "spendwise_project.supervisor", "--port", str(self.port), "--until-eof"]
        with (self.data / "console.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, *self.options],
                cwd=ROOT,
                env=self.env,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def wait_ready(self) -> None:
        assert self.process is not None
        deadline = time.monotonic() + READY_SECONDS
        while missing := readiness.missing_parts(self.port):
            assert self.process.poll() is None, self.console()
            assert time.monotonic() < deadline, f"missing: {missing}\n{self.console()}"
            time.sleep(0.1)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask it to stop and wait; returns the supervisor's exit status."""
        assert self.process is not None
        assert self.process.stdin is not None
        self.process.send_signal(number)
        status = self.process.wait(timeout=STOP_SECONDS)
        self.process.stdin.close()
        self.process = None
        return status

    def console(self) -> str:
        return (self.data / "console.log").read_text(errors="replace")

    def child(self, role: str) -> int:
        """Process id of a role's leader, from the supervisor's last word about it."""
        lines = [line for line in self.console().splitlines() if f"started {role} pid=" in line]
        return int(lines[-1].rpartition("=")[2]) if lines else 0


def processes_of(data: Path) -> dict[int, str]:
    """Every living process that was started for this data directory; id -> command.

    Known by the environment or, as Redis writes its title over that, by the command.
    """
    mark = f"SPENDWISE_DATA_DIR={data}".encode()
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            if mark in (entry / "environ").read_bytes().split(b"\0") or str(data) in command:
                found[int(entry.name)] = command
        except OSError:  # it ended while we looked
            continue
    return found
