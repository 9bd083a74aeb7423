"""Registration: usable at once, honest about what is wrong, closed when the operator says so."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import IntegrityError
from rest_framework.test import APIClient

from accounts.errors import DomainError
from accounts.models import AuditEvent, User
from accounts.services import users
from accounts.signals import user_registered
from accounts.tests.conftest import PASSWORD, Doors

URL = "/api/auth/register/"
CHARLIE = {"email": "Charlie@Example.org", "password": PASSWORD, "display_name": "Charlie"}


def test_a_new_user_can_sign_in_at_once(db: None, api: APIClient, doors: Doors) -> None:
    answer = api.post(URL, CHARLIE)
    assert answer.status_code == 201
    body = answer.json()
    assert body == {
        "id": User.objects.get().pk,
        "email": "charlie@example.org",
        "display_name": "Charlie",
        "base_currency": "",
        "language": "en",
        "time_zone": "UTC",
        "is_staff": False,
    }
    assert doors.me(doors.sign_in("charlie@EXAMPLE.org")["access"]) == 200


def test_the_stored_hash_is_bcrypt_over_sha256(db: None, api: APIClient) -> None:
    api.post(URL, CHARLIE)
    assert User.objects.get().password.startswith("bcrypt_sha256$$2b$")


@pytest.mark.parametrize("email", ["alice@example.org", "ALICE@example.org", " alice@EXAMPLE.org "])
def test_a_taken_address_is_a_field_error_in_any_case(alice: User, api: APIClient, email: str) -> None:
    answer = api.post(URL, {**CHARLIE, "email": email})
    assert answer.status_code == 400
    assert answer.json()["fields"] == {"email": [users.EMAIL_TAKEN]}


def test_an_address_taken_in_the_same_moment_is_a_field_error_too(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([False, True])
    monkeypatch.setattr(users, "_is_taken", lambda _email: next(answers))
    with pytest.raises(DomainError) as refusal:
        users.user_register(email=alice.email, password=PASSWORD)
    assert refusal.value.fields == {"email": [users.EMAIL_TAKEN]}


@pytest.mark.parametrize("password", ["short", "password123", "1234567890123", "charlie@example.org", ""])
def test_a_poor_password_is_a_field_error(db: None, api: APIClient, password: str) -> None:
    answer = api.post(URL, {**CHARLIE, "password": password})
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == ["password"]
    assert not User.objects.exists()


def test_all_problems_are_told_at_once(alice: User, api: APIClient) -> None:
    answer = api.post(URL, {"email": alice.email, "password": "short"})
    assert set(answer.json()["fields"]) == {"email", "password"}


@pytest.mark.parametrize(
    "change",
    [
        {"email": "not an address"},
        {"email": "a\x00@example.org"},
        {"email": "a" * 250 + "@example.org"},
        {"email": None},
        {"email": ["a@example.org"]},
        {"email": {"a": "b"}},
        {"email": "\ud800@example.org"},
        {"password": "correct\x00horse"},
        {"password": "x" * 1_000_000},
        {"password": 12},
        {"password": None},
        {"password": "\ud800" * 12},
        {"display_name": "n" * 121},
        {"display_name": "\x00"},
        {"display_name": None},
    ],
)
def test_hostile_values_are_refused(db: None, api: APIClient, change: dict[str, Any]) -> None:
    # Dumped here because the test client cannot send half a surrogate pair, which an attacker can.
    answer = api.post(URL, json.dumps({**CHARLIE, **change}), content_type="application/json")
    assert answer.status_code == 400
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"7", b'"x"', b"{", b"[" * 100_000, b"\xff\xfe", b'{"email": NaN}', b"\x00"]
)
@pytest.mark.parametrize("door", ["register", "token", "token/refresh", "logout"])
def test_hostile_bodies_are_refused_at_every_open_door(db: None, api: APIClient, door: str, body: bytes) -> None:
    answer = api.post(f"/api/auth/{door}/", body, content_type="application/json")
    assert 400 <= answer.status_code < 500
    assert set(answer.json()) == {"code", "message", "fields"}


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_only_json_is_taken_so_that_no_foreign_form_can_post(db: None, api: APIClient, content_type: str) -> None:
    assert api.post(URL, b"email=a", content_type=content_type).status_code == 415


def test_rights_cannot_be_written_into_the_body(db: None, api: APIClient) -> None:
    api.post(URL, {**CHARLIE, "is_staff": True, "is_superuser": True, "is_active": False, "id": 99})
    user = User.objects.get()
    assert (user.is_staff, user.is_superuser, user.is_active) == (False, False, True)
    assert user.pk != 99


def test_registration_can_be_closed(db: None, api: APIClient, settings: Any) -> None:
    settings.REGISTRATION_OPEN = False
    answer = api.post(URL, CHARLIE)
    assert answer.status_code == 403
    assert not User.objects.exists()


def test_passwords_of_100_bytes_that_differ_in_the_last_are_told_apart(db: None, api: APIClient) -> None:
    stem = ("long-passphrase-" * 7)[:99]
    assert api.post(URL, {**CHARLIE, "password": stem + "a"}).status_code == 201
    right = api.post("/api/auth/token/", {"email": CHARLIE["email"], "password": stem + "a"})
    wrong = api.post("/api/auth/token/", {"email": CHARLIE["email"], "password": stem + "b"})
    assert (right.status_code, wrong.status_code) == (200, 401)


def test_a_receiver_that_fails_undoes_the_registration(db: None) -> None:
    def fail(**_: Any) -> None:
        raise IntegrityError

    user_registered.connect(fail)
    try:
        with pytest.raises(IntegrityError):
            users.user_register(email="charlie@example.org", password=PASSWORD)
    finally:
        user_registered.disconnect(fail)
    assert not User.objects.exists()
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("make", [users.user_register, User.objects.create_user, User.objects.create_superuser])
def test_every_road_tells_the_apps_above(db: None, make: Any) -> None:
    heard: list[User] = []

    def hear(user: User, **_: Any) -> None:
        heard.append(user)

    user_registered.connect(hear)
    try:
        made = make(email="charlie@example.org", password=PASSWORD)
    finally:
        user_registered.disconnect(hear)
    assert heard == [made]
