"""The main job over HTTP with real workers: asked for fifty times, killed in the middle, proven row by row."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from typing import Any

import httpx
import pytest

from scripts.statement import last_full_month
from tests.stack.people import Person, new_person
from tests.stack.reporting import ask_at_once, facts_of, kill_workers, report_folders, with_statement
from tests.stack.running import Stack, wait_until
from tests.stack.today import today

pytestmark = pytest.mark.timeout(300)
SIMULTANEOUS = 50


def test_fifty_requests_at_once_make_one_job_and_one_set_of_files(own_stack: Stack) -> None:
    alice = with_statement(own_stack)
    answers = ask_at_once(own_stack, alice, last_full_month(today()), SIMULTANEOUS)
    assert {status for status, _, _ in answers} <= {200, 202}
    assert len({(report, job) for _, report, job in answers}) == 1
    report = alice.wait_for_report(alice.get(f"/api/reports/{answers[0][1]}/"))
    assert (report["status"], report["version"]) == ("succeeded", 1)
    jobs = [job for job in alice.get("/api/jobs/")["results"] if job["kind"] == "monthly_report"]
    assert len(jobs) == 1
    assert len(report_folders(own_stack)) == 1


def test_every_figure_is_proven_by_its_rows_and_files_are_the_owners_alone(stack: Stack) -> None:
    alice, bob = with_statement(stack), new_person(stack.url, "Bob")
    report = alice.make_report(last_full_month(today()))
    assert report["status"] == "succeeded"
    assert set(report["files"]) == {"json", "html", "pdf", "csv"}
    for path in report["files"].values():
        assert alice.file(path)
        assert httpx.get(stack.url + path).status_code == 401
        assert bob.http.get(path).status_code == 404
    assert alice.file(report["files"]["pdf"]).startswith(b"%PDF-")
    assert b"<script" not in alice.file(report["files"]["html"]).lower()
    amounts = {row["id"]: Decimal(row["amount"]) for row in all_rows(alice)}
    facts = facts_of(alice, report)
    sums = [fact for fact in facts if fact["kind"] == "sum"]
    assert len(sums) > 10
    for fact in sums:
        assert sum((amounts[txn] for txn in fact["transactions"]), Decimal(0)) == Decimal(fact["value"]), fact
    for fact in facts[:20]:
        evidence = alice.get(f"/api/facts/{fact['id']}/evidence/")
        assert evidence["matches"] is True, evidence
        bob.get(f"/api/facts/{fact['id']}/evidence/", 404)


def all_rows(person: Person) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    page = person.get("/api/transactions/?page_size=200")
    while True:
        rows += page["results"]
        if not page["next"]:
            return rows
        page = person.get(page["next"])


def test_the_same_inputs_give_the_same_report_and_changed_ones_a_new_version(stack: Stack) -> None:
    alice = with_statement(stack)
    month = last_full_month(today())
    first = alice.make_report(month)
    again = alice.post("/api/reports/", {"month": month}, 200)
    assert again["id"] == first["id"]
    row = next(row for row in all_rows(alice) if row["booking_date"].startswith(month))
    answer = alice.http.patch(f"/api/transactions/{row['id']}/", json={"amount": "-1.23"})
    assert answer.status_code == 200, answer.text
    stale = [fact for fact in facts_of(alice, first) if row["id"] in fact["transactions"]]
    assert alice.get(f"/api/facts/{stale[0]['id']}/")["is_stale"] is True
    newer = alice.wait_for_report(alice.post("/api/reports/", {"month": month}, 202))
    assert (newer["version"], newer["status"]) == (2, "succeeded")
    assert alice.get(f"/api/reports/{first['id']}/")["is_superseded"] is True
    assert alice.file(first["files"]["json"]), "the superseded report stays readable"


def test_a_month_that_has_not_begun_is_refused_and_the_running_one_is_partial(stack: Stack) -> None:
    alice = new_person(stack.url)
    day = today()
    following = f"{day.year + 1}-{day.month:02d}"
    refused = alice.post("/api/reports/", {"month": following}, 400)
    assert refused["code"] == "future_month"
    empty = alice.make_report(f"{day:%Y-%m}")
    assert (empty["status"], empty["is_partial"]) == ("succeeded", True)


def test_a_worker_killed_in_the_middle_of_a_report_loses_and_doubles_nothing(own_stack: Stack) -> None:
    alice = with_statement(own_stack)
    report = alice.post("/api/reports/", {"month": last_full_month(today())}, 202)
    before = own_stack.child("worker")
    wait_until("a worker has it", lambda: alice.get(f"/api/reports/{report['id']}/")["status"] != "queued", 30)
    kill_workers(own_stack)
    wait_until("a worker is back", lambda: own_stack.child("worker") != before)
    own_stack.wait_ready()
    began = time.monotonic()
    ended = alice.wait_for_report(report, seconds=60)
    assert ended["status"] == "succeeded", ended
    assert time.monotonic() - began < 60
    folders = report_folders(own_stack)
    assert len(folders) == 1, folders
    assert len(list(folders[0].iterdir())) == 4
    assert [one["version"] for one in alice.get("/api/reports/")["results"]] == [1]


def test_a_job_is_followed_live_over_the_event_stream(stack: Stack) -> None:
    alice = with_statement(stack)
    seen: list[dict[str, Any]] = []
    with alice.http.stream("GET", "/api/telemetry/stream/", timeout=60) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = stream.iter_lines()
        assert next(lines) == "retry: 2000"
        asked = alice.post("/api/reports/", {"month": last_full_month(today())}, 202)
        for line in lines:
            if line.startswith('data: {"event"'):
                seen.append(json.loads(line[6:]))
                if seen[-1]["job"]["id"] == asked["job"]["id"] and seen[-1]["event"]["kind"] == "finished":
                    break
    kinds = [one["event"]["kind"] for one in seen if one["job"]["id"] == asked["job"]["id"]]
    assert kinds[0] == "enqueued"
    assert kinds[1] == "claimed"
    assert set(kinds[2:-1]) == {"stage"}
    assert kinds[-1] == "finished"


def test_the_trace_of_one_job_can_be_read_in_the_logs(stack: Stack) -> None:
    alice = with_statement(stack)
    report = alice.make_report(last_full_month(today()))
    key = report["job"]["key"]
    wait_until("the worker's line is written", lambda: f"job finished key={key}" in stack.console())
    console = stack.console()
    assert f"job enqueued key={key}" in console
    assert f"job claimed key={key}" in console


def test_nobody_sees_another_owners_jobs(stack: Stack) -> None:
    alice, bob = with_statement(stack), new_person(stack.url, "Bob")
    report = alice.make_report(last_full_month(today()))
    bob.get(f"/api/jobs/{report['job']['id']}/", 404)
    bob.post(f"/api/jobs/{report['job']['id']}/cancel/", {}, 404)
    assert bob.get("/api/jobs/")["results"] == []
    assert httpx.get(f"{stack.url}/api/telemetry/stream/").status_code == 401
