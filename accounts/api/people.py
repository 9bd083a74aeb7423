"""Who is asking."""

from __future__ import annotations

from rest_framework.request import Request

from accounts.models import User


def owner_of(request: Request) -> User:
    """The signed-in user. Views behind IsAuthenticated always have one; anything else is a programming fault."""
    if not isinstance(request.user, User):
        raise TypeError("This view lets anonymous requests through and has no owner.")
    return request.user
