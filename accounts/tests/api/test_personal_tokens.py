"""Keys for programs: shown once, honoured for their scopes alone, ended at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import AuditEvent, PersonalToken, SignIn, User
from accounts.scopes import scopes_for
from accounts.services.passwords import password_change
from accounts.services.personal_tokens import MOST_TOKENS, personal_token_create
from accounts.tests.conftest import PASSWORD, Doors

URL = "/api/auth/tokens/"
ALL = [scope.value for scope in PersonalToken.Scope]


@pytest.fixture
def client(alice: User, doors: Doors) -> APIClient:
    return bearer(doors.sign_in()["access"])


def bearer(token: str) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return client


def make(client: APIClient, *scopes: str, **more: Any) -> dict[str, Any]:
    answer = client.post(URL, {"name": "Script", "scopes": list(scopes), "password": PASSWORD, **more}, format="json")
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def test_the_token_is_shown_once_and_stored_nowhere(client: APIClient) -> None:
    made = make(client, "read")
    assert made["token"].startswith(made["hint"])
    assert made["token"] not in str(client.get(URL).json())
    assert made["token"] not in str(list(PersonalToken.objects.values()))
    assert [row["name"] for row in client.get(URL).json()] == ["Script"]


@pytest.mark.parametrize(
    ("scopes", "method", "address", "status"),
    [
        (["read"], "get", "/api/accounts/", 200),
        (["read"], "get", "/api/reports/", 200),
        (["read"], "get", "/api/imports/", 200),
        (["read"], "get", "/api/auth/me/", 200),
        (["read"], "post", "/api/accounts/", 403),
        (["read"], "post", "/api/reports/", 403),
        (["read"], "post", "/api/imports/", 403),
        (["read"], "patch", "/api/auth/me/", 403),
        (["write"], "get", "/api/accounts/", 403),
        (["write"], "post", "/api/accounts/", 400),
        (["write"], "post", "/api/imports/", 403),
        (["import"], "get", "/api/imports/", 200),
        (["import"], "post", "/api/imports/", 400),
        (["import"], "get", "/api/transactions/", 403),
        (["reports"], "get", "/api/reports/", 200),
        (["reports"], "get", "/api/transactions/", 403),
        (ALL, "delete", "/api/auth/me/", 403),
        (ALL, "post", "/api/auth/password/", 403),
        (ALL, "get", "/api/auth/tokens/", 403),
        (ALL, "post", "/api/auth/tokens/", 403),
        (ALL, "get", "/api/auth/sessions/", 403),
        (ALL, "delete", "/api/auth/sessions/", 403),
    ],
)
def test_a_token_does_what_its_scopes_say(
    client: APIClient, scopes: list[str], method: str, address: str, status: int
) -> None:
    program = bearer(make(client, *scopes)["token"])
    answer = getattr(program, method)(address)
    assert answer.status_code == status, answer.content
    assert answer.status_code != 403 or answer.json()["code"] == "scope_missing"


def test_an_address_nobody_thought_of_is_of_the_ledger() -> None:
    assert scopes_for("GET", "/api/new-thing/") == {"read"}
    assert scopes_for("POST", "/api/new-thing/") == {"write"}
    assert scopes_for("purge", "/api/new-thing/") == {"write"}
    assert scopes_for("GET", "/api/auth/new-door/") == frozenset()


@pytest.mark.parametrize("end", ["revoked", "password", "deactivated", "secret", "deleted", "expired"])
def test_a_token_ends_at_once(client: APIClient, alice: User, end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(client, "read")
    program = bearer(made["token"])
    assert program.get("/api/accounts/").status_code == 200
    if end == "revoked":
        assert client.delete(f"{URL}{made['id']}/").status_code == 204
        assert client.delete(f"{URL}{made['id']}/").status_code == 404
    elif end == "password":
        password_change(owner=alice, current_password=PASSWORD, new_password="another-fine-phrase")
    elif end == "deactivated":
        User.objects.filter(pk=alice.pk).update(is_active=False)
    elif end == "secret":
        monkeypatch.setitem(settings.SIMPLE_JWT, "SIGNING_KEY", "another-secret-of-some-length-0123456789")
    elif end == "deleted":
        alice.delete()
    else:
        PersonalToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert program.get("/api/accounts/").status_code == 401


def test_bob_cannot_revoke_alices(client: APIClient, bob: User, doors: Doors) -> None:
    made = make(client, "read")
    other = bearer(doors.sign_in(bob.email)["access"])
    assert other.get(URL).json() == []
    assert other.delete(f"{URL}{made['id']}/").status_code == 404
    assert bearer(made["token"]).get("/api/accounts/").status_code == 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"scopes": ["read"]}, "name"),
        ({"name": "x", "scopes": []}, "scopes"),
        ({"name": "x", "scopes": ["root"]}, "scopes.0"),
        ({"name": "x", "scopes": "read"}, "scopes"),
        ({"name": "x", "scopes": ["read"], "expires_at": "2001-01-01T00:00:00Z"}, "expires_at"),
        ({"name": "x" * 81, "scopes": ["read"]}, "name"),
    ],
)
def test_a_bad_wish_names_its_field(client: APIClient, body: dict[str, Any], field: str) -> None:
    answer = client.post(URL, {**body, "password": PASSWORD}, format="json")
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == [field]


@pytest.mark.parametrize("token", ["swp_", "swp_nothing", "swp_" + "x" * 5000, "swp_\x00\xff"])
def test_a_made_up_token_opens_nothing(alice: User, token: str) -> None:
    assert bearer(token).get("/api/accounts/").status_code == 401


def test_there_is_an_end_to_how_many(client: APIClient, alice: User) -> None:
    for number in range(MOST_TOKENS):
        personal_token_create(owner=alice, name=str(number), scopes=["read"])
    answer = client.post(URL, {"name": "One more", "scopes": ["read"], "password": PASSWORD}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (400, "too_many")


def test_making_and_revoking_are_written_down_without_the_token(client: APIClient) -> None:
    made = make(client, "read")
    client.delete(f"{URL}{made['id']}/")
    events = AuditEvent.objects.filter(action__startswith="token_")
    assert {event.action for event in events} == {"token_created", "token_revoked"}
    assert made["token"] not in str(list(events.values()))


def test_its_last_use_is_known(client: APIClient) -> None:
    made = make(client, "read")
    assert client.get(URL).json()[0]["last_used_at"] is None
    bearer(made["token"]).get("/api/accounts/")
    assert client.get(URL).json()[0]["last_used_at"] is not None


@pytest.mark.parametrize(("minutes", "password", "status"), [
    (14, {}, 201), (16, {}, 400), (16, {"password": PASSWORD}, 201), (14, {"password": "wrong-password"}, 400),
])  # fmt: skip
def test_making_one_wants_the_password_a_while_after_signing_in(
    client: APIClient, alice: User, minutes: int, password: dict[str, str], status: int
) -> None:
    SignIn.objects.filter(user=alice).update(created_at=timezone.now() - timedelta(minutes=minutes))
    answer = client.post(URL, {"name": "Script", "scopes": ["read"], **password}, format="json")
    assert answer.status_code == status
    assert PersonalToken.objects.count() == (status == 201)
    if status == 400:
        assert list(answer.json()["fields"]) == ["password"]
