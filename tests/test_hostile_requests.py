"""Every address that takes a body, with bodies no honest program sends: an answer in words, never a 5xx."""

from __future__ import annotations

import json
import zlib
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
    b'{"a": 1e400}',
    b'{"a": ' + HUGE.encode() + b"}",
    b'{"a": ' + b"9" * 400 + b"}",
    b'{"a": "\\u0000"}',
    b'{"a\\u0000": 1}',
    b'{"a": "\\ud83d"}',
    b'{"a": "\x00"}',
    b"[" * 100_000,
    b'{"a":' * 50_000,
    b"[" + b"1," * 20_000 + b"1]",
    b'{"rows": [' + b"{}," * 20_000 + b"{}]}",
    b"{" + b",".join(b'"k%d":1' % n for n in range(20_000)) + b"}",
]
# What no program could have meant, and no handler gets to see: each answers 400 with a sentence wherever it is read.
UNREADABLE = [b"{", *BODIES[6:]]


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


def test_every_address_says_what_it_takes(client_of_alice: Any, things: dict[str, object]) -> None:
    faults = []
    for route in ROUTES.values():
        faults += judged(client_of_alice.options(address_of(route, things)), f"options {route.address}")
    for overrides in (False, [None, None], "[", 7, "7"):
        answer = client_of_alice.post(f"/api/imports/{things['import']}/preview/", {"overrides": overrides})
        assert (answer.status_code, list(answer.json()["fields"])) == (400, ["overrides"]), overrides
    assert faults == []


@pytest.mark.parametrize("body", UNREADABLE, ids=lambda body: repr(body[:20]))
def test_a_body_that_no_handler_gets_to_see_says_why(client_of_alice: Any, body: bytes) -> None:
    answer = client_of_alice.post("/api/tags/", body, content_type="application/json")
    assert answer.status_code == 400, answer.content
    told = answer.json()
    assert told["code"] in ("malformed", "parse_error")
    assert told["message"].startswith(("The request", "A number", "A list"))
    assert told["fields"] == {}


@pytest.mark.parametrize("charset", ["zip", "hex", "utf-16", "unicode_escape", "undefined"])
def test_the_encoding_that_a_body_names_is_not_followed(client_of_alice: Any, charset: str) -> None:
    body = zlib.compress(b'{"name": "' + b" " * 1_000_000 + b'"}')
    answer = client_of_alice.post("/api/tags/", body, content_type=f"application/json; charset={charset}")
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


def test_a_body_above_the_limit_is_not_parsed(client_of_alice: Any) -> None:
    answer = client_of_alice.post("/api/tags/", b'"' + b"a" * 2_700_000 + b'"', content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
