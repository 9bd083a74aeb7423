"""A large import beside people who use the API: `python -m benchmarks.large_import [--rows 100000]`.

Starts a SpendWise of its own (as tests/stack/serve.py does), lets a reader and a writer ask it for a while, then sends
a CSV of that many rows as a job and lets them go on until it has ended. Printed are ratios within this run: how much
slower reads and writes are beside the import than on the idle server, writes that waited longer than a second, rows a
second, and by how much the memory of the workers and of the web server grew over what it was before.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import httpx

from benchmarks.visitor import COMMIT, Visitor, new_visitor
from tests.stack.running import Stack, processes_of

IDLE_SECONDS = 15.0
PAUSE = 0.05  # seconds between two requests of one client
LONG_WAIT = 1.0
PAYEES = (
    "Grocer",
    "Bakery",
    "Railway",
    "Power company",
    "Pharmacy",
    "Book shop",
    "Landlord",
    "Employer",
    "Café",
    "Insurer",
)


@dataclass(slots=True)
class Client:
    """One user asking over and over. `waits` are the seconds of every answer."""

    ask: Callable[[], None]
    waits: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    is_over: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        while not self.is_over.is_set():
            began = time.perf_counter()
            try:
                self.ask()
            except Exception as error:  # noqa: BLE001 - counted and printed; the others go on
                self.faults.append(f"{type(error).__name__}: {error}"[:200])
            self.waits.append(time.perf_counter() - began)
            time.sleep(PAUSE)


@dataclass(slots=True)
class Memory:
    """Samples the resident memory of a stack's processes, by what they are."""

    stack: Stack
    before: dict[int, int] = field(default_factory=dict)
    peaks: dict[int, int] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    is_over: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        while not self.is_over.is_set():
            self.sample()
            time.sleep(0.1)

    def sample(self) -> None:
        for pid, command in processes_of(self.stack.data).items():
            role = "worker" if "celery" in command and " worker" in command else "web" if "granian" in command else ""
            if role:
                with suppress(OSError):
                    used = resident(pid)
                    self.roles[pid] = role
                    self.before.setdefault(pid, used)
                    self.peaks[pid] = max(self.peaks.get(pid, 0), used)

    def grown(self, role: str) -> tuple[int, int]:
        """(peak, growth over the first sample) of the process of a role that grew most, in bytes."""
        found = [(self.peaks[pid], self.peaks[pid] - self.before[pid]) for pid in self.peaks if self.roles[pid] == role]
        return max(found, key=lambda pair: pair[1], default=(0, 0))


def resident(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    args = parser.parse_args()
    stack = Stack(settings={"SPENDWISE_ACCESS_TOKEN_SECONDS": "3600"})  # nobody signs in again meanwhile
    try:
        stack.manage("prepare")
        stack.start()
        sys.exit(measure(stack, args.rows))
    finally:
        if stack.process is not None:
            stack.stop()
        stack.remove()


def measure(stack: Stack, rows: int) -> int:
    importer, bystander = new_visitor(stack.url), new_visitor(stack.url)
    account = bystander.call("POST", "/api/accounts/", json={"name": "Cash", "kind": "cash", "currency": "EUR"}).body
    importer.upload("small.csv", table(200, date(2015, 1, 1)), **COMMIT)  # every process has done this once
    memory = Memory(stack)
    memory.sample()
    sampler = threading.Thread(target=memory.run)
    sampler.start()
    idle = beside(stack, bystander, int(account["id"]), lambda: time.sleep(IDLE_SECONDS))
    seconds: list[float] = []
    busy = beside(stack, bystander, int(account["id"]), lambda: seconds.append(import_large(importer, rows)))
    memory.is_over.set()
    sampler.join()
    return report(rows, seconds[0] if seconds else 0.0, (idle, busy), memory)


def beside(stack: Stack, visitor: Visitor, account: int, work: Callable[[], None]) -> tuple[Client, Client]:
    """A reader and a writer while `work` goes on."""
    pages = ("/api/summary/", "/api/transactions/?page_size=50", "/api/accounts/")
    turn = iter(range(10**9))
    number = iter(range(10**9))
    second = Visitor(httpx.Client(base_url=stack.url, headers=visitor.http.headers, timeout=120))

    def read() -> None:
        visitor.get(pages[next(turn) % len(pages)])

    def write() -> None:
        body = {"account": account, "booking_date": "2026-01-15", "amount": "-1.00", "description": f"{next(number)}"}
        answer = second.call("POST", "/api/transactions/", json=body)
        if answer.status != 201:
            raise RuntimeError(f"{answer.status}: {answer.body}")

    clients = Client(read), Client(write)
    threads = [threading.Thread(target=client.run) for client in clients]
    for thread in threads:
        thread.start()
    try:
        work()
    finally:
        for client in clients:
            client.is_over.set()
        for thread in threads:
            thread.join()
        second.http.close()
    return clients


def import_large(importer: Visitor, rows: int) -> float:
    """Seconds from sending the file to the end of its job."""
    began = time.monotonic()
    done = importer.upload("large.csv", table(rows, date(2016, 1, 1)), **COMMIT)
    if done.body.get("lines_new") != rows:
        raise RuntimeError(f"{rows} rows sent, answered {str(done.body)[:300]}")
    return time.monotonic() - began


def table(rows: int, first: date) -> bytes:
    """A statement of ten years with a running balance; the same rows at every call."""
    rng, balance = random.Random(rows), Decimal("1000.00")
    lines = ["Date,Payee,Purpose,Amount,Currency,Balance"]
    for row in range(rows):
        amount = Decimal(rng.randrange(-9000, 9000)) / 100
        balance += amount
        day = first + timedelta(days=row * 3650 // rows)
        lines.append(f"{day},{rng.choice(PAYEES)} {row % 97},Order {row},{amount},EUR,{balance}")
    return "\n".join(lines).encode()


def report(rows: int, seconds: float, phases: tuple[tuple[Client, Client], ...], memory: Memory) -> int:
    """Prints the figures; 1 when the import or a request failed."""
    idle, busy = phases
    print(f"{rows:,} rows in {seconds:.1f} s: {rows / max(seconds, 0.001):,.0f} rows a second")
    for what, before, beside_it in (("reads", idle[0], busy[0]), ("writes", idle[1], busy[1])):
        ratios = ", ".join(
            f"p{share} {of(beside_it, share) / of(before, share):.1f} times ({of(beside_it, share) * 1000:.0f} ms)"
            for share in (50, 95)
        )
        long = sum(wait > LONG_WAIT for wait in beside_it.waits)
        print(f"{what} beside the import, against the idle server: {ratios}")
        print(f"  {long} of {len(beside_it.waits)} waited over {LONG_WAIT:.0f} s, longest {max(beside_it.waits):.2f} s")
    for role in ("worker", "web"):
        most, grown = memory.grown(role)
        print(f"{role}: {most / 1e6:.0f} MB resident at most, {grown / 1e6:.0f} MB more than before")
    faults = [fault for phase in phases for client in phase for fault in client.faults]
    print(f"{len(faults)} requests failed", *faults[:5], sep="\n  ")
    return 1 if faults or not seconds else 0


def of(client: Client, share: int) -> float:
    """A percentile of the waits, in seconds."""
    return statistics.quantiles(client.waits, n=100)[share - 1]


if __name__ == "__main__":
    main()
