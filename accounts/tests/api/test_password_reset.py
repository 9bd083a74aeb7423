"""A new password by mail: alike for strangers, once, for half an hour, and no way round the second factor."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail, signing
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import AuditEvent, SecondFactor, User
from accounts.services import resets
from accounts.services.personal_tokens import personal_token_create
from accounts.tests.conftest import PASSWORD, Doors

ASK = "/api/auth/password/reset/"
SET = "/api/auth/password/reset/confirm/"
NEW = "another-long-phrase"


def ask(email: str = "alice@example.org", **extra: Any) -> Any:
    return APIClient().post(ASK, {"email": email}, **extra)


def mailed(count: int = 1) -> str:
    """The newest mail's link, once there are so many: they are handed over after the answer."""
    deadline = time.monotonic() + 5
    while len(mail.outbox) < count and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(mail.outbox) == count
    return str(re.findall(r"https?://\S+", str(mail.outbox[-1].body))[0])


def confirm(token: str, new_password: str = NEW) -> Any:
    return APIClient().post(SET, {"token": token, "new_password": new_password})


def test_the_mail_opens_once_and_ends_every_sign_in(alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    _, key = personal_token_create(owner=alice, name="Script", scopes=["read"])
    assert ask("Alice@Example.org").status_code == 202
    link = mailed()
    assert mail.outbox[0].to == ["alice@example.org"]
    address, token = link.split("#")
    assert address == "http://testserver/reset-password"
    assert "?" not in link
    assert confirm(token).status_code == 204
    assert [doors.me(pair["access"]), doors.me(key), doors.refresh(pair["refresh"]).status_code] == [401, 401, 401]
    assert doors.me(doors.sign_in(password=NEW)["access"]) == 200
    again = confirm(token, "a-third-long-phrase")
    assert (again.status_code, again.json()["code"]) == (400, "reset_ended")


def test_a_public_address_stands_in_the_link(alice: User, settings: Any) -> None:
    settings.PUBLIC_URL = "https://money.example.org"
    ask(HTTP_HOST="localhost")
    assert mailed().startswith("https://money.example.org/reset-password#")


def test_a_made_up_host_gets_no_link(alice: User) -> None:
    assert ask(HTTP_HOST="evil.example.com").status_code == 400
    assert mail.outbox == []


def test_a_stranger_is_answered_and_written_down_alike(alice: User, django_assert_num_queries: Any) -> None:
    known, unknown = ask(), ask("nobody@example.org")
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content) == (202, b"")
    assert AuditEvent.objects.filter(action="reset_requested").count() == 2
    mailed()
    time.sleep(0.1)
    assert len(mail.outbox) == 1


def test_a_deactivated_user_gets_none(alice: User) -> None:
    User.objects.update(is_active=False)
    assert ask().status_code == 202
    time.sleep(0.1)
    assert mail.outbox == []


def test_it_ends_by_time_and_with_another_password(alice: User, monkeypatch: pytest.MonkeyPatch, doors: Doors) -> None:
    ask()
    token = mailed().split("#")[1]
    later = time.time() + timedelta(minutes=31).total_seconds()
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: later)
        assert confirm(token).status_code == 400
    alice.set_password("the-owners-own-phrase")
    alice.save()
    assert confirm(token).status_code == 400
    assert doors.sign_in(password="the-owners-own-phrase")


def test_a_poor_password_leaves_the_link_good(alice: User) -> None:
    ask()
    token = mailed().split("#")[1]
    poor = confirm(token, "12345678")
    assert (poor.status_code, list(poor.json()["fields"])) == (400, ["new_password"])
    assert confirm(token).status_code == 204


def test_the_second_factor_stays(alice: User) -> None:
    SecondFactor.objects.create(user=alice, sealed_secret="x", confirmed_at=timezone.now())
    ask()
    assert confirm(mailed().split("#")[1]).status_code == 204
    answer = APIClient().post("/api/auth/token/", {"email": alice.email, "password": NEW})
    assert (answer.status_code, answer.json()["code"]) == (401, "second_factor_required")


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "\x00", "☃", "x" * 5000])
def test_hostile_tokens_are_refused(alice: User, token: str) -> None:
    assert confirm(token).status_code == 400


def test_what_was_signed_for_something_else_is_refused(alice: User) -> None:
    for salt in ("spendwise.sign-in-challenge", "spendwise.known-device"):
        assert confirm(signing.dumps({"u": alice.pk, "p": resets._bound(alice)}, salt=salt)).status_code == 400


def test_a_mailbox_is_not_flooded(alice: User, settings: Any) -> None:
    settings.THROTTLES = True
    assert {ask(REMOTE_ADDR=f"192.0.2.{number}").status_code for number in range(8)} == {202}
    mailed(3)
    time.sleep(0.1)
    assert len(mail.outbox) == 3


def test_a_mail_server_that_is_down_is_no_fault_of_the_caller(alice: User, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert ask().status_code == 202


def test_the_trail_has_no_secret(alice: User) -> None:
    ask()
    token = mailed().split("#")[1]
    confirm(token)
    trail = list(AuditEvent.objects.order_by("id").values_list("action", flat=True))
    assert trail == ["reset_requested", "password_reset", "password_changed"]
    assert token not in str(list(AuditEvent.objects.values_list("detail", flat=True)))
    assert PASSWORD not in str(list(AuditEvent.objects.values_list("detail", flat=True)))
