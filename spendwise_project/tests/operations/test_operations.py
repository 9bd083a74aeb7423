"""The operators' page tells what is so, to staff alone, and answers soon whatever is away."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from accounts.scopes import scopes_for
from advisory.models import AnalysisRun
from spendwise_project.backups.archive import archive_name
from spendwise_project.operations import jobs
from transactions import dispatch, live
from transactions.models import Job

pytestmark = pytest.mark.django_db
URL = "/api/operations/"
NOW = timezone.now()
AT_MOST = 2.0


def client_of(user: User | None) -> APIClient:
    client = APIClient()
    if user is not None:
        client.force_authenticate(user)
    return client


@pytest.fixture
def alice() -> User:
    return User.objects.create_user("alice@example.org")


@pytest.fixture
def root() -> User:
    return User.objects.create_superuser("root@example.org")


@pytest.fixture(autouse=True)
def backups(settings: Settings, tmp_path: Path) -> Path:
    settings.BACKUP_DIR = tmp_path
    return tmp_path


@pytest.fixture
def silent_redis(settings: Settings) -> Iterator[None]:
    """Somebody listens and never answers: the worst way to be away."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"redis://127.0.0.1:{listener.getsockname()[1]}/0"
        settings.STATE_REDIS_URL, settings.CELERY_BROKER_URL = url, url
        live.client.cache_clear()
        yield
    live.client.cache_clear()


def job(owner: User, kind: str, status: str, **given: Any) -> Job:
    return Job.objects.create(owner=owner, kind=kind, key=f"{kind}-{Job.objects.count()}", status=status, **given)


def ended(owner: User, *, waited: float, ran: float, status: str = "succeeded", kind: str = "export") -> None:
    began = NOW - timedelta(hours=1)
    made = job(owner, kind, status, started_at=began, finished_at=began + timedelta(seconds=ran))
    Job.objects.filter(pk=made.pk).update(created_at=began - timedelta(seconds=waited))


def test_only_staff_is_let_in(alice: User, root: User) -> None:
    failed = job(alice, "export", "failed", args={"format": "zip"})
    for method, address in (("get", URL), ("post", f"{URL}jobs/{failed.pk}/retry/")):
        assert getattr(client_of(None), method)(address).status_code == 401
        refused = getattr(client_of(alice), method)(address)
        assert (refused.status_code, set(refused.json())) == (403, {"code", "message", "fields"})
    assert Job.objects.count() == 1
    assert client_of(root).get(URL).status_code == 200


def test_no_personal_token_opens_it() -> None:
    assert scopes_for("GET", URL) == scopes_for("POST", f"{URL}jobs/1/retry/") == frozenset()


def test_jobs_by_kind_and_state_with_their_times(alice: User, root: User) -> None:
    for waited, ran in ((1, 10), (2, 20), (3, 30)):
        ended(alice, waited=waited, ran=ran)
    ended(alice, waited=9, ran=90, status="failed")
    job(alice, "export", "queued")
    job(alice, "refresh_unit", "queued", not_before=timezone.now() + timedelta(hours=1))
    told = client_of(root).get(URL).json()
    assert {(one["kind"], one["status"]): one["count"] for one in told["counts"]} == {
        ("export", "succeeded"): 3,
        ("export", "failed"): 1,
        ("export", "queued"): 1,
        ("refresh_unit", "queued"): 1,
    }
    assert (told["queue"]["depth"], told["queue"]["later"], told["queue"]["running"]) == (1, 1, 0)
    (one,) = told["latencies"]
    times = {"wait_median": 2.0, "wait_p95": 9.0, "run_median": 20.0, "run_p95": 90.0}
    assert one == {"kind": "export", "ended": 4, "failed": 1, **times}


def test_shares_of_times_are_of_the_nearest_rank() -> None:
    assert jobs.shape([5.0]) == (5.0, 5.0)
    assert jobs.shape(list(range(1, 101))) == (50, 95)


def test_a_job_that_waits_on_purpose_has_not_waited(alice: User) -> None:
    began = NOW - timedelta(minutes=5)
    made = job(alice, "refresh_unit", "succeeded", started_at=began, finished_at=NOW, not_before=began)
    Job.objects.filter(pk=made.pk).update(created_at=began - timedelta(minutes=1))
    assert [one.wait_median for one in jobs.latencies(NOW)] == [0.0]


