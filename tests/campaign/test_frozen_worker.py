"""A worker that stands still longer than its lease and then goes on: what it made late never counts."""

from __future__ import annotations

import os
import random
import secrets
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from scripts.statement import last_full_month
from tests.campaign.conftest import Start
from tests.stack.people import ENDED, Person
from tests.stack.reporting import filed, finishes_per_report_job, report_folders, touch_a_row, with_statement
from tests.stack.running import Stack, wait_until
from tests.stack.today import today

pytestmark = pytest.mark.timeout(600)
WANTED = 20
MOST_TRIES = 80
LEASE_SECONDS = 2
PATIENCE_SECONDS = 12.0


@dataclass(frozen=True, slots=True)
class Frozen:
    """A worker process stopped in the middle of a report."""

    report: dict[str, Any]
    pid: int

    @property
    def job(self) -> int:
        return int(self.report["job"]["id"])


def test_a_late_result_is_refused(start: Start, figures: Callable[[str], None]) -> None:
    seed = secrets.randbelow(10**6)
    chance = random.Random(seed)
    stack = start(SPENDWISE_JOB_LEASE_SECONDS=str(LEASE_SECONDS), SPENDWISE_JOB_SWEEP_SECONDS="1")
    alice = with_statement(stack)
    refused = tries = 0
    while refused < WANTED and tries < MOST_TRIES:
        tries += 1
        frozen = freeze(stack, alice, chance)
        if frozen is not None:
            refused += is_refused(stack, alice, frozen)
    figures(f"frozen worker: seed {seed}, lease {LEASE_SECONDS} s, {refused} late results refused in {tries} tries")
    assert refused == WANTED
    assert finishes_per_report_job(stack) == {1}
    assert {str(folder.relative_to(stack.data / "media")) for folder in report_folders(stack)} == filed(stack)


def freeze(stack: Stack, person: Person, chance: random.Random) -> Frozen | None:
    """Ask for a new version of the report and stop its worker somewhere in the middle; None when that came too late."""
    month = last_full_month(today())
    assert touch_a_row(person, month, chance).status_code == 200
    report = person.post("/api/reports/", {"month": month}, 202)
    query = f"SELECT status, worker FROM transactions_job WHERE id = {report['job']['id']}"  # noqa: S608 - our own number
    wait_until("a worker has it", lambda: stack.rows(query)[0][0] != "queued", 30)
    time.sleep(chance.uniform(0, 0.5))
    pid = int(stack.rows(query)[0][1].rpartition(":")[2])
    os.kill(pid, signal.SIGSTOP)
    if stack.rows(query)[0][0] == "running":
        return Frozen(report, pid)
    os.kill(pid, signal.SIGCONT)
    person.wait_for_report(report)
    return None


def is_refused(stack: Stack, person: Person, frozen: Frozen) -> bool:
    """Wait for another worker to finish the report, let the frozen one go on, and see whether it was told off.

    False when nobody could take over: then the frozen one holds the lock of a database that has only one.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    report = frozen.report
    while report["status"] not in ENDED and time.monotonic() < deadline:
        time.sleep(0.2)
        query = f"SELECT status FROM advisory_report WHERE id = {frozen.report['id']}"  # noqa: S608 - our own number
        report = {**report, "status": stack.rows(query)[0][0]}
    taken_over = report["status"] in ENDED
    before = person.get(f"/api/reports/{report['id']}/") if taken_over else None
    os.kill(frozen.pid, signal.SIGCONT)
    if before is None:
        assert person.wait_for_report(frozen.report)["status"] == "succeeded"
        return False
    wait_until("it was told", lambda: f"job lost key={report['job']['key']} id={frozen.job} " in stack.console(), 30)
    after = person.get(f"/api/reports/{report['id']}/")
    assert (after, after["status"]) == (before, "succeeded")
    assert [len(person.file(path)) > 0 for path in after["files"].values()] == [True] * 4
    return True
