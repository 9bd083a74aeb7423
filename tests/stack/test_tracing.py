"""One request, followed by its id from the web server to the worker, in JSON lines without a secret."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from scripts.statement import last_full_month
from tests.stack.conftest import running_stack
from tests.stack.reporting import with_statement
from tests.stack.running import Stack
from tests.stack.today import today

pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def talkative(prepared: Stack) -> Iterator[Stack]:
    yield from running_stack(prepared, SPENDWISE_LOG_FORMAT="json", SPENDWISE_LOG_LEVEL="DEBUG")


def lines_of(stack: Stack, role: str) -> list[dict[str, Any]]:
    lines = (stack.data / "logs" / f"{role}.log").read_text().splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


def test_a_report_is_found_by_its_request_in_both_processes(talkative: Stack) -> None:
    alice = with_statement(talkative)
    alice.http.headers["X-Request-ID"] = "follow-this-one"
    report = alice.post("/api/reports/", {"month": last_full_month(today())}, 202)
    del alice.http.headers["X-Request-ID"]
    assert alice.wait_for_report(report)["status"] == "succeeded"
    for role in ("web", "worker"):
        mine = [line for line in lines_of(talkative, role) if line.get("request") == "follow-this-one"]
        assert any(report["job"]["key"] in line["message"] for line in mine), role
    jobs = {line.get("job") for line in lines_of(talkative, "worker") if report["job"]["key"] in line["message"]}
    assert jobs == {str(report["job"]["id"])}
    everything = "".join(path.read_text() for path in (talkative.data / "logs").iterdir())
    token = alice.http.headers["Authorization"].removeprefix("Bearer ")
    assert alice.password not in everything
    assert token not in everything
