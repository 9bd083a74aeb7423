"""Reading, changing and deleting oneself."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken

from accounts.models import AuditEvent, SignIn, User
from accounts.signals import user_deleted
from accounts.tests.conftest import PASSWORD, Doors

URL = "/api/auth/me/"


@pytest.fixture
def client(alice: User, doors: Doors) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {doors.sign_in()['access']}")
    return client


def test_who_am_i(client: APIClient, alice: User, bob: User) -> None:
    assert client.get(URL).json() == {
        "id": alice.pk,
        "email": "alice@example.org",
        "display_name": "Alice",
        "base_currency": "",
        "language": "en",
        "time_zone": "UTC",
        "is_staff": False,
    }


def test_name_and_currency_can_be_changed_singly(client: APIClient, alice: User) -> None:
    assert client.patch(URL, {"display_name": "Alice B."}).json()["display_name"] == "Alice B."
    answer = client.patch(URL, {"base_currency": "jpy"}).json()
    assert (answer["display_name"], answer["base_currency"]) == ("Alice B.", "JPY")


@pytest.mark.parametrize("body", [{}, {"unknown": 1}])
def test_nothing_to_change_changes_nothing(client: APIClient, body: dict[str, Any]) -> None:
    assert client.patch(URL, body).json()["display_name"] == "Alice"


@pytest.mark.parametrize("currency", ["XXQ", "EURO", "E", "", None, 978, "€€€"])
def test_a_currency_that_does_not_exist_is_a_field_error(client: APIClient, currency: Any) -> None:
    answer = client.patch(URL, {"base_currency": currency})
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == ["base_currency"]


def test_rights_and_address_cannot_be_changed_here(client: APIClient, alice: User) -> None:
    body = {"is_staff": True, "is_superuser": True, "is_active": False, "email": "x@example.org", "id": 5}
    assert client.patch(URL, {**body, "password": "another-long-phrase"}).status_code == 200
    alice.refresh_from_db()
    assert (alice.is_staff, alice.is_superuser, alice.is_active) == (False, False, True)
    assert alice.email == "alice@example.org"
    assert alice.check_password(PASSWORD)


def test_deletion_needs_the_password(client: APIClient, alice: User) -> None:
    for body in ({}, {"password": "guessed-phrase"}):
        answer = client.delete(URL, body)
        assert answer.status_code == 400
        assert list(answer.json()["fields"]) == ["password"]
    assert User.objects.filter(pk=alice.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_deletion_takes_everything_along_and_nobody_else(bob: User, doors: Doors, client: APIClient) -> None:
    heard: list[int] = []

    def hear(user_id: int, **_: Any) -> None:
        heard.append(user_id)
        assert not User.objects.filter(pk=user_id).exists()

    alice_id = User.objects.get(email="alice@example.org").pk
    doors.refresh(doors.sign_in()["refresh"])
    doors.sign_in("bob@example.org")
    user_deleted.connect(hear)
    try:
        assert client.delete(URL, {"password": PASSWORD}).status_code == 204
    finally:
        user_deleted.disconnect(hear)
    assert heard == [alice_id]
    assert client.get(URL).status_code == 401
    assert list(User.objects.all()) == [bob]
    assert set(SignIn.objects.values_list("user", flat=True)) == {bob.pk}
    assert set(OutstandingToken.objects.values_list("user", flat=True)) == {bob.pk}
    assert not BlacklistedToken.objects.exists()


def test_the_trail_survives_a_deletion_without_the_address(client: APIClient, alice: User) -> None:
    client.delete(URL, {"password": PASSWORD})
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.email, event.user, event.detail) == ("deleted", "", None, {"user_id": alice.pk})
    assert not AuditEvent.objects.filter(email__contains="alice").exists()


@pytest.mark.parametrize("given", [{"language": "de"}, {"time_zone": "Europe/Berlin"}])
def test_language_and_time_zone_are_kept(client: APIClient, given: dict[str, str]) -> None:
    assert client.patch(URL, given).json().items() >= given.items()
    assert client.get(URL).json().items() >= given.items()


@pytest.mark.parametrize("given", [{"language": "tlh"}, {"time_zone": "Mars/Olympus"}, {"time_zone": ""}])
def test_an_unknown_language_or_time_zone_is_refused(client: APIClient, given: dict[str, str]) -> None:
    answer = client.patch(URL, given)
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == list(given)