def test_a_failed_job_is_told_with_its_reason_and_asked_for_again(
    alice: User, root: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[Job] = []
    monkeypatch.setattr(dispatch, "enqueue", rung.append)
    failed = job(alice, "export", "failed", args={"format": "zip"}, error_code="broke", error_message="It broke.")
    mine = job(alice, "ledger_edit", "failed")
    client = client_of(root)
    told = {one["id"]: one for one in client.get(URL).json()["failed"]}
    assert (told[failed.pk]["error_message"], told[failed.pk]["can_retry"]) == ("It broke.", True)
    assert told[mine.pk]["can_retry"] is False
    assert "alice" not in str(told)
    again = client.post(f"{URL}jobs/{failed.pk}/retry/")
    assert (again.status_code, again.json()["status"], again.json()["kind"]) == (202, "queued", "export")
    assert [one.owner_id for one in rung] == [alice.pk]
    refused = client.post(f"{URL}jobs/{mine.pk}/retry/")
    assert (refused.status_code, refused.json()["code"]) == (409, "not_again")
    assert client.post(f"{URL}jobs/9999999/retry/").status_code == 404
    odd = job(alice, "refresh_unit", "failed")
    assert client.post(f"{URL}jobs/{odd.pk}/retry/").status_code == 409


@pytest.mark.parametrize(
    ("kind", "args"), [("refresh_unit", {"unit": "rules", "subject": 1}), ("monthly_report", {"month": "2026-01"})]
)
def test_further_kinds_are_asked_for_by_their_own_door(
    alice: User, root: User, monkeypatch: pytest.MonkeyPatch, kind: str, args: dict[str, Any]
) -> None:
    monkeypatch.setattr(dispatch, "enqueue", lambda _job: None)
    monkeypatch.setattr(dispatch, "enqueue_pool", lambda _pool: None)
    failed = job(alice, kind, "failed", args=args)
    again = client_of(root).post(f"{URL}jobs/{failed.pk}/retry/")
    assert (again.status_code, again.json()["kind"]) == (202, kind), again.json()
    assert Job.objects.get(pk=again.json()["id"]).owner == alice


def test_workers_are_those_that_spoke_and_those_that_hold_a_job(alice: User, root: User) -> None:
    live.beat_worker(30, "here:1")
    lease = timezone.now() + timedelta(minutes=1)
    job(alice, "export", "running", worker="here:7", lease_until=lease)
    job(alice, "export", "running", worker="elsewhere:9", lease_until=lease)
    job(alice, "export", "running", worker="dead:9", lease_until=timezone.now() - timedelta(minutes=1))
    found = {one["name"]: one for one in client_of(root).get(URL).json()["workers"]}
    assert set(found) == {"here:1", "elsewhere:9"}
    assert (found["here:1"]["jobs"], found["elsewhere:9"]["heard"]) == (1, None)
    assert found["here:1"]["heard"] < 30
    live.client().delete(live.WORKERS_KEY)


def test_parts_storage_versions_and_backups(root: User, backups: Path) -> None:
    kept = Path(settings.MEDIA_ROOT) / "imports" / "1"
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "file").write_bytes(b"x" * 1000)
    (backups / archive_name(NOW - timedelta(hours=2))).write_bytes(b"y" * 500)
    AnalysisRun.objects.create(owner=root, input_hash="1", versions={"series": "series@4", "categories asked": "f00"})
    told = client_of(root).get(URL).json()
    assert {one["name"] for one in told["parts"]} == {"database", "redis", "worker", "media"}
    assert (told["redis"]["ok"], told["redis"]["messages"] is not None) == (True, True)
    assert (told["database"]["ok"], told["database"]["bytes_used"] > 0) == (True, True)
    imports = next(one for one in told["media"]["folders"] if one["name"] == "imports")
    assert imports["bytes_used"] >= 1000
    assert told["media"]["bytes_free"] > 0
    assert (told["backups"]["count"], told["backups"]["newest"]["bytes"]) == (1, 500)
    assert 7100 < told["backups"]["age_seconds"] < 7300 + (timezone.now() - NOW).total_seconds()
    assert told["engines"] == [{"name": "series", "version": "series@4"}]
    assert {"SpendWise", "Python", "Django"} <= {one["name"] for one in told["versions"]}
    (kept / "file").unlink()


@pytest.mark.usefixtures("silent_redis")
def test_a_redis_that_does_not_answer_costs_a_moment(root: User) -> None:
    began = time.monotonic()
    answer = client_of(root).get(URL)
    assert time.monotonic() - began < AT_MOST
    told = answer.json()
    assert (answer.status_code, told["redis"]["ok"], told["workers"]) == (200, False, [])
    assert {one["name"]: bool(one["trouble"]) for one in told["parts"]} == {
        "database": False, "redis": True, "worker": True, "media": False,
    }  # fmt: skip
