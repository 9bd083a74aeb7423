"""Pages over HTTP: SpendWise and bare Django, each behind the same server with one worker, asked in turns.

The processor's time is read from /proc for all processes of a server, so it covers the socket, the framework, the
sign-in and the database.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.speed.rounds import Cost, FailedError

TICKS = os.sysconf("SC_CLK_TCK")
READY_SECONDS = 60.0
LEAST_SECONDS = 1.0
"""Of the processor that a measurement takes: /proc counts in hundredths."""
MOST_REQUESTS = 400


@dataclass(slots=True)
class Server:
    """One running server. `headers` go with every request."""

    name: str
    port: int
    process: subprocess.Popen[bytes]
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, *, body: object = None) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            return _answer(connection, self, path, body)
        finally:
            connection.close()

    def used(self) -> float:
        return sum(_used(pid) for pid in _family(self.process.pid))

    def resident(self) -> float:
        """MB of the process that holds most: the one that answers."""
        return max(_resident(pid) for pid in _family(self.process.pid))


def serving(
    name: str, application: str, env: Mapping[str, str], log: Path, ready: str
) -> AbstractContextManager[Server]:
    """The application behind granian, as SpendWise's own supervisor starts it."""
    port = free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "asginl", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "1", "--no-ws", application,
    ]  # fmt: skip
    return started(name, command, port, env=env, log=log, ready=ready)


@contextmanager
def started(
    name: str, command: Sequence[str], port: int, *, env: Mapping[str, str], log: Path, ready: str
) -> Iterator[Server]:
    """A program that answers at this port, until it is left. FailedError when it does not start."""
    with log.open("wb") as console:
        process = subprocess.Popen(command, env={**os.environ, **env}, stdout=console, stderr=console)
    server = Server(name, port, process)
    try:
        _wait(server, ready, log)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def measure(server: Server, path: str, *, least: float = LEAST_SECONDS) -> Cost:
    """The cost of one request, over as many as it takes to read it off; `told` has the median wait in ms."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    for _ in range(5):
        _answer(connection, server, path)
    before = server.used()
    waits: list[float] = []
    while len(waits) < MOST_REQUESTS and (len(waits) < 20 or server.used() - before < least):
        for _ in range(10):
            began = time.perf_counter()
            _answer(connection, server, path)
            waits.append(time.perf_counter() - began)
    connection.close()
    wait = statistics.median(waits)
    return Cost((server.used() - before) / len(waits), wait, server.resident(), {"requests": len(waits)})


def sign_in(server: Server, email: str, password: str) -> None:
    answer = server.ask("/api/auth/token/", body={"email": email, "password": password})
    server.headers["Authorization"] = f"Bearer {json.loads(answer)['access']}"


def _answer(connection: http.client.HTTPConnection, server: Server, path: str, body: object = None) -> bytes:
    headers = {**server.headers, "Content-Type": "application/json"}
    sent = None if body is None else json.dumps(body)
    connection.request("GET" if body is None else "POST", path, body=sent, headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    if answer.status != 200:
        raise FailedError(f"{server.name} {path}: {answer.status} {content[:300]!r}")
    return content


def _wait(server: Server, path: str, log: Path) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while True:
        try:
            server.ask(path)
        except OSError:
            if time.monotonic() > deadline or server.process.poll() is not None:
                raise FailedError(f"{server.name} does not start: {log.read_text()[-600:]}") from None
            time.sleep(0.2)
        else:
            return


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _family(pid: int) -> list[int]:
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # the thread has ended meanwhile
            for child in task.read_text().split():
                found += _family(int(child))
    return found


def _used(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _resident(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0
