"""Thirty kills at random moments, of all workers or of Redis, while many people ask for reports."""

from __future__ import annotations

import os
import random
import secrets
import signal
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest

from tests.campaign.conftest import Start
from tests.campaign.killing import damaged_files, gaps_in_versions, is_back, succeeded, tried_again
from tests.campaign.stream import Stream, enrol, waiting
from tests.stack.reporting import filed, finishes_per_report_job, kill_workers, report_folders
from tests.stack.running import Stack, wait_until

pytestmark = pytest.mark.timeout(1200)
KILLS = 30
PEOPLE = 10
LEASE_SECONDS = 6
SWEEP_SECONDS = 2
MOST_SECONDS = 60.0
ROLES = ("worker", "redis")


@dataclass(frozen=True, slots=True)
class Kill:
    """What was killed, and how long until everything it interrupted was done and new work went on."""

    role: str
    seconds: float


def test_thirty_kills_lose_and_double_nothing(start: Start, figures: Callable[[str], None]) -> None:
    seed = secrets.randbelow(10**6)
    figures(f"kills: seed {seed}")
    chance = random.Random(seed)
    stack = start(
        SPENDWISE_JOB_LEASE_SECONDS=str(LEASE_SECONDS),
        SPENDWISE_JOB_SWEEP_SECONDS=str(SWEEP_SECONDS),
        SPENDWISE_ACCESS_TOKEN_SECONDS="3600",
        SPENDWISE_JOB_MAX_ATTEMPTS="30",  # thirty kills hit a report more often than the usual three attempts allow for
    )
    stream = Stream(stack, enrol(stack, PEOPLE), seed)
    stream.begin()
    try:
        kills = [kill(stack, chance) for _ in range(KILLS)]
        wait_until("there is more than one report to a kill", lambda: len(stream.accepted) > KILLS, 300)
    finally:
        stream.end()
    wait_until("all reports have ended", lambda: waiting(stack) == 0, 180)
    figures(
        f"kills: lease {LEASE_SECONDS} s, {'; '.join(recovery(kills, role) for role in ROLES)};"
        f" {len(stream.accepted)} reports accepted, {tried_again(stack)} jobs needed another attempt,"
        f" answers {dict(stream.statuses)}, other faults {len(stream.faults)}"
    )
    assert stream.faults == []
    assert set(stream.statuses) <= {200, 202}
    assert max(one.seconds for one in kills) <= MOST_SECONDS
    assert len(stream.accepted) > KILLS
    assert stream.accepted <= succeeded(stack)
    assert finishes_per_report_job(stack) == {1}
    assert gaps_in_versions(stack) == []
    assert {str(folder.relative_to(stack.data / "media")) for folder in report_folders(stack)} == filed(stack)
    assert damaged_files(stack) == []


def kill(stack: Stack, chance: random.Random) -> Kill:
    """Kill one role at a random moment and wait until it is as if nothing had been."""
    time.sleep(chance.uniform(0.1, 2.0))
    role = chance.choice(ROLES)
    before = stack.child(role)
    interrupted = {job for (job,) in stack.rows("SELECT id FROM transactions_job WHERE status = 'running'")}
    newest = stack.rows("SELECT coalesce(max(id), 0) FROM transactions_jobevent")[0][0]
    began = time.monotonic()
    if role == "worker":
        kill_workers(stack)
    else:
        os.kill(before, signal.SIGKILL)
    wait_until(f"{role} is back", partial(is_back, stack, role, before, interrupted, newest), MOST_SECONDS * 2)
    return Kill(role, time.monotonic() - began)


def recovery(kills: list[Kill], role: str) -> str:
    seconds = [one.seconds for one in kills if one.role == role]
    return (
        f"{role} {len(seconds)} times, back in {statistics.median(seconds):.1f} s (median), {max(seconds):.1f} s (most)"
    )
