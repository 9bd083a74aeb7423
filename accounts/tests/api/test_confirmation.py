"""Registration that waits for its mail: alike for all addresses, nothing stored before, once, and with the password."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail, signing
from rest_framework.test import APIClient

from accounts.models import AuditEvent, SpentChallenge, User
from accounts.services import registrations
from accounts.tests.conftest import PASSWORD, Doors

REGISTER = "/api/auth/register/"
CONFIRM = "/api/auth/register/confirm/"


@pytest.fixture(autouse=True)
def switched_on(settings: Any, db: None) -> None:
    settings.CONFIRM_EMAIL = True


def register(email: str = "dora@example.org", password: str = PASSWORD, **extra: Any) -> Any:
    return APIClient().post(REGISTER, {"email": email, "password": password, "display_name": "Dora"}, **extra)


def mailed(count: int = 1) -> str:
    """The newest mail's link, once there are so many: they are handed over after the answer."""
    deadline = time.monotonic() + 5
    while len(mail.outbox) < count and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(mail.outbox) == count
    return str(re.findall(r"https?://\S+", str(mail.outbox[-1].body))[0])


def confirm(token: str, password: str = PASSWORD) -> Any:
    return APIClient().post(CONFIRM, {"token": token, "password": password})


def test_nothing_is_stored_until_the_link_is_followed(doors: Doors) -> None:
    answer = register("Dora@Example.org")
    assert (answer.status_code, answer.content) == (202, b"")
    assert not User.objects.exists()
    address, token = mailed().split("#")
    assert address == "http://testserver/confirm-email"
    assert mail.outbox[0].to == ["dora@example.org"]
    assert doors.client.post("/api/auth/token/", {"email": "dora@example.org", "password": PASSWORD}).status_code == 401
    made = confirm(token)
    assert (made.status_code, made.json()["email"], made.json()["display_name"]) == (201, "dora@example.org", "Dora")
    assert doors.me(doors.sign_in("dora@example.org")["access"]) == 200


def test_whoever_has_the_address_is_told_by_mail_alone(alice: User, django_assert_num_queries: Any) -> None:
    counted = []
    for email in ("dora@example.org", alice.email):
        with django_assert_num_queries(2) as queries:
            answer = register(email)
        counted.append((answer.status_code, answer.content, len(queries)))
    assert counted[0] == counted[1]
    link = mailed(2)
    told = {one.to[0]: one for one in mail.outbox}
    assert link
    assert "already" in told[alice.email].subject
    assert "#" not in str(told[alice.email].body)
    assert "http://testserver/sign-in" in str(told[alice.email].body)
    assert AuditEvent.objects.filter(action="registration_requested").count() == 2


def test_a_poor_password_is_refused_alike(alice: User) -> None:
    answers = [register(email, "12345678") for email in ("dora@example.org", alice.email)]
    assert [(one.status_code, list(one.json()["fields"])) for one in answers] == [(400, ["password"])] * 2
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("accept", "words"),
    [("de-CH,en;q=0.5", "Bestätige"), ("en-GB", "Confirm"), ("xx", "Confirm"), ("\x00;q=", "Confirm")],
)
def test_the_mail_is_in_the_browsers_language(accept: str, words: str) -> None:
    register(HTTP_ACCEPT_LANGUAGE=accept)
    token = mailed().split("#")[1]
    assert mail.outbox[0].subject.startswith(words)
    assert confirm(token).json()["language"] == ("de" if words == "Bestätige" else "en")


def test_who_knows_only_the_mail_makes_no_account() -> None:
    register(password="the-strangers-own-phrase")
    token = mailed().split("#")[1]
    refused = confirm(token)
    assert (refused.status_code, list(refused.json()["fields"])) == (400, ["password"])
    assert not User.objects.exists()
    assert not SpentChallenge.objects.exists()


def test_the_link_works_once_even_after_the_account_was_deleted() -> None:
    register()
    token = mailed().split("#")[1]
    assert confirm(token).status_code == 201
    assert confirm(token).json()["code"] == "confirmation_ended"
    User.objects.all().delete()
    assert confirm(token).json()["code"] == "confirmation_ended"


def test_of_two_links_for_one_address_the_first_wins() -> None:
    register()
    register(password="a-second-long-phrase")
    mailed(2)
    first, second = (str(re.findall(r"#(\S+)", str(one.body))[0]) for one in mail.outbox)
    passwords = {first: PASSWORD, second: "a-second-long-phrase"}
    answers = [confirm(token, password) for token, password in passwords.items()]
    swapped = [
        confirm(token, password) for token, password in zip(passwords, reversed(passwords.values()), strict=True)
    ]
    # Mails are handed over by threads, so either may have been the first.
    assert sorted(one.status_code for one in [*answers, *swapped]).count(201) == 1
    assert User.objects.count() == 1


def test_it_ends_by_time(monkeypatch: pytest.MonkeyPatch) -> None:
    register()
    token = mailed().split("#")[1]
    monkeypatch.setattr(registrations, "LIFETIME", timedelta(seconds=-1))
    assert confirm(token).json()["code"] == "confirmation_ended"


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "\x00", "☃", "x" * 5000])
def test_hostile_tokens_are_refused(token: str) -> None:
    assert confirm(token).status_code == 400


def test_what_was_signed_for_something_else_is_refused() -> None:
    for held in ("text", {"u": 1}, [1]):
        assert confirm(signing.dumps(held, salt="spendwise.password-reset")).status_code == 400


def test_the_hash_in_the_link_cannot_be_read() -> None:
    register()
    token = mailed().split("#")[1]
    held = str(signing.loads(token, salt=registrations.SALT))
    assert "bcrypt" not in held
    assert "dora" not in held


def test_a_mailbox_is_not_flooded(settings: Any) -> None:
    settings.THROTTLES = True
    assert {register(REMOTE_ADDR=f"192.0.2.{number}").status_code for number in range(6)} == {202}
    mailed(3)
    time.sleep(0.1)
    assert len(mail.outbox) == 3


def test_closed_registration_closes_the_link_too(settings: Any) -> None:
    register()
    token = mailed().split("#")[1]
    settings.REGISTRATION_OPEN = False
    assert confirm(token).status_code == 403


def test_switched_off_it_is_as_it_was(settings: Any, doors: Doors) -> None:
    settings.CONFIRM_EMAIL = False
    assert register().status_code == 201
    assert doors.sign_in("dora@example.org")
    assert mail.outbox == []
