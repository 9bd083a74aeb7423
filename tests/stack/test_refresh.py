"""Bulk refresh with real workers: two callers at once, a killed worker, and never more at once than allowed."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.stack.running import ROOT, Stack, processes_of, stack_environment, wait_until

pytestmark = pytest.mark.timeout(420)
UNITS = 120
BOUND = 2


def make_accounts(stack: Stack, count: int) -> None:
    """Accounts of one owner, through the ledger's own service."""
    code = (
        "from accounts.models import User\n"
        "from transactions.services.accounts import account_create\n"
        "owner = User.objects.create_user('many@example.org', 'only-for-this-test')\n"
        f"[account_create(owner=owner, name=f'Account {{n}}', currency='EUR') for n in range({count})]\n"
    )
    stack.manage("shell", "-c", code)


def refreshing(stack: Stack) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "refresh", "--unit", "rollups", "--wait", "300"],
        cwd=ROOT,
        env=stack_environment(stack.data, **stack.settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


class Probe(threading.Thread):
    """Counts every 20 ms, from outside, the jobs that run under a lease that still lasts."""

    def __init__(self, database: Path) -> None:
        super().__init__(daemon=True)
        self.database, self.stop, self.peak = database, threading.Event(), 0

    def run(self) -> None:
        query = (
            "SELECT count(*) FROM transactions_job WHERE status = 'running' AND pool = 'refresh'"
            " AND lease_until > strftime('%Y-%m-%d %H:%M:%f', 'now')"
        )
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=20)) as database:
            while not self.stop.wait(0.02):
                self.peak = max(self.peak, database.execute(query).fetchone()[0])


def test_each_unit_is_done_once_within_the_bound(own_stack: Stack) -> None:
    make_accounts(own_stack, UNITS)
    probe = Probe(own_stack.data / "database.db")
    probe.start()
    callers = [refreshing(own_stack), refreshing(own_stack)]
    wait_until("some units are done", lambda: finished(own_stack)["succeeded"] > UNITS // 10, 120)
    kill_one_worker_process(own_stack)
    outputs = [caller.communicate(timeout=300)[0] for caller in callers]
    probe.stop.set()
    probe.join()
    print(f"units {UNITS}, bound {BOUND}, peak seen by the probe {probe.peak}")  # noqa: T201 - the figure is the point
    print("\n".join(outputs))  # noqa: T201
    assert [caller.returncode for caller in callers] == [0, 0], outputs
    assert finished(own_stack) == Counter(succeeded=UNITS), "each unit has exactly one job, and it succeeded"
    assert effects_per_job(own_stack) == {1}
    assert 1 <= probe.peak <= BOUND
    for output in outputs:
        told = re.search(r"at most (\d+) at once", output)
        assert told is not None
        assert int(told[1]) <= BOUND


def finished(stack: Stack) -> Counter[str]:
    """Jobs of this refresh by status, straight from the table."""
    query = "SELECT status, count(*) FROM transactions_job WHERE key LIKE 'refresh_rollups_%' GROUP BY status"
    with closing(sqlite3.connect(stack.data / "database.db", timeout=20)) as database:
        return Counter(dict(database.execute(query)))


def effects_per_job(stack: Stack) -> set[int]:
    query = "SELECT count(*) FROM transactions_jobevent WHERE kind = 'finished' GROUP BY job_id"
    with closing(sqlite3.connect(stack.data / "database.db", timeout=20)) as database:
        return {count for (count,) in database.execute(query)}


def kill_one_worker_process(stack: Stack) -> None:
    """One of the pool's processes, while it works."""
    leader = stack.child("worker")
    children = [
        pid for pid, command in processes_of(stack.data).items() if "celery" in command and parent_of(pid) == leader
    ]
    assert children, "the worker has no processes"
    os.kill(children[0], signal.SIGKILL)
    time.sleep(0.1)


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
