"""Whom a command is about."""

from __future__ import annotations

from django.core.management.base import CommandError

from accounts.models import User
from accounts.services.users import user_named


def person(email: str) -> User:
    user = user_named(email)
    if user is None:
        raise CommandError(f"There is no user {email}.")
    return user
