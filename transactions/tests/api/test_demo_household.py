from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from transactions import dispatch
from transactions.models import Job
from transactions.services import sample_jobs
from transactions.services.accounts import account_create
from transactions.services.jobs import job_run

pytestmark = pytest.mark.django_db(transaction=True)
URL = "/api/demo-household/"
Api = Callable[[User | None], APIClient]


@pytest.fixture(autouse=True)
def rung(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    monkeypatch.setattr(sample_jobs, "MONTHS", 1)
    jobs: list[Any] = []
    monkeypatch.setattr(dispatch, "enqueue", jobs.append)
    return jobs


def test_in_and_out_again(api: Api, alice: User, rung: list[Any]) -> None:
    client = api(alice)
    empty = client.get(URL).json()
    assert empty == {"is_there": False, "is_empty": True, "rows": 0, "own_rows": 0, "accounts": [], "job": None}
    asked = client.post(URL)
    assert (asked.status_code, asked.json()["kind"]) == (202, "demo_household")
    assert client.get(URL).json()["job"]["id"] == asked.json()["id"]
    assert client.post(URL).json()["id"] == asked.json()["id"]
    assert [job.pk for job in rung] == [asked.json()["id"]]
    job_run(job_id=asked.json()["id"])
    there = client.get(URL).json()
    assert (there["is_there"], there["job"], len(there["accounts"])) == (True, None, 3)
    assert client.post(URL).status_code == 409
    gone = client.delete(URL)
    assert (gone.status_code, gone.json()["kind"]) == (202, "demo_removal")
    job_run(job_id=gone.json()["id"])
    assert client.get(URL).json() == empty
    refused = client.delete(URL)
    assert (refused.status_code, refused.json()["code"]) == (409, "no_demo")


def test_refused_beside_own_accounts(api: Api, alice: User) -> None:
    account_create(owner=alice, name="Purse", currency="EUR", opening_balance=Decimal(5))
    refused = api(alice).post(URL)
    assert (refused.status_code, refused.json()["code"]) == (409, "not_empty")
    assert not Job.objects.filter(kind="demo_household").exists()


def test_everybody_sees_their_own(api: Api, alice: User, bob: User) -> None:
    asked = api(alice).post(URL).json()
    job_run(job_id=asked["id"])
    assert api(bob).get(URL).json()["is_empty"] is True
    assert api(bob).delete(URL).status_code == 409
    assert api(None).get(URL).status_code == 401
