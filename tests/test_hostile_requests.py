"""Every address that takes a body, with bodies no honest program sends: an answer in words, never a 5xx."""

from __future__ import annotations

import json
from typing import Any

import pytest

from accounts.models import User
from tests import test_routes
from tests.test_routes import ROUTES, Route, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(900)]
alice, things = test_routes.alice, test_routes.things  # their fixtures: one of each kind

HUGE = "9" * 5000
BODIES = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"7",
    b'"text"',
    b"\xff\xfe{",
    b'{"a": "\xed\xa0\x80"}',
    b'{"a": NaN}',
    b'{"a": 1e999999}',
    b'{"a": ' + HUGE.encode() + b"}",
    b"[" * 100_000,
    b'{"a":' * 50_000,
]


def address_of(route: Route, things: dict[str, object]) -> str:
    try:
        return route.of(things)
    except KeyError:
        return route.address


def judged(answer: Any, sent: str) -> list[str]:
    if answer.status_code >= 500:
        return [f"{answer.status_code} {sent}"]
    if answer.status_code >= 400 and answer.headers.get("Content-Type", "").startswith("application/json"):
        told = json.loads(answer.content)
        if not {"code", "message", "fields"} <= told.keys():
            return [f"{answer.status_code} without our shape {sent}"]
    return []


@pytest.fixture
def client_of_alice(alice: User) -> Any:
    client = signed_in(alice)
    client.raise_request_exception = False
    return client


def test_malformed_bodies(client_of_alice: Any, things: dict[str, object]) -> None:
    faults = []
    for route in ROUTES.values():
        for method in {"post", "put", "patch"} & set(route.methods):
            for body in BODIES:
                answer = client_of_alice.generic(
                    method.upper(), address_of(route, things), body, content_type="application/json"
                )
                faults += judged(answer, f"{method} {route.address} {body[:20]!r}")
    assert faults == []
