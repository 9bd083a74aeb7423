"""Jobs over HTTP: the list, one job with its steps, stopping it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from transactions.models import Job
from transactions.services import job_kinds
from transactions.services.job_claim import job_claim
from transactions.services.job_kinds import JobKind, no_effects, register_kind
from transactions.services.jobs import job_request, job_run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kind")]
Api = Callable[[User | None], APIClient]
KIND = "test_kind"


@pytest.fixture
def kind() -> Iterator[None]:
    register_kind(JobKind(KIND, "transactions.tasks.run_job", lambda job: [job.pk], lambda _claim: no_effects))
    yield
    del job_kinds._kinds[KIND]


def ask(owner: User, key: str = "work") -> Job:
    return job_request(owner=owner, kind=KIND, key=key)[0]


def keys(answer: Any) -> list[str]:
    return [job["key"] for job in answer.json()["results"]]


def test_the_list_is_newest_first_in_pages_that_stay_put(alice: User, bob: User, api: Api) -> None:
    for number in range(5):
        ask(alice, f"job {number}")
    ask(bob, "another's")
    http = api(alice)
    first = http.get("/api/jobs/", {"page_size": 2})
    assert (keys(first), first.json()["previous"]) == (["job 4", "job 3"], None)
    ask(alice, "job 5")
    second = http.get(first.json()["next"])
    assert keys(second) == ["job 2", "job 1"]
    third = http.get(second.json()["next"])
    assert (keys(third), third.json()["next"]) == (["job 0"], None)
    back = http.get(third.json()["previous"])
    assert keys(back) == ["job 2", "job 1"]


@pytest.mark.parametrize("status", Job.Status.values)
def test_the_list_is_filtered_by_status(alice: User, api: Api, status: str) -> None:
    for each in Job.Status.values:
        Job.objects.create(owner=alice, kind=KIND, key=each, status=each)
    assert keys(api(alice).get("/api/jobs/", {"status": status})) == [status]


@pytest.mark.parametrize(
    ("query", "field"),
    [({"status": "done"}, "status"), ({"page_size": "x"}, "page_size"), ({"cursor": "x"}, "cursor")],
)
def test_what_the_list_does_not_understand_is_a_field_error(
    alice: User, api: Api, query: dict[str, str], field: str
) -> None:
    answer = api(alice).get("/api/jobs/", query)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_one_job_shows_every_step(alice: User, api: Api) -> None:
    job = ask(alice)
    job_run(job_id=job.pk)
    shown = api(alice).get(f"/api/jobs/{job.pk}/").json()
    assert (shown["status"], shown["progress"], shown["attempt"], shown["trigger"]) == ("succeeded", 100, 1, "user")
    assert [event["kind"] for event in shown["events"]] == ["enqueued", "claimed", "finished"]
    assert [event["attempt"] for event in shown["events"]] == [0, 1, 1]
    assert "events" not in api(alice).get("/api/jobs/").json()["results"][0]


def test_a_queued_job_is_stopped_at_once_and_stopping_it_again_changes_nothing(alice: User, api: Api) -> None:
    job = ask(alice)
    for _ in range(2):
        answer = api(alice).post(f"/api/jobs/{job.pk}/cancel/")
        assert (answer.status_code, answer.json()["status"]) == (200, "cancelled")
    events = api(alice).get(f"/api/jobs/{job.pk}/").json()["events"]
    assert [event["kind"] for event in events] == ["enqueued", "cancelled"]


def test_a_running_job_is_asked_to_stop(alice: User, api: Api) -> None:
    job = ask(alice)
    assert job_claim(job_id=job.pk) is not None
    answer = api(alice).post(f"/api/jobs/{job.pk}/cancel/").json()
    assert (answer["status"], answer["is_cancel_requested"]) == ("running", True)


def test_others_jobs_do_not_exist(alice: User, bob: User, api: Api) -> None:
    job = ask(alice)
    assert api(bob).get(f"/api/jobs/{job.pk}/").status_code == 404
    assert api(bob).post(f"/api/jobs/{job.pk}/cancel/").status_code == 404
    assert api(alice).get(f"/api/jobs/{job.pk}/").json()["status"] == "queued"


@pytest.mark.parametrize("pk", ["0", "9" * 30, "abc", "-1"])
def test_an_id_that_is_none_is_not_found(alice: User, api: Api, pk: str) -> None:
    assert api(alice).get(f"/api/jobs/{pk}/").status_code == 404
    assert api(alice).post(f"/api/jobs/{pk}/cancel/").status_code == 404
