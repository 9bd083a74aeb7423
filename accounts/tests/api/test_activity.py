"""What happened to my account: mine alone, the newest first, and written once."""

from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from accounts.models import AuditEvent, User
from accounts.services.users import user_erase
from accounts.tests.conftest import Doors

URL = "/api/auth/activity/"


def test_a_person_sees_their_own(alice: User, bob: User, doors: Doors) -> None:
    doors.client.post("/api/auth/token/", {"email": bob.email, "password": "wrong-password"})
    doors.client.post(
        "/api/auth/token/", {"email": alice.email, "password": "wrong-password"},
        HTTP_USER_AGENT="Firefox", REMOTE_ADDR="192.0.2.7",
    )  # fmt: skip
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {doors.sign_in()['access']}")
    rows = client.get(URL).json()
    assert [row["action"] for row in rows] == ["signed_in", "sign_in_failed"]
    assert (rows[1]["address"], rows[1]["device"], rows[1]["door"]) == ("192.0.2.7", "Firefox", "")
    assert set(rows[0]) == {"id", "action", "created_at", "address", "device", "door"}


def test_nothing_is_rewritten_and_nothing_taken_out(alice: User, doors: Doors) -> None:
    doors.sign_in()
    event = AuditEvent.objects.get()
    event.action = "deleted"
    with pytest.raises(TypeError):
        event.save()
    with pytest.raises(TypeError):
        event.delete()
    assert AuditEvent.objects.get().action == "signed_in"


def test_with_a_person_goes_what_points_at_them(alice: User, doors: Doors) -> None:
    doors.sign_in()
    user_erase(user=alice)
    kept = AuditEvent.objects.get(action="signed_in")
    assert (kept.email, kept.user_id, kept.detail) == ("", None, {})


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_export_is_told(alice: User, doors: Doors, method: str) -> None:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {doors.sign_in()['access']}")
    assert getattr(client, method)("/api/export/", {"format": "zip"}).status_code in (200, 202)
    assert client.get(URL).json()[0]["action"] == "data_exported"
