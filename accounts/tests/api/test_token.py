"""Signing in."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import hashers
from rest_framework.test import APIClient
from rest_framework_simplejwt.tokens import UntypedToken

from accounts.models import AuditEvent, SignIn, User
from accounts.tests.conftest import PASSWORD, Doors

URL = "/api/auth/token/"


def test_both_tokens_name_their_sign_in_audience_and_issuer(alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    family = str(SignIn.objects.get(user=alice).pk)
    for raw, kind in ((pair["access"], "access"), (pair["refresh"], "refresh")):
        claims = UntypedToken(raw).payload  # type: ignore[arg-type]  # annotated as Token, takes text
        assert (claims["family"], claims["user_id"], claims["token_type"]) == (family, str(alice.pk), kind)
        assert (claims["aud"], claims["iss"]) == ("spendwise", "spendwise")
        assert set(claims) == {"family", "user_id", "token_type", "aud", "iss", "exp", "iat", "jti"}


def test_signing_in_is_remembered(alice: User, doors: Doors) -> None:
    doors.sign_in()
    alice.refresh_from_db()
    assert alice.last_login is not None


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("alice@example.org", "wrong-password"),
        ("alice@example.org", PASSWORD + " "),
        ("alice@example.org", " " + PASSWORD),
        ("alice@example.org", PASSWORD.upper()),
        ("nobody@example.org", PASSWORD),
    ],
)
def test_every_wrong_pair_gets_the_same_answer(alice: User, api: APIClient, email: str, password: str) -> None:
    answer = api.post(URL, {"email": email, "password": password})
    assert answer.status_code == 401
    assert answer.json() == {"code": "wrong_credentials", "message": "E-mail or password is wrong.", "fields": {}}
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_an_inactive_user_looks_like_a_wrong_password(alice: User, api: APIClient) -> None:
    User.objects.update(is_active=False)
    answer = api.post(URL, {"email": alice.email, "password": PASSWORD})
    assert (answer.status_code, answer.json()["code"]) == (401, "wrong_credentials")
    assert not SignIn.objects.exists()


def test_a_user_without_a_password_cannot_sign_in(db: None, api: APIClient) -> None:
    User.objects.create_user("robot@example.org")
    assert api.post(URL, {"email": "robot@example.org", "password": PASSWORD}).status_code == 401


@pytest.mark.parametrize("email", ["alice@example.org", "nobody@example.org"])
def test_an_unknown_address_costs_exactly_as_many_hashes(
    alice: User, api: APIClient, email: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[int] = []
    original = hashers.BCryptSHA256PasswordHasher.encode

    def counting(self: Any, password: str, salt: str) -> str:
        hashed.append(self.rounds)
        return original(self, password, salt)

    monkeypatch.setattr(hashers.BCryptSHA256PasswordHasher, "encode", counting)
    assert api.post(URL, {"email": email, "password": "wrong-password"}).status_code == 401
    assert hashed == [4]


def test_a_password_changed_while_the_old_one_was_being_checked_wins(
    alice: User, api: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = User.check_password

    def slow(self: User, raw: str) -> bool:
        is_right = original(self, raw)
        User.objects.filter(pk=self.pk).update(password=hashers.make_password("another-long-phrase"))
        return is_right

    monkeypatch.setattr(User, "check_password", slow)
    assert api.post(URL, {"email": alice.email, "password": PASSWORD}).status_code == 401
    assert not SignIn.objects.exists()


@pytest.mark.parametrize(
    "change", [{"email": "a\x00b@example.org"}, {"password": "\x00"}, {"password": "x" * 5000}, {"cookie": "perhaps"}]
)
def test_hostile_values_are_refused(alice: User, api: APIClient, change: dict[str, Any]) -> None:
    assert api.post(URL, {"email": alice.email, "password": PASSWORD, **change}).status_code == 400


def test_success_and_failure_leave_a_trail_without_secrets(alice: User, api: APIClient, doors: Doors) -> None:
    doors.sign_in()
    api.post(URL, {"email": "ALICE@example.org", "password": "wrong-password"})
    api.post(URL, {"email": "nobody@example.org", "password": "wrong-password"})
    trail = list(AuditEvent.objects.order_by("id").values_list("action", "user", "email"))
    assert trail == [
        ("signed_in", alice.pk, "alice@example.org"),
        ("sign_in_failed", alice.pk, "alice@example.org"),
        ("sign_in_failed", None, "nobody@example.org"),
    ]
    assert [set(detail) for detail in AuditEvent.objects.order_by("id").values_list("detail", flat=True)] == [
        {"sign_in", "from", "device"},
        {"from", "device"},
        {"from", "device"},
    ]
