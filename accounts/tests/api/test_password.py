"""Changing the password."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.hashers import make_password

from accounts.errors import DomainError
from accounts.models import AuditEvent, SignIn, User
from accounts.services import passwords
from accounts.tests.conftest import PASSWORD, Doors

URL = "/api/auth/password/"
NEW = "another-long-phrase"


def change(doors: Doors, access: str, **body: Any) -> Any:
    body = {"current_password": PASSWORD, "new_password": NEW, **body}
    return doors.client.post(URL, body, HTTP_AUTHORIZATION=f"Bearer {access}")


def test_every_sign_in_ends_and_the_new_password_opens(alice: User, bob: User, doors: Doors) -> None:
    here, there, of_bob = doors.sign_in(), doors.sign_in(), doors.sign_in("bob@example.org")
    assert change(doors, here["access"]).status_code == 204
    assert [doors.me(here["access"]), doors.me(there["access"])] == [401, 401]
    assert [doors.refresh(here["refresh"]).status_code, doors.refresh(there["refresh"]).status_code] == [401, 401]
    assert doors.me(of_bob["access"]) == 200
    assert doors.me(doors.sign_in(password=NEW)["access"]) == 200
    assert doors.client.post("/api/auth/token/", {"email": alice.email, "password": PASSWORD}).status_code == 401


def test_the_trail_counts_what_ended_and_holds_no_password(alice: User, doors: Doors) -> None:
    doors.sign_in()
    change(doors, doors.sign_in()["access"])
    event = AuditEvent.objects.get(action=AuditEvent.Action.PASSWORD_CHANGED)
    assert event.detail == {"sign_ins_ended": 2}
    assert set(SignIn.objects.values_list("end_reason", flat=True)) == {"password_changed"}


def test_a_wrong_current_password_changes_nothing(alice: User, doors: Doors) -> None:
    access = doors.sign_in()["access"]
    answer = change(doors, access, current_password="guessed-phrase")
    assert (answer.status_code, answer.json()["code"]) == (400, "wrong_password")
    assert list(answer.json()["fields"]) == ["current_password"]
    assert doors.me(access) == 200


@pytest.mark.parametrize("poor", ["short", "password123", "98765432109876", "alice@example.org"])
def test_a_poor_new_password_is_a_field_error(alice: User, doors: Doors, poor: str) -> None:
    answer = change(doors, doors.sign_in()["access"], new_password=poor)
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == ["new_password"]


def test_of_two_changes_at_once_one_hears_of_the_other(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(raw: str) -> str:
        User.objects.filter(pk=alice.pk).update(password=make_password("the-others-phrase"))
        return make_password(raw)

    monkeypatch.setattr(passwords, "make_password", meanwhile)
    with pytest.raises(DomainError) as refusal:
        passwords.password_change(owner=alice, current_password=PASSWORD, new_password=NEW)
    assert refusal.value.status == 409
    assert User.objects.get().check_password("the-others-phrase")
