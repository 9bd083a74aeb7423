"""Changing the token key as docs/OPERATIONS.md says: old tokens are dead after a restart, passwords are not."""

from __future__ import annotations

import pytest

from tests.stack.people import new_person
from tests.stack.running import Stack

pytestmark = pytest.mark.timeout(180)


def test_rotation_ends_every_token_and_nothing_else(own_stack: Stack) -> None:
    alice = new_person(own_stack.url)
    old = alice.sign_in()
    alice.get("/api/auth/me/")
    said = own_stack.manage("rotate_jwt_secret")
    env_file = (own_stack.data / "spendwise.env").read_text()
    assert not [line for line in env_file.splitlines() if line.partition("=")[2] in said.split()]
    own_stack.stop()
    own_stack.start()
    alice.get("/api/auth/me/", 401)
    alice.post("/api/auth/token/refresh/", {"refresh": old["refresh"]}, 401)
    new = alice.sign_in()
    assert alice.get("/api/auth/me/")["email"] == alice.email
    assert new["access"] != old["access"]
