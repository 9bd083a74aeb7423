"""Three people: Alice owns data, Bob owns other data, Charlie is nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.hashers import BCryptSHA256PasswordHasher
from django.core.cache import cache
from rest_framework.test import APIClient

from accounts.models import User

PASSWORD = "correct-horse-battery"


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fewest rounds that bcrypt allows."""
    monkeypatch.setattr(BCryptSHA256PasswordHasher, "rounds", 4)


@pytest.fixture(autouse=True)
def no_throttles(settings: Any) -> Iterator[None]:
    settings.THROTTLES = False
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file, not SQLite's shared memory, whose locks are others than those of production."""
    from django.conf import settings

    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "test.db")


@pytest.fixture
def alice(db: None) -> User:
    return User.objects.create_user("alice@example.org", PASSWORD, display_name="Alice")


@pytest.fixture
def bob(db: None) -> User:
    return User.objects.create_user("bob@example.org", PASSWORD, display_name="Bob")


@pytest.fixture
def api() -> APIClient:
    return APIClient()


class Doors:
    """The sign-in doors as a client sees them."""

    def __init__(self) -> None:
        self.client = APIClient()

    def sign_in(self, email: str = "alice@example.org", password: str = PASSWORD, **extra: Any) -> dict[str, str]:
        answer = self.client.post("/api/auth/token/", {"email": email, "password": password, **extra})
        assert answer.status_code == 200, answer.content
        return dict(answer.json())

    def me(self, access: str) -> int:
        return self.client.get("/api/auth/me/", HTTP_AUTHORIZATION=f"Bearer {access}").status_code

    def refresh(self, refresh: str) -> Any:
        return self.client.post("/api/auth/token/refresh/", {"refresh": refresh})


@pytest.fixture
def doors() -> Doors:
    return Doors()
