"""Whose data a request is about."""

from __future__ import annotations

from rest_framework.request import Request

from accounts.ledgers import act, acted_on
from accounts.models import User


def owner_of(request: Request) -> User:
    """The signed-in user, or the ledger of their household that the request names. Views behind IsAuthenticated always
    have one; anything else is a programming fault."""
    if not isinstance(request.user, User):
        raise TypeError("This view lets anonymous requests through and has no owner.")
    return acted_on(request) or act(request, request.user)
