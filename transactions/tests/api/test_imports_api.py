from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from accounts.models import User
from transactions import dispatch
from transactions.models import Job, Transaction
from transactions.services.jobs import job_run
from transactions.tests.fake_bank import bank_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
MARCH = bank_file(("2026-03-01", "-12.30", "Tesco"), ("2026-03-02", "-2.80", "Cafe"), currency="EUR")


@pytest.fixture
def me(alice: User, api: Callable[[User | None], APIClient]) -> APIClient:
    return api(alice)


def post(me: APIClient, data: bytes = MARCH, name: str = "march.csv", **fields: object) -> Any:
    return me.post("/api/imports/", {"file": SimpleUploadedFile(name, data), **fields}, format="multipart")


def test_a_preview_then_a_commit_then_a_rollback(me: APIClient) -> None:
    answer = post(me)
    seen = answer.json()
    assert (answer.status_code, seen["status"], seen["lines_new"]) == (200, "previewed", 2)
    assert set(seen) == {
        "id", "status", "file_name", "file_bytes", "format", "encoding", "source_key", "accounts", "lines_found",
        "lines_new", "lines_duplicate", "lines_review", "lines_rejected", "first_date", "last_date", "sums", "errors",
        "account_candidates",
        "understood", "columns", "questions", "overrides", "profile_used", "preview", "duplicates", "certificate",
        "job", "created_at", "finished_at",
    }  # fmt: skip
    assert seen["accounts"] == [
        {
            "id": None,
            "name": "march",
            "kind": "",
            "external_ref": "",
            "currency": "EUR",
            "lines_new": 2,
            "lines_duplicate": 0,
            "opening_balance": None,
            "closing_balance": None,
            "sum": "-15.10",
            "first_date": "2026-03-01",
            "last_date": "2026-03-02",
            "balance_check": "not_stated",
            "balance_difference": None,
            "reason": "",
            "candidates": [],
        }
    ]
    assert seen["preview"][0] == {
        "line": 1,
        "booking_date": "2026-03-01",
        "value_date": None,
        "amount": "-12.30",
        "currency": "EUR",
        "counterparty": "Tesco",
        "description": "",
        "balance": None,
        "status": "new",
        "reason": "",
        "match": None,
        "is_duplicate": False,
    }
    done = me.post(f"/api/imports/{seen['id']}/commit/", {})
    assert (done.status_code, done.json()["status"], Transaction.objects.count()) == (201, "committed", 2)
    assert done.json()["accounts"][0]["id"] is not None
    undone = me.post(f"/api/imports/{seen['id']}/rollback/")
    assert (undone.status_code, undone.json()["status"], Transaction.objects.count()) == (200, "rolled_back", 0)
    assert me.post(f"/api/imports/{seen['id']}/commit/", {}).status_code == 409
    assert [row["id"] for row in me.get("/api/imports/").json()["results"]] == [seen["id"]]
    assert me.get(f"/api/imports/{seen['id']}/").json()["status"] == "rolled_back"


def test_committing_at_once_and_again_adds_nothing(me: APIClient) -> None:
    first, second = post(me, commit="true"), post(me, commit="true")
    assert (first.status_code, first.json()["lines_new"]) == (201, 2)
    assert (second.status_code, second.json()["lines_new"], second.json()["lines_duplicate"]) == (201, 0, 2)


@pytest.mark.parametrize("data", [b"", b"what", b"\xff\xfe\x00"])
def test_a_refused_file_is_400_in_the_same_shape(me: APIClient, data: bytes) -> None:
    answer = post(me, data, commit="true")
    assert (answer.status_code, answer.json()["status"]) == (400, "failed")
    assert answer.json()["errors"][0]["message"]
    assert Transaction.objects.count() == 0


