"""Alice owns data, Bob owns other data, Charlie is nobody. Files come from a bank of our own whose format is JSON."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from transactions.services import import_read
from transactions.services.categories import categories_ensure
from transactions.tests.fake_bank import read_fake


@pytest.fixture
def alice(db: None) -> User:
    return person("alice")


@pytest.fixture
def bob(db: None) -> User:
    return person("bob")


def person(name: str) -> User:
    user = User.objects.create_user(f"{name}@example.org", display_name=name)
    categories_ensure(owner=user)
    return user


@pytest.fixture
def api() -> Callable[[User | None], APIClient]:
    def client(user: User | None) -> APIClient:
        made = APIClient()
        if user is not None:
            made.force_authenticate(user)
        return made

    return client


@pytest.fixture
def fake_bank(monkeypatch: pytest.MonkeyPatch) -> None:
    """The import services read the JSON of fake_bank instead of asking the registry."""
    monkeypatch.setattr(import_read, "read_statement", read_fake)
