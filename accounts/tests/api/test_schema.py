"""The sign-in doors in the OpenAPI schema: all of them, with bearer security and with their refusals."""

from __future__ import annotations

from typing import Any

import pytest
from drf_spectacular.generators import SchemaGenerator


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return dict(SchemaGenerator().get_schema(request=None, public=True))  # type: ignore[no-untyped-call]  # untyped library


def test_these_are_the_doors_and_there_are_no_others(schema: dict[str, Any]) -> None:
    doors = {path: set(door) for path, door in schema["paths"].items() if path.startswith("/api/auth/")}
    assert doors == {
        "/api/auth/register/": {"post"},
        "/api/auth/register/confirm/": {"post"},
        "/api/auth/token/": {"post"},
        "/api/auth/token/second-factor/": {"post"},
        "/api/auth/token/passkey/": {"post"},
        "/api/auth/token/passkey/begin/": {"post"},
        "/api/auth/passkeys/": {"get", "post"},
        "/api/auth/passkeys/begin/": {"post"},
        "/api/auth/passkeys/{id}/": {"patch", "delete"},
        "/api/auth/password/reset/": {"post"},
        "/api/auth/password/reset/confirm/": {"post"},
        "/api/auth/activity/": {"get"},
        "/api/auth/second-factor/": {"get", "post", "delete"},
        "/api/auth/second-factor/confirm/": {"post"},
        "/api/auth/second-factor/recovery-codes/": {"post"},
        "/api/auth/token/refresh/": {"post"},
        "/api/auth/logout/": {"post"},
        "/api/auth/password/": {"post"},
        "/api/auth/me/": {"get", "patch", "delete"},
        "/api/auth/sessions/": {"get", "delete"},
        "/api/auth/sessions/{id}/": {"delete"},
        "/api/auth/tokens/": {"get", "post"},
        "/api/auth/tokens/{id}/": {"delete"},
    }


def test_the_only_scheme_is_the_bearer_token(schema: dict[str, Any]) -> None:
    assert schema["components"]["securitySchemes"] == {
        "bearerAuth": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
    }


def test_whatever_asks_for_a_token_says_401(schema: dict[str, Any]) -> None:
    for path in ("/api/auth/me/", "/api/auth/password/"):
        for operation in schema["paths"][path].values():
            assert operation["security"] == [{"bearerAuth": []}]
            assert "401" in operation["responses"]


def test_a_deletion_shows_the_password_it_asks_for(schema: dict[str, Any]) -> None:
    body = schema["paths"]["/api/auth/me/"]["delete"]["requestBody"]
    assert body["content"]["application/json"]["schema"]["$ref"].endswith("/UserDeletionRequest")


def test_passwords_are_never_answered(schema: dict[str, Any]) -> None:
    shapes = schema["components"]["schemas"]
    fields = {name: set(shape.get("properties", {})) for name, shape in shapes.items() if not name.endswith("Request")}
    answered = [name for name, its in fields.items() if any("password" in field for field in its)]
    assert answered == []
