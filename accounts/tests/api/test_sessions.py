"""Where I am signed in: seen with its device, ended singly or all but the one that asks."""

from __future__ import annotations

import uuid

from rest_framework.test import APIClient

from accounts.models import AuditEvent, SignIn, User
from accounts.tests.conftest import PASSWORD

URL = "/api/auth/sessions/"


def signed_in(agent: str, email: str = "alice@example.org") -> APIClient:
    client = APIClient(HTTP_USER_AGENT=agent)
    pair = client.post("/api/auth/token/", {"email": email, "password": PASSWORD}).json()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {pair['access']}")
    return client


def test_each_sign_in_is_listed_with_its_device(alice: User, bob: User) -> None:
    signed_in("Somebody else", bob.email)
    phone, laptop = signed_in("Phone\x00\n" + "x" * 300), signed_in("Laptop")
    rows = laptop.get(URL).json()
    assert [(row["device"], row["is_current"]) for row in rows] == [("Laptop", True), ("Phone" + "x" * 195, False)]
    assert [row["is_current"] for row in phone.get(URL).json()] == [False, True]
    assert all(row["last_used_at"] for row in rows)


def test_one_can_be_ended_and_is_out_at_once(alice: User) -> None:
    phone, laptop = signed_in("Phone"), signed_in("Laptop")
    lost = next(row["id"] for row in laptop.get(URL).json() if row["device"] == "Phone")
    assert laptop.delete(f"{URL}{lost}/").status_code == 204
    assert phone.get("/api/auth/me/").status_code == 401
    assert laptop.get("/api/auth/me/").status_code == 200
    assert laptop.delete(f"{URL}{lost}/").status_code == 404
    assert AuditEvent.objects.filter(action="session_ended").count() == 1


def test_all_others_end_and_the_one_that_asks_stays(alice: User) -> None:
    others, mine = [signed_in(f"Phone {number}") for number in range(3)], signed_in("Laptop")
    assert mine.delete(URL).status_code == 204
    assert [one.get("/api/auth/me/").status_code for one in others] == [401] * 3
    assert [row["device"] for row in mine.get(URL).json()] == ["Laptop"]


def test_nobody_ends_anothers(alice: User, bob: User) -> None:
    signed_in("Alice's")
    theirs = SignIn.objects.get(user=alice).pk
    stranger = signed_in("Bob's", bob.email)
    assert stranger.delete(f"{URL}{theirs}/").status_code == 404
    assert stranger.delete(f"{URL}{uuid.uuid4()}/").status_code == 404
    assert SignIn.objects.get(pk=theirs).ended_at is None