def test_a_file_above_the_limit_is_413(me: APIClient, settings: Any) -> None:
    settings.IMPORT_MAX_BYTES = 20
    answer = post(me)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_requests_that_are_no_upload_are_400_or_415(me: APIClient) -> None:
    assert list(me.post("/api/imports/", {}, format="multipart").json()["fields"]) == ["file"]
    assert me.post("/api/imports/", {"file": "text"}, format="multipart").status_code == 400
    torn = me.post("/api/imports/", b"--x\r\nContent-Dis", content_type="multipart/form-data; boundary=x")
    assert torn.status_code == 400
    no_boundary = me.post("/api/imports/", b"abc", content_type="multipart/form-data")
    assert no_boundary.status_code == 400
    assert me.post("/api/imports/", {"file": 1}, format="json").status_code == 400
    assert me.post("/api/imports/", b"x", content_type="text/csv").status_code == 415
    assert post(me, account="x").status_code == 400
    assert post(me, commit="perhaps").status_code == 400


@pytest.mark.parametrize("name", ["../../x.csv", "a\x00b.csv", "x" * 400 + ".csv", "конто.csv", "\u202ecsv.exe"])
def test_any_file_name_is_taken(me: APIClient, name: str) -> None:
    answer = post(me, name=name)
    assert answer.status_code in (200, 400)
    if answer.status_code == 200:
        assert "/" not in answer.json()["file_name"]
        assert len(answer.json()["file_name"]) <= 255


def test_a_large_file_is_queued_and_done_by_a_worker(
    me: APIClient, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[Job] = []
    monkeypatch.setattr(dispatch, "enqueue", rung.append)
    settings.IMPORT_INLINE_BYTES = 10
    answer = post(me, commit="true")
    record = answer.json()
    assert (answer.status_code, record["status"], Transaction.objects.count()) == (202, "queued", 0)
    assert [job.pk for job in rung] == [record["job"]]
    assert rung[0].key == f"statement_import_{record['id']}"
    assert job_run(job_id=record["job"])
    done = me.get(f"/api/imports/{record['id']}/").json()
    assert (done["status"], done["lines_new"], Transaction.objects.count()) == ("committed", 2, 2)


def test_a_large_preview_is_committed_by_a_second_job(
    me: APIClient, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatch, "enqueue", lambda _job: None)
    settings.IMPORT_INLINE_BYTES = 10
    record = post(me).json()
    job_run(job_id=record["job"])
    assert me.get(f"/api/imports/{record['id']}/").json()["status"] == "previewed"
    queued = me.post(f"/api/imports/{record['id']}/commit/", {})
    assert queued.status_code == 202
    job_run(job_id=queued.json()["job"])
    assert Transaction.objects.count() == 2


def test_a_row_shows_the_lines_of_all_files_that_hold_it(me: APIClient) -> None:
    data = bank_file(("2026-03-01", "-5", "Rent March"))
    post(me, data, name="march.csv", commit="true")
    later = bank_file(("2026-03-01", "-5", "Rent March"), ("2026-03-09", "-1", "Bread"))
    again = post(me, later, name="spring.csv", commit="true").json()
    row = me.get("/api/transactions/", {"q": "Rent"}).json()["results"][0]["id"]
    told = me.get(f"/api/transactions/{row}/origin/").json()["results"]
    assert [(one["file_name"], one["status"], one["amount"]) for one in told] == [
        ("spring.csv", "duplicate", "-5.00"),
        ("march.csv", "booked", "-5.00"),
    ]
    assert all(one["imported_at"] and "Rent March" in (one["counterparty"], one["description"]) for one in told)
    me.post(f"/api/imports/{again['id']}/rollback/")
    assert [one["file_name"] for one in me.get(f"/api/transactions/{row}/origin/").json()["results"]] == ["march.csv"]


def test_a_row_entered_by_hand_has_no_line(me: APIClient) -> None:
    account = me.post("/api/accounts/", {"name": "Giro", "currency": "EUR"}).json()["id"]
    row = me.post("/api/transactions/", {"account": account, "booking_date": "2026-03-01", "amount": "-5"}).json()["id"]
    assert me.get(f"/api/transactions/{row}/origin/").json()["results"] == []
