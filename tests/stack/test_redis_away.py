"""Redis killed in the middle: nobody gets a 5xx, and what was asked for is done when it is back."""

from __future__ import annotations

import os
import signal
import threading
from collections import Counter
from functools import partial

import httpx
import pytest

from scripts.statement import last_full_month, moved_statement
from tests.stack.people import new_person
from tests.stack.running import Stack, wait_until
from tests.stack.today import today

pytestmark = pytest.mark.timeout(240)


def has_come_back(stack: Stack, before: int) -> bool:
    return stack.child("redis") != before


def hammer(stack: Stack, headers: dict[str, str], month: str, stop: threading.Event, seen: Counter[int]) -> None:
    """Read and ask for reports without a pause, counting the statuses."""
    with httpx.Client(base_url=stack.url, headers=headers, timeout=30) as http:
        while not stop.is_set():
            seen[http.get("/api/transactions/").status_code] += 1
            seen[http.get("/api/summary/").status_code] += 1
            seen[http.post("/api/reports/", json={"month": month}).status_code] += 1
            seen[http.get("/healthz").status_code] += 1


def test_nothing_lost_and_no_fault_while_redis_is_away(own_stack: Stack) -> None:
    alice = new_person(own_stack.url)
    alice.import_file("statement.csv", moved_statement(today()))
    month = last_full_month(today())
    stop, seen = threading.Event(), Counter[int]()
    headers = {"Authorization": alice.http.headers["Authorization"]}
    thread = threading.Thread(target=hammer, args=(own_stack, headers, month, stop, seen))
    thread.start()
    try:
        for _ in range(3):
            before = own_stack.child("redis")
            os.kill(before, signal.SIGKILL)
            wait_until("Redis started again", partial(has_come_back, own_stack, before))
            own_stack.wait_ready()
    finally:
        stop.set()
        thread.join()
    assert seen[200] > 10
    assert {status for status in seen if status >= 400} == set(), seen
    report = alice.wait_for_report(alice.post("/api/reports/", {"month": month}))
    assert report["status"] == "succeeded"
    reports = alice.get(f"/api/reports/?month={month}")["results"]
    assert [one["version"] for one in reports] == [1]
