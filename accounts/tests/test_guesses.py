"""Guessing wrong costs time, more each time; nobody is locked out, least of all from a browser they have used."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import GuessCount, User
from accounts.services import guesses
from accounts.services.guesses import Count
from accounts.tests.conftest import PASSWORD
from accounts.throttles import PasswordThrottle

URL = "/api/auth/token/"
WRONG = "wrong-password"


@pytest.fixture(autouse=True)
def on(settings: Any, no_throttles: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The delays alone: the rates by the minute would answer first."""
    settings.THROTTLES = True
    monkeypatch.setattr(PasswordThrottle, "allow_request", lambda self, request, view: True)


def knock(client: Any, email: str = "alice@example.org", password: str = WRONG, **extra: Any) -> Any:
    return client.post(URL, {"email": email, "password": password, "cookie": True}, **extra)


def exhaust(client: Any, email: str = "alice@example.org", **extra: Any) -> None:
    assert [knock(client, email, **extra).status_code for _ in range(6)] == [401] * 5 + [429]


def test_the_wait_doubles_up_to_a_quarter_of_an_hour(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    waits = []
    for _ in range(15):
        guesses.guess_wrong([Count("k", free=5, most=900)])
        until = GuessCount.objects.get().blocked_until
        waits.append(int((until - now).total_seconds()) if until else 0)
    assert waits == [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]


def test_the_answer_says_honestly_when(alice: User) -> None:
    exhaust(APIClient())
    refused = knock(APIClient(), password=PASSWORD)
    assert refused.json()["code"] == "throttled"
    GuessCount.objects.update(blocked_until=timezone.now() + timedelta(seconds=41))
    assert int(knock(APIClient(), password=PASSWORD)["Retry-After"]) in (41, 42)
    GuessCount.objects.update(blocked_until=timezone.now())
    assert knock(APIClient(), password=PASSWORD).status_code == 200


def test_a_known_browser_gets_in_while_its_house_is_slowed_down(alice: User) -> None:
    laptop = APIClient()
    assert knock(laptop, password=PASSWORD).status_code == 200
    exhaust(APIClient())
    assert knock(APIClient(), password=PASSWORD).status_code == 429
    assert knock(laptop, password=PASSWORD).status_code == 200


def test_a_browser_is_known_for_whom_it_has_signed_in(alice: User, bob: User) -> None:
    shared = APIClient()
    knock(shared, password=PASSWORD)
    exhaust(APIClient(), bob.email)
    assert knock(shared, bob.email, PASSWORD).status_code == 429
    GuessCount.objects.update(blocked_until=None)
    knock(shared, bob.email, PASSWORD)
    exhaust(APIClient(), bob.email)
    exhaust(APIClient())
    assert [knock(shared, who, PASSWORD).status_code for who in (alice.email, bob.email)] == [200, 200]


def test_a_known_browser_that_guesses_waits_too(alice: User) -> None:
    laptop = APIClient()
    knock(laptop, password=PASSWORD)
    exhaust(laptop)
    assert knock(laptop, password=PASSWORD).status_code == 429


@pytest.mark.parametrize("cookie", ["", "x", "e30:x:y", "%E2%98%83"])
def test_a_made_up_cookie_makes_no_browser_known(alice: User, cookie: str) -> None:
    exhaust(APIClient())
    client = APIClient()
    client.cookies["spendwise_device"] = cookie
    assert knock(client, password=PASSWORD).status_code == 429


def test_others_of_the_household_and_other_addresses_go_on(alice: User, bob: User) -> None:
    exhaust(APIClient())
    assert knock(APIClient(), bob.email, PASSWORD).status_code == 200
    assert knock(APIClient(), password=PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 200


def test_from_many_addresses_the_person_is_guessed_at_slowly(alice: User) -> None:
    laptop = APIClient()
    knock(laptop, password=PASSWORD)
    statuses = [knock(APIClient(), REMOTE_ADDR=f"192.0.2.{number}").status_code for number in range(101)]
    assert statuses == [401] * 100 + [429]
    assert int(knock(APIClient(), REMOTE_ADDR="198.51.100.1")["Retry-After"]) <= 61
    assert knock(laptop, password=PASSWORD).status_code == 200


def test_somebody_unknown_is_slowed_down_alike(db: None) -> None:
    statuses = [knock(APIClient(), "nobody@example.org").status_code for _ in range(6)]
    assert statuses == [401] * 5 + [429]


def test_the_right_password_forgets_the_wrong_ones(alice: User) -> None:
    for _ in range(4):
        knock(APIClient())
    knock(APIClient(), password=PASSWORD)
    assert [knock(APIClient()).status_code for _ in range(5)] == [401] * 5


def test_what_is_a_day_old_is_forgotten(alice: User) -> None:
    exhaust(APIClient())
    GuessCount.objects.update(last_failed_at=timezone.now() - timedelta(hours=25), blocked_until=None)
    knock(APIClient())
    assert {row.failures for row in GuessCount.objects.all()} == {1}


def test_the_admins_form_counts_with_the_rest(alice: User) -> None:
    User.objects.update(is_staff=True, is_superuser=True)
    form = {"username": alice.email, "password": "wrong-password"}
    for _ in range(5):
        Client().post("/admin/login/", form)
    answer = Client().post("/admin/login/", {**form, "password": PASSWORD})
    assert b"Try again in" in answer.content
    assert knock(APIClient(), password=PASSWORD).status_code == 429


def test_nothing_of_person_or_place_is_stored(alice: User) -> None:
    knock(APIClient())
    assert {len(key) for key in GuessCount.objects.values_list("key", flat=True)} == {64}


def test_signing_in_needs_no_redis(alice: User, settings: Any) -> None:
    settings.STATE_REDIS_URL = settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    assert knock(APIClient()).status_code == 401
    assert knock(APIClient(), password=PASSWORD).status_code == 200
