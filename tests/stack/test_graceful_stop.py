"""SIGTERM in the middle of a report: the worker finishes it or hands it back, and it ends once."""

from __future__ import annotations

import os
import signal

import pytest

from scripts.statement import last_full_month
from tests.stack.reporting import filed, finishes_per_report_job, report_folders, with_statement
from tests.stack.running import Stack, wait_until
from tests.stack.today import today

pytestmark = pytest.mark.timeout(300)


def ask_and_catch(stack: Stack) -> tuple[dict[str, str], str]:
    """A report that a worker is at, and the query for its job's status."""
    alice = with_statement(stack)
    report = alice.post("/api/reports/", {"month": last_full_month(today())}, 202)
    query = f"SELECT status FROM transactions_job WHERE id = {report['job']['id']}"  # noqa: S608 - our own number
    wait_until("a worker has it", lambda: stack.rows(query)[0][0] != "queued", 60)
    return report, query


def assert_ended_once(stack: Stack, query: str) -> None:
    wait_until("the report has ended", lambda: stack.rows(query)[0][0] == "succeeded", 90)
    assert finishes_per_report_job(stack) == {1}
    assert {str(folder.relative_to(stack.data / "media")) for folder in report_folders(stack)} == filed(stack)


def test_the_worker_alone_is_asked_to_stop(own_stack: Stack) -> None:
    """The supervisor starts another one, which does whatever the first did not finish."""
    _, query = ask_and_catch(own_stack)
    before = own_stack.child("worker")
    os.kill(before, signal.SIGTERM)
    wait_until("another worker is there", lambda: own_stack.child("worker") != before, 60)
    assert_ended_once(own_stack, query)


def test_everything_is_asked_to_stop_and_started_again(own_stack: Stack) -> None:
    _, query = ask_and_catch(own_stack)
    assert own_stack.stop() == 0
    assert own_stack.rows(query)[0][0] in {"succeeded", "running", "queued"}
    own_stack.start()
    assert_ended_once(own_stack, query)
