"""Signing out ends access and refresh tokens at once, and only those of this sign-in."""

from __future__ import annotations

from typing import Any

from accounts.models import AuditEvent, SignIn, User
from accounts.tests.conftest import Doors

URL = "/api/auth/logout/"


def bearer(pair: dict[str, str]) -> dict[str, Any]:
    return {"HTTP_AUTHORIZATION": f"Bearer {pair['access']}"}


def test_by_refresh_token(alice: User, doors: Doors) -> None:
    pair, elsewhere = doors.sign_in(), doors.sign_in()
    answer = doors.client.post(URL, {"refresh": pair["refresh"]})
    assert (answer.status_code, answer.content) == (204, b"")
    assert doors.me(pair["access"]) == 401
    assert doors.refresh(pair["refresh"]).status_code == 401
    assert doors.me(elsewhere["access"]) == 200


def test_by_access_token(alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    assert doors.client.post(URL, **bearer(pair)).status_code == 204
    assert doors.refresh(pair["refresh"]).status_code == 401


def test_by_both_of_one_sign_in(alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    assert doors.client.post(URL, {"refresh": pair["refresh"]}, **bearer(pair)).status_code == 204
    assert AuditEvent.objects.filter(action="signed_out").count() == 1


def test_by_both_of_two_sign_ins_ends_both(alice: User, doors: Doors) -> None:
    one, other = doors.sign_in(), doors.sign_in()
    assert doors.client.post(URL, {"refresh": one["refresh"]}, **bearer(other)).status_code == 204
    assert [doors.me(one["access"]), doors.me(other["access"])] == [401, 401]


def test_without_any_token_is_401(db: None, doors: Doors) -> None:
    assert doors.client.post(URL).status_code == 401


def test_a_bad_access_token_is_401_even_beside_a_good_refresh_token(alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    answer = doors.client.post(URL, {"refresh": pair["refresh"]}, HTTP_AUTHORIZATION="Bearer x")
    assert answer.status_code == 401
    assert doors.me(pair["access"]) == 200


def test_a_used_refresh_token_signs_nobody_out_politely_but_ends_the_family(alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    newer = doors.refresh(pair["refresh"]).json()
    assert doors.client.post(URL, {"refresh": pair["refresh"]}).status_code == 401
    assert doors.me(newer["access"]) == 401
    assert SignIn.objects.get().end_reason == SignIn.End.REFRESH_REUSED


def test_the_trail_names_the_sign_in(alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    doors.client.post(URL, {"refresh": pair["refresh"]})
    event = AuditEvent.objects.get(action=AuditEvent.Action.SIGNED_OUT)
    assert event.detail == {"sign_in": str(SignIn.objects.get().pk)}
