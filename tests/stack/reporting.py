"""Reports asked for over HTTP, and what lies on the disk and in the tables afterwards."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx

from scripts.statement import moved_statement
from tests.stack.people import Person, new_person
from tests.stack.running import Stack, processes_of
from tests.stack.today import today


def with_statement(stack: Stack) -> Person:
    person = new_person(stack.url)
    done = person.import_file("statement.csv", moved_statement(today()))
    assert done["status"] == "committed"
    return person


def report_folders(stack: Stack) -> list[Path]:
    return sorted(path for path in (stack.data / "media" / "reports").glob("*/*/*") if path.is_dir())


def facts_of(person: Person, report: dict[str, Any]) -> list[dict[str, Any]]:
    facts: list[dict[str, Any]] = json.loads(person.file(report["files"]["json"]))["facts"]
    return facts


def ask_at_once(stack: Stack, person: Person, month: str, hands: int) -> list[tuple[int, int, int]]:
    """As many threads ask for one report, each on a connection of its own: (status, report, job) of each answer."""
    headers = {"Authorization": person.http.headers["Authorization"]}

    def ask(_: int) -> tuple[int, int, int]:
        with httpx.Client(base_url=stack.url, headers=headers, timeout=120) as http:
            answer = http.post("/api/reports/", json={"month": month})
            body = answer.json()
            return answer.status_code, body["id"], body["job"]["id"]

    with ThreadPoolExecutor(hands) as pool:
        return list(pool.map(ask, range(hands)))


def kill_workers(stack: Stack) -> None:
    """The whole worker group at once, as when the machine takes it away."""
    for pid, command in processes_of(stack.data).items():
        if "celery" in command and " worker" in command:
            with contextlib.suppress(ProcessLookupError):  # its leader has ended it meanwhile
                os.kill(pid, signal.SIGKILL)


def touch_a_row(person: Person, month: str, chance: random.Random) -> httpx.Response:
    """Give one row of the month another amount, so that the next report of the month is a new one."""
    rows = person.http.get(f"/api/transactions/?start={month}-01&end={month}-28").json()["results"]
    amount = f"-{chance.randint(1, 10**6) / 100:.2f}"
    return person.http.patch(f"/api/transactions/{chance.choice(rows)['id']}/", json={"amount": amount})


def finishes_per_report_job(stack: Stack) -> set[int]:
    """How often each report job has ended: {1} when none was lost or done twice."""
    query = (
        "SELECT sum(CASE WHEN e.kind IN ('finished', 'failed', 'cancelled') THEN 1 ELSE 0 END)"
        " FROM transactions_job j JOIN transactions_jobevent e ON e.job_id = j.id"
        " WHERE j.kind = 'monthly_report' GROUP BY j.id"
    )
    return {int(count) for (count,) in stack.rows(query)}


def filed(stack: Stack) -> set[str]:
    """The folders that finished reports name, relative to MEDIA."""
    return {folder for (folder,) in stack.rows("SELECT folder FROM advisory_report WHERE status = 'succeeded'")}
