"""What the operator does to a person by hand."""

from __future__ import annotations

import builtins
import io

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import AuditEvent, SecondFactor, SignIn, User
from accounts.services.personal_tokens import personal_token_create
from accounts.tests.conftest import PASSWORD, Doors


def run(name: str, *words: str) -> str:
    out = io.StringIO()
    call_command(name, *words, stdout=out)
    return out.getvalue()


def test_a_deactivated_user_is_out_at_once_and_keeps_everything(alice: User, bob: User, doors: Doors) -> None:
    pair, of_bob = doors.sign_in(), doors.sign_in(bob.email)
    _, key = personal_token_create(owner=alice, name="Script", scopes=["read"])
    assert "is shut out" in run("user_deactivate", "ALICE@example.org")
    assert [doors.me(pair["access"]), doors.me(key), doors.refresh(pair["refresh"]).status_code] == [401, 401, 401]
    assert doors.client.post("/api/auth/token/", {"email": alice.email, "password": PASSWORD}).status_code == 401
    assert doors.me(of_bob["access"]) == 200
    assert AuditEvent.objects.filter(user=alice, action="deactivated").count() == 1
    assert SignIn.objects.get(user=alice).end_reason == "deactivated"
    assert "before" in run("user_deactivate", alice.email)


def test_a_deleted_user_is_gone(alice: User, bob: User, doors: Doors) -> None:
    pair, number = doors.sign_in(), alice.pk
    run("user_delete", alice.email, "--yes")
    assert doors.me(pair["access"]) == 401
    assert list(User.objects.all()) == [bob]
    assert AuditEvent.objects.get(action="deleted").detail == {"user_id": number}
    assert not AuditEvent.objects.filter(email=alice.email).exists()


@pytest.mark.parametrize(("typed", "is_deleted"), [("alice@example.org", True), ("yes", False), ("", False)])
def test_a_deletion_asks(alice: User, monkeypatch: pytest.MonkeyPatch, typed: str, is_deleted: bool) -> None:
    monkeypatch.setattr(builtins, "input", lambda _question: typed)
    if is_deleted:
        run("user_delete", alice.email)
    else:
        with pytest.raises(CommandError, match="Nothing was deleted"):
            run("user_delete", alice.email)
    assert User.objects.exists() is not is_deleted


def test_nobody_at_the_keyboard_is_no_yes(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_question: str) -> str:
        raise EOFError

    monkeypatch.setattr(builtins, "input", closed)
    with pytest.raises(CommandError):
        run("user_delete", alice.email)
    assert User.objects.get() == alice
    assert alice.is_active


@pytest.mark.parametrize("name", ["user_deactivate", "user_delete", "second_factor_remove"])
def test_an_unknown_address_is_told(db: None, name: str) -> None:
    with pytest.raises(CommandError, match="There is no user"):
        run(name, "nobody@example.org")


def test_a_lost_phone(alice: User, doors: Doors) -> None:
    SecondFactor.objects.create(user=alice, sealed_secret="x", confirmed_at=timezone.now())
    assert doors.client.post("/api/auth/token/", {"email": alice.email, "password": PASSWORD}).status_code == 401
    assert "is off" in run("second_factor_remove", alice.email)
    doors.sign_in()
    assert AuditEvent.objects.get(action="second_factor_off").detail == {"door": "command"}
    assert "before" in run("second_factor_remove", alice.email)
