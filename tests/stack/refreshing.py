"""A bulk refresh watched from outside: two callers, a killed worker process, and how many ran at once."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.stack import database
from tests.stack.running import ROOT, Stack, processes_of, wait_until


def make_accounts(stack: Stack, count: int) -> None:
    """Accounts of one owner, through the ledger's own service."""
    code = (
        "from accounts.models import User\n"
        "from transactions.services.accounts import account_create\n"
        "owner = User.objects.create_user('many@example.org', 'only-for-this-test')\n"
        f"[account_create(owner=owner, name=f'Account {{n}}', currency='EUR') for n in range({count})]\n"
    )
    stack.manage("shell", "-c", code)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a refresh went. `told` is the most at once that each caller read from the events; `peak` what we saw."""

    statuses: list[int]
    told: list[int]
    peak: int
    seconds: float


def refresh_twice_and_kill(stack: Stack, units: int, seconds: float = 300.0) -> Outcome:
    """Two callers at once, and one of the worker's processes killed when a tenth is done."""
    began = time.monotonic()
    with probing(stack) as probe:
        callers = [refreshing(stack, seconds), refreshing(stack, seconds)]
        wait_until("a tenth is done", lambda: finished(stack)["succeeded"] > units // 10, 120)
        kill_one_worker_process(stack)
        outputs = [caller.communicate(timeout=seconds)[0] for caller in callers]
    said = [re.search(r"at most (\d+) at once", output) for output in outputs]
    return Outcome(
        statuses=[caller.returncode for caller in callers],
        told=[int(found[1]) for found in said if found],
        peak=probe.peak,
        seconds=time.monotonic() - began,
    )


def refreshing(stack: Stack, seconds: float) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "refresh", "--unit", "rollups", "--wait", f"{seconds:.0f}"],
        cwd=ROOT,
        env=stack.env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


class Probe(threading.Thread):
    """Counts every 20 ms, from outside, the jobs that run under a lease that still lasts."""

    def __init__(self, where: Path | str) -> None:
        super().__init__(daemon=True)
        self.where, self.stop, self.peak = where, threading.Event(), 0

    def run(self) -> None:
        query = (
            "SELECT count(*) FROM transactions_job WHERE status = 'running' AND pool = 'refresh'"
            " AND lease_until > {now}"
        )
        with database.asking(self.where) as ask:
            while not self.stop.wait(0.02):
                self.peak = max(self.peak, ask(query)[0][0])


@contextmanager
def probing(stack: Stack) -> Iterator[Probe]:
    probe = Probe(stack.database)
    probe.start()
    try:
        yield probe
    finally:
        probe.stop.set()
        probe.join()


def finished(stack: Stack) -> Counter[str]:
    """Jobs of this refresh by status, straight from the table."""
    query = "SELECT status, count(*) FROM transactions_job WHERE key LIKE 'refresh_rollups_%' GROUP BY status"
    return Counter(dict(stack.rows(query)))


def effects_per_job(stack: Stack) -> set[int]:
    query = "SELECT count(*) FROM transactions_jobevent WHERE kind = 'finished' GROUP BY job_id"
    return {count for (count,) in stack.rows(query)}


def kill_one_worker_process(stack: Stack) -> None:
    """One of the pool's processes, while it works."""
    children = worker_processes(stack)
    assert children, "the worker has no processes"
    os.kill(children[0], signal.SIGKILL)
    time.sleep(0.1)


def worker_processes(stack: Stack) -> list[int]:
    """The processes that do the work, without their leader."""
    leader = stack.child("worker")
    return [
        pid for pid, command in processes_of(stack.data).items() if "celery" in command and parent_of(pid) == leader
    ]


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
