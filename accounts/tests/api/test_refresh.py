"""A refresh token works once, and a second use ends everything that came from it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from rest_framework_simplejwt.token_blacklist.models import OutstandingToken

from accounts.models import SignIn, User
from accounts.tests.conftest import Doors


def test_a_refresh_gives_a_new_pair_of_the_same_sign_in(alice: User, doors: Doors) -> None:
    first = doors.sign_in()
    answer = doors.refresh(first["refresh"])
    assert answer.status_code == 200
    second = answer.json()
    assert second["refresh"] != first["refresh"]
    assert doors.me(second["access"]) == 200
    assert doors.me(first["access"]) == 200
    assert SignIn.objects.filter(user=alice).count() == 1
    assert answer["Cache-Control"] == "no-store"


def test_a_used_refresh_token_ends_the_family_and_access_tokens_with_it(alice: User, doors: Doors) -> None:
    first = doors.sign_in()
    other_device = doors.sign_in()
    second = doors.refresh(first["refresh"]).json()
    assert doors.refresh(first["refresh"]).status_code == 401
    assert doors.refresh(second["refresh"]).status_code == 401
    assert doors.me(first["access"]) == 401
    assert doors.me(second["access"]) == 401
    assert doors.me(other_device["access"]) == 200
    ended = SignIn.objects.get(ended_at__isnull=False)
    assert ended.end_reason == SignIn.End.REFRESH_REUSED


def test_a_deleted_user_is_refused_and_not_a_server_error(alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    alice.delete()
    assert doors.refresh(pair["refresh"]).status_code == 401
    assert doors.me(pair["access"]) == 401


def test_a_token_whose_row_was_swept_away_is_refused(alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    OutstandingToken.objects.all().delete()
    assert doors.refresh(pair["refresh"]).status_code == 401


def test_nothing_given_is_401_with_the_challenge(db: None, doors: Doors) -> None:
    answer = doors.client.post("/api/auth/token/refresh/", {})
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert answer.json()["code"] == "not_authenticated"


def test_signing_in_sweeps_what_has_expired_and_nothing_else(alice: User, bob: User, doors: Doors) -> None:
    old, of_bob = doors.sign_in(), doors.sign_in("bob@example.org")
    yesterday = timezone.now() - timedelta(days=1)
    SignIn.objects.update(expires_at=yesterday)
    OutstandingToken.objects.update(expires_at=yesterday)
    doors.sign_in()
    assert SignIn.objects.filter(user=alice).count() == 1
    assert OutstandingToken.objects.filter(user=alice).count() == 1
    assert SignIn.objects.filter(user=bob).count() == 1
    assert doors.me(old["access"]) == 401
    assert doors.me(of_bob["access"]) == 200


def test_no_token_is_kept_in_the_database(alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    doors.refresh(pair["refresh"])
    assert list(OutstandingToken.objects.values_list("token", flat=True)) == ["", ""]


def test_one_request_costs_one_query_to_authenticate(alice: User, doors: Doors, django_assert_num_queries: Any) -> None:
    pair = doors.sign_in()
    with django_assert_num_queries(1):
        assert doors.me(pair["access"]) == 200
