"""Asking for a recomputation over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from advisory.tests.books import Book
from transactions.models import Job

pytestmark = pytest.mark.django_db
Api = Callable[[User | None], APIClient]


def test_one_asks_for_what_is_ones_own_and_joins_oneself(book: Book, bob: User, api: Api) -> None:
    Book(bob)
    first = api(book.owner).post("/api/refresh/", {})
    assert first.status_code == 202
    assert first.json()["count"] == len(first.json()["jobs"]) == 4
    assert set(Job.objects.values_list("owner", flat=True)) == {book.owner.pk}
    second = api(book.owner).post("/api/refresh/")
    assert [job["id"] for job in second.json()["jobs"]] == [job["id"] for job in first.json()["jobs"]]


@pytest.mark.parametrize(
    ("body", "count"),
    [({"scope": "accounts"}, 1), ({"scope": "users"}, 3), ({"scope": "", "units": ["rules"]}, 1), ({"units": []}, 4)],
)
def test_scope_and_units_narrow(book: Book, api: Api, body: dict[str, Any], count: int) -> None:
    assert api(book.owner).post("/api/refresh/", body).json()["count"] == count


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"scope": "all"}, "scope"),
        ({"scope": 1}, "scope"),
        ({"units": ["stars"]}, "units"),
        ({"units": "rules"}, "units"),
        ({"units": [{}]}, "units.0"),
        ([], "non_field_errors"),
    ],
)
def test_what_does_not_exist_is_a_field_error(book: Book, api: Api, body: Any, field: str) -> None:
    answer = api(book.owner).post("/api/refresh/", body)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])
    assert not Job.objects.exists()
