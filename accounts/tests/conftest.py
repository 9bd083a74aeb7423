"""Three people: Alice owns data, Bob owns other data, Charlie is nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from rest_framework.test import APIClient

from accounts.models import User

PASSWORD = "correct-horse-battery"


@pytest.fixture(autouse=True)
def no_throttles(settings: Any) -> Iterator[None]:
    settings.THROTTLES = False
    cache.clear()
    yield
    cache.clear()


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
