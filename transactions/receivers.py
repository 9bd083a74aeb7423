"""What happens here when something happens to people."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from accounts.signals import user_deleted, user_leaving, user_registered
from transactions.services.categories import categories_ensure
from transactions.services.erase import ledger_erase
from transactions.storage import remove_uploads_of


def give_categories(user: User, **_: Any) -> None:
    """A new user starts with the default categories, in the transaction that makes the user."""
    categories_ensure(owner=user)


def erase_ledger(user: User, **_: Any) -> None:
    """A hundred thousand rows go in seconds this way, in the transaction that deletes the user."""
    ledger_erase(owner=user)


def forget_uploads(user_id: int, **_: Any) -> None:
    """The rows are gone with the user; the uploaded files follow."""
    remove_uploads_of(user_id)


def connect() -> None:
    """Called once when the app is loaded."""
    user_registered.connect(give_categories, dispatch_uid="transactions.give_categories")
    user_leaving.connect(erase_ledger, dispatch_uid="transactions.erase_ledger")
    user_deleted.connect(forget_uploads, dispatch_uid="transactions.forget_uploads")
