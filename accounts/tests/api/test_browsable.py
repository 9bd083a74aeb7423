"""A session opens HTML pages for people signed in through the admin, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from accounts.tests.conftest import PASSWORD

URL = "/api/auth/me/"
HTML: dict[str, Any] = {"HTTP_ACCEPT": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def staff(db: None) -> APIClient:
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(User.objects.create_superuser("root@example.org", PASSWORD))
    return client


def test_a_person_reads_html(staff: APIClient) -> None:
    answer = staff.get(URL, **HTML)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/html")
    assert b"root@example.org" in answer.content


@pytest.mark.parametrize("accept", ["application/json", "*/*", "application/*"])
@pytest.mark.parametrize("method", ["get", "patch", "delete"])
def test_a_session_alone_is_401_for_json(staff: APIClient, accept: str, method: str) -> None:
    answer = getattr(staff, method)(URL, {"password": PASSWORD}, HTTP_ACCEPT=accept)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_no_session_is_401_in_html_too(db: None) -> None:
    assert APIClient().get(URL, **HTML).status_code == 401


def test_writing_through_a_page_needs_the_csrf_token(staff: APIClient) -> None:
    body: dict[str, Any] = {"display_name": "Root"}
    assert staff.patch(URL, body, **HTML).status_code == 403
    staff.get("/admin/login/")
    token = staff.cookies["csrftoken"].value
    assert staff.patch(URL, body, HTTP_X_CSRFTOKEN=token, **HTML).status_code == 200


def test_a_bearer_token_goes_before_the_session(staff: APIClient, alice: User) -> None:
    pair = APIClient().post("/api/auth/token/", {"email": alice.email, "password": PASSWORD}).json()
    answer = staff.get(URL, HTTP_AUTHORIZATION=f"Bearer {pair['access']}")
    assert answer.json()["email"] == alice.email
