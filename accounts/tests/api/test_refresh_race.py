"""One refresh token, many hands at once. Threads and a database file, because the race is between connections."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from rest_framework.test import APIClient

from accounts.models import AuditEvent, SignIn, User
from accounts.tests.conftest import PASSWORD, Doors

HANDS = 20
ROUNDS = 3


def together(action: str, refresh: str) -> list[tuple[int, str]]:
    """HANDS simultaneous requests with one refresh token: (status, access token or nothing) of each."""
    barrier = threading.Barrier(HANDS)

    def one(_: int) -> tuple[int, str]:
        try:
            barrier.wait(30)
            answer = APIClient().post(f"/api/auth/{action}/", {"refresh": refresh})
            return answer.status_code, answer.json().get("access", "") if answer.content else ""
        finally:
            connection.close()

    with ThreadPoolExecutor(HANDS) as pool:
        return list(pool.map(one, range(HANDS)))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_round", range(ROUNDS))
def test_a_refresh_token_is_honoured_once_and_the_family_ends(_round: int, doors: Doors) -> None:
    User.objects.create_user("alice@example.org", PASSWORD)
    answers = together("token/refresh", doors.sign_in()["refresh"])
    statuses = sorted(status for status, _ in answers)
    assert statuses == [200] + [401] * (HANDS - 1)
    winner = next(access for status, access in answers if status == 200)
    assert doors.me(winner) == 401
    assert SignIn.objects.get().end_reason == SignIn.End.REFRESH_REUSED
    assert AuditEvent.objects.filter(action=AuditEvent.Action.REFRESH_REUSED).count() == 1


@pytest.mark.django_db(transaction=True)
def test_signing_out_many_times_at_once_is_one_sign_out(doors: Doors) -> None:
    User.objects.create_user("alice@example.org", PASSWORD)
    answers = together("logout", doors.sign_in()["refresh"])
    assert sorted(status for status, _ in answers) == [204] + [401] * (HANDS - 1)
    assert SignIn.objects.get().end_reason == SignIn.End.SIGNED_OUT


@pytest.mark.django_db(transaction=True)
def test_the_same_address_registered_many_times_at_once_is_one_user() -> None:
    barrier = threading.Barrier(8)

    def one(_: int) -> int:
        try:
            barrier.wait(30)
            body = {"email": "dora@example.org", "password": PASSWORD}
            return APIClient().post("/api/auth/register/", body).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        statuses = sorted(pool.map(one, range(8)))
    assert statuses == [201] + [400] * 7
    assert User.objects.count() == 1
