"""Alice owns data, Bob owns other data, Charlie is nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from advisory.narration.voice import Voice
from advisory.tests.books import Book


@pytest.fixture
def alice(db: None) -> User:
    return User.objects.create_user("alice@example.org", display_name="Alice")


@pytest.fixture
def bob(db: None) -> User:
    return User.objects.create_user("bob@example.org", display_name="Bob")


@pytest.fixture
def api() -> Callable[[User | None], APIClient]:
    def client(user: User | None) -> APIClient:
        made = APIClient()
        if user is not None:
            made.force_authenticate(user)
        return made

    return client


@pytest.fixture
def book(alice: User) -> Book:
    """Alice's ledger: one account in euros, a salary, rent and shopping from January to March 2025."""
    book = Book(alice)
    book.three_months()
    return book


@pytest.fixture
def plainest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several wordings the first, for tests that read what a sentence says."""

    def first(_voice: Voice, _key: str, wordings: Sequence[str]) -> str:
        return wordings[0]

    monkeypatch.setattr(Voice, "choose", first)
