"""Invitations: for one address, once, for a week, and telling nothing to others."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from accounts.errors import DomainError
from accounts.models import AuditEvent, Household, Invitation, Membership, User
from accounts.services import invitations
from accounts.services.households import household_create
from accounts.tests.api.test_households import client_of, told

ACCEPT = "/api/invitations/accept/"
BOB = {"email": "Bob@Example.org", "role": "partner"}


@pytest.fixture(autouse=True)
def mails_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in a thread, so that a test sees them."""
    monkeypatch.setattr("accounts.services.mails.threading.Thread", Now)


class Now:
    def __init__(self, target: Any, args: Any, **_: Any) -> None:
        self.target, self.args = target, args

    def start(self) -> None:
        self.target(*self.args)


@pytest.fixture
def home(alice: User) -> Household:
    return household_create(person=alice, name="Linden").household


def invite(alice: User, home: Household, **given: str) -> dict[str, Any]:
    answer = client_of(alice).post(f"/api/households/{home.pk}/invitations/", {**BOB, **given})
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def test_the_code_is_mailed_shown_once_and_stored_nowhere(alice: User, home: Household) -> None:
    made = invite(alice, home)
    assert made["link"].endswith(f"/join#{made['code']}")
    assert (mail.outbox[0].to, made["link"] in mail.outbox[0].body) == (["bob@example.org"], True)
    assert alice.email in mail.outbox[0].body
    listed = client_of(alice).get(f"/api/households/{home.pk}/invitations/").json()
    assert [(row["email"], row["role"]) for row in listed] == [("bob@example.org", "partner")]
    assert made["code"] not in str(listed) + str(list(Invitation.objects.values()))


def test_the_answer_does_not_tell_who_has_an_account(alice: User, home: Household, bob: User) -> None:
    known, unknown = invite(alice, home), invite(alice, home, email="nobody@example.org")
    assert known.keys() == unknown.keys()
    assert len(mail.outbox) == 2


def test_it_is_taken_up_once_by_whom_it_names(alice: User, home: Household, bob: User) -> None:
    made = invite(alice, home)
    code = {"code": made["code"]}
    assert told(client_of(alice).post(ACCEPT, code)) == (400, "invitation_ended")
    joined = client_of(bob).post(ACCEPT, code)
    assert (joined.status_code, joined.json()["role"], joined.json()["people"]) == (201, "partner", 2)
    assert told(client_of(bob).post(ACCEPT, code)) == (400, "invitation_ended")
    assert AuditEvent.objects.get(action="household_joined").user == bob


@pytest.mark.parametrize("code", ["", "x", "a" * 129, "\x00", "☃", {}, None])
def test_what_is_no_code_is_refused(bob: User, code: Any) -> None:
    assert client_of(bob).post(ACCEPT, {"code": code}).status_code == 400


def test_all_refusals_are_alike(alice: User, home: Household, bob: User) -> None:
    over, withdrawn, replaced = (invite(alice, home) for _ in range(3))
    client = client_of(bob)
    answers = [client.post(ACCEPT, {"code": one["code"]}).json() for one in (over, withdrawn)]
    assert client_of(alice).delete(f"/api/households/{home.pk}/invitations/{replaced['id']}/").status_code == 204
    answers.append(client.post(ACCEPT, {"code": replaced["code"]}).json())
    last = invite(alice, home)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answers.append(client.post(ACCEPT, {"code": last["code"]}).json())
    answers.append(client.post(ACCEPT, {"code": "no-such-code"}).json())
    assert [answer == answers[0] for answer in answers] == [True] * 5
    assert not Membership.objects.filter(person=bob).exists()
    assert client_of(alice).get(f"/api/households/{home.pk}/invitations/").json() == []


@pytest.mark.parametrize("given", [{"role": "owner"}, {"role": "x"}, {"email": "x"}, {"email": ""}])
def test_what_cannot_be_offered_is_refused(alice: User, home: Household, given: dict[str, str]) -> None:
    answer = client_of(alice).post(f"/api/households/{home.pk}/invitations/", {**BOB, **given})
    assert told(answer) == (400, "invalid")


def test_a_member_is_not_invited_again_and_there_is_room_for_twenty(alice: User, home: Household) -> None:
    address = f"/api/households/{home.pk}/invitations/"
    assert told(client_of(alice).post(address, {**BOB, "email": alice.email})) == (409, "already_member")
    for number in range(invitations.MOST_MEMBERS - 1):
        invite(alice, home, email=f"guest{number}@example.org")
    assert told(client_of(alice).post(address, {**BOB, "email": "late@example.org"})) == (400, "too_many")
    invite(alice, home, email="guest3@example.org")


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_joins(alice: User, home: Household, bob: User) -> None:
    _, code = invitations.invitation_create(
        person=alice, household_id=home.pk, email=bob.email, role="viewer", page="https://example.org/join"
    )
    barrier, done = Barrier(4), []

    def accept() -> None:
        barrier.wait()
        try:
            done.append(invitations.invitation_accept(person=bob, code=code).role)
        except DomainError as error:
            done.append(error.code)
        finally:
            connection.close()

    threads = [Thread(target=accept) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == ["invitation_ended"] * 3 + ["viewer"]
    assert Membership.objects.filter(person=bob).count() == 1
