"""Households: who may see, change, leave and delete one, and that nobody signs in as its ledger."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, transaction
from rest_framework.test import APIClient

from accounts.models import AuditEvent, Household, Invitation, Membership, User
from accounts.services.households import household_create
from accounts.services.resets import reset_request
from accounts.services.sign_ins import NOBODY, enter
from accounts.services.users import user_erase
from accounts.tests.conftest import PASSWORD

URL = "/api/households/"
Role = Membership.Role


def client_of(user: User) -> APIClient:
    pair = enter(user, NOBODY)
    assert pair is not None
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {pair.access}")
    return client


@pytest.fixture
def carol(db: None) -> User:
    return User.objects.create_user("carol@example.org", PASSWORD, display_name="Carol")


@pytest.fixture
def dave(db: None) -> User:
    return User.objects.create_user("dave@example.org", PASSWORD)


@pytest.fixture
def home(alice: User, bob: User, carol: User) -> Household:
    """Alice owns it, Bob is a partner, Carol looks."""
    household = household_create(person=alice, name="Linden").household
    for person, role in ((bob, Role.PARTNER), (carol, Role.VIEWER)):
        Membership.objects.create(household=household, person=person, role=role)
    return household


def member(home: Household, person: User) -> str:
    return f"{URL}{home.pk}/members/{Membership.objects.get(household=home, person=person).pk}/"


def roles(home: Household) -> dict[str, str]:
    return dict(Membership.objects.filter(household=home).values_list("person__email", "role"))


def told(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_whoever_makes_one_owns_it_and_it_begins_in_their_currency(alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(base_currency="CHF", language="de", time_zone="Europe/Zurich")
    made = client_of(User.objects.get(pk=alice.pk)).post(URL, {"name": "Linden"})
    assert made.status_code == 201
    shown = made.json()
    assert shown["role"] == "owner"
    assert (shown["name"], shown["people"], shown["base_currency"]) == ("Linden", 1, "CHF")
    assert (shown["language"], shown["time_zone"]) == ("de", "Europe/Zurich")
    assert client_of(alice).get(URL).json() == [shown]
    assert client_of(alice).get(f"{URL}{shown['id']}/").json() == shown


@pytest.mark.parametrize("body", [{}, {"name": ""}, {"name": "x" * 81}, {"name": "a\x00b"}, {"name": {}}, []])
def test_a_household_needs_a_name(alice: User, body: Any) -> None:
    assert client_of(alice).post(URL, body).status_code == 400
    assert not Household.objects.exists()


def test_nobody_makes_more_than_ten(alice: User) -> None:
    client = client_of(alice)
    assert [client.post(URL, {"name": "Home"}).status_code for _ in range(11)] == [201] * 10 + [400]


def test_nobody_signs_in_as_a_ledger(home: Household, alice: User) -> None:
    ledger = home.ledger
    assert not ledger.has_usable_password()
    assert enter(ledger, NOBODY) is None
    ledger.set_password(PASSWORD)
    ledger.save()
    doors = {"email": ledger.email, "password": PASSWORD}
    assert told(APIClient().post("/api/auth/token/", doors)) == (401, "wrong_credentials")
    assert APIClient().post("/api/auth/register/", doors).status_code == 400
    reset_request(email=ledger.email, page="https://example.org/reset", caller=NOBODY)
    assert mail.outbox == []
    for field in ("is_active", "is_staff", "is_superuser"):
        with pytest.raises(IntegrityError), transaction.atomic():
            User.objects.filter(pk=ledger.pk).update(**{field: True})


def test_members_see_it_and_nobody_else_does(home: Household, bob: User, carol: User, dave: User) -> None:
    for person in (bob, carol):
        client = client_of(person)
        assert client.get(f"{URL}{home.pk}/").json()["people"] == 3
        listed = client.get(f"{URL}{home.pk}/members/").json()
        assert [(row["email"], row["role"], row["is_me"]) for row in listed] == [
            ("alice@example.org", "owner", False),
            ("bob@example.org", "partner", person == bob),
            ("carol@example.org", "viewer", person == carol),
        ]
    stranger = client_of(dave)
    assert stranger.get(URL).json() == []
    for path in ("", "members/", "invitations/", "members/1/", "invitations/1/"):
        for method in ("get", "post", "patch", "delete"):
            answer = getattr(stranger, method)(f"{URL}{home.pk}/{path}")
            assert answer.status_code in (404, 405), (method, path)


def test_a_partner_renames_it_and_a_viewer_does_not(home: Household, bob: User, carol: User) -> None:
    given = {"name": "Oak", "base_currency": "usd", "language": "de", "time_zone": "Europe/Berlin"}
    shown = client_of(bob).patch(f"{URL}{home.pk}/", given).json()
    assert {name: shown[name] for name in given} == {**given, "base_currency": "USD"}
    assert User.objects.get(pk=home.ledger_id).display_name == "Oak"
    assert told(client_of(carol).patch(f"{URL}{home.pk}/", {"name": "Mine"})) == (403, "read_only")
    assert Household.objects.get().name == "Oak"


def test_only_owners_touch_the_members(home: Household, alice: User, bob: User, carol: User) -> None:
    before = roles(home)
    for person, other in ((bob, carol), (carol, bob)):
        client = client_of(person)
        assert told(client.patch(member(home, person), {"role": "owner"})) == (403, "owner_only")
        assert told(client.patch(member(home, other), {"role": "viewer"})) == (403, "owner_only")
        assert told(client.delete(member(home, other))) == (403, "owner_only")
        assert told(client.get(f"{URL}{home.pk}/invitations/")) == (403, "owner_only")
        given = {"email": "e@example.org", "role": "partner"}
        assert told(client.post(f"{URL}{home.pk}/invitations/", given)) == (403, "owner_only")
        assert told(client.delete(f"{URL}{home.pk}/", {"password": PASSWORD})) == (403, "owner_only")
    assert roles(home) == before
    owner = client_of(alice)
    assert owner.patch(member(home, carol), {"role": "partner"}).json()["role"] == "partner"
    assert owner.delete(member(home, bob)).status_code == 204
    assert roles(home) == {"alice@example.org": "owner", "carol@example.org": "partner"}
    assert client_of(bob).get(f"{URL}{home.pk}/").status_code == 404


def test_anybody_leaves_but_the_last_owner(home: Household, alice: User, bob: User, carol: User) -> None:
    owner = client_of(alice)
    assert client_of(carol).delete(member(home, carol)).status_code == 204
    assert told(owner.delete(member(home, alice))) == (409, "last_owner")
    assert told(owner.patch(member(home, alice), {"role": "viewer"})) == (409, "last_owner")
    assert owner.patch(member(home, bob), {"role": "owner"}).status_code == 200
    assert owner.delete(member(home, alice)).status_code == 204
    assert roles(home) == {"bob@example.org": "owner"}
    actions = list(AuditEvent.objects.filter(user=alice).order_by("pk").values_list("action", flat=True))
    assert actions[-2:] == ["role_changed", "household_left"]


def test_deleting_it_asks_for_the_password_and_takes_the_ledger(home: Household, alice: User, bob: User) -> None:
    owner, ledger_id = client_of(alice), home.ledger_id
    assert told(owner.delete(f"{URL}{home.pk}/", {"password": "wrong"})) == (400, "wrong_password")
    assert owner.delete(f"{URL}{home.pk}/", {"password": PASSWORD}).status_code == 204
    assert not User.objects.filter(pk=ledger_id).exists()
    assert (Household.objects.count(), Membership.objects.count()) == (0, 0)
    assert User.objects.filter(pk__in=[alice.pk, bob.pk]).count() == 2
    assert AuditEvent.objects.get(action="household_deleted").user == alice


def test_when_the_owner_is_deleted_a_partner_follows_then_a_viewer_then_nobody(
    home: Household, alice: User, bob: User, carol: User
) -> None:
    Invitation.objects.create(
        household=home, email=bob.email, role="viewer", code_hash="a", invited_by=alice, expires_at=home.created_at
    )
    user_erase(user=alice)
    assert roles(home) == {"bob@example.org": "owner", "carol@example.org": "viewer"}
    assert Invitation.objects.get().invited_by is None
    user_erase(user=bob)
    assert roles(home) == {"carol@example.org": "owner"}
    assert not Invitation.objects.exists()
    call_command("user_delete", carol.email, "--yes")
    assert (Household.objects.count(), User.objects.filter(is_ledger=True).count()) == (0, 0)


def test_a_ledger_is_nobody_in_the_admins_list_of_people(home: Household) -> None:
    root = User.objects.create_superuser("root@example.org", PASSWORD)
    client = APIClient()
    client.force_login(root)
    assert b"ledger.invalid" not in client.get("/admin/accounts/user/").content
    assert client.get(f"/admin/accounts/user/{home.ledger_id}/change/").status_code == 302
    assert b"Linden" in client.get("/admin/accounts/household/").content
