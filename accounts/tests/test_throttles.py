"""Guessing is slow, and one person's mistakes do not lock out the others."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from rest_framework.settings import api_settings
from rest_framework.test import APIClient
from rest_framework.throttling import ScopedRateThrottle

from accounts.api.views import RegisterView
from accounts.models import User
from accounts.tests.conftest import PASSWORD, Doors
from accounts.throttles import PasswordThrottle

URL = "/api/auth/token/"
WRONG = "wrong-password"


@pytest.fixture(autouse=True)
def narrow(settings: Any, no_throttles: None, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.THROTTLES = True
    rates = {
        **api_settings.DEFAULT_THROTTLE_RATES,
        "sign_in": "3/min",
        "sign_in_address": "6/min",
        "register": "2/hour",
    }
    monkeypatch.setattr(PasswordThrottle, "THROTTLE_RATES", rates)
    monkeypatch.setattr(ScopedRateThrottle, "THROTTLE_RATES", rates)


def attempt(email: str, password: str = WRONG, **extra: Any) -> int:
    return APIClient().post(URL, {"email": email, "password": password}, **extra).status_code


def test_one_person_is_slowed_down_and_the_household_is_not(alice: User, bob: User) -> None:
    assert [attempt(alice.email) for _ in range(4)] == [401, 401, 401, 429]
    assert attempt(alice.email.upper(), PASSWORD) == 429
    assert attempt(bob.email, PASSWORD) == 200


def test_another_address_is_counted_apart(alice: User) -> None:
    for _ in range(4):
        attempt(alice.email)
    assert attempt(alice.email, PASSWORD, REMOTE_ADDR="192.0.2.7") == 200


def test_many_people_tried_from_one_address_are_slowed_down_too(db: None) -> None:
    assert [attempt(f"person{number}@example.org") for number in range(7)] == [401] * 6 + [429]


def test_a_made_up_forwarding_header_does_not_help(alice: User) -> None:
    statuses = [attempt(alice.email, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}") for number in range(4)]
    assert statuses == [401, 401, 401, 429]


def test_the_answer_says_when_to_come_back(alice: User) -> None:
    for _ in range(3):
        attempt(alice.email)
    answer = APIClient().post(URL, {"email": alice.email, "password": PASSWORD})
    assert answer.json()["code"] == "throttled"
    assert 0 < int(answer["Retry-After"]) <= 60


@pytest.mark.parametrize(
    ("method", "path", "field"),
    [("post", "/api/auth/password/", "current_password"), ("delete", "/api/auth/me/", "password")],
)
def test_a_stolen_access_token_does_not_guess_the_password(
    alice: User, doors: Doors, method: str, path: str, field: str
) -> None:
    header: dict[str, Any] = {"HTTP_AUTHORIZATION": f"Bearer {doors.sign_in()['access']}"}
    body = {field: "wrong-password", "new_password": "another-long-phrase"}
    statuses = [getattr(APIClient(), method)(path, body, **header).status_code for _ in range(4)]
    assert statuses == [400, 400, 400, 429]
    assert APIClient().get("/api/auth/me/", **header).status_code == 200


def test_the_admin_form_shares_the_count(db: None) -> None:
    root = User.objects.create_superuser("root@example.org", PASSWORD)
    for _ in range(3):
        attempt(root.email)
    answer = Client().post("/admin/login/", {"username": root.email, "password": PASSWORD})
    assert b"Too many attempts" in answer.content


def test_registration_is_slowed_down(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RegisterView, "throttle_classes", [ScopedRateThrottle])
    bodies = [{"email": f"person{number}@example.org", "password": PASSWORD} for number in range(3)]
    statuses = [APIClient().post("/api/auth/register/", body).status_code for body in bodies]
    assert statuses == [201, 201, 429]


def test_off_means_off(alice: User, settings: Any) -> None:
    settings.THROTTLES = False
    assert [attempt(alice.email) for _ in range(8)] == [401] * 8
