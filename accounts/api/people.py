"""Whose data a request is about, and in which language it is read."""

from __future__ import annotations

from django.utils.translation.trans_real import parse_accept_lang_header
from rest_framework.request import Request

from accounts.ledgers import act, acted_on
from accounts.models import User


def owner_of(request: Request) -> User:
    """The signed-in user, or the ledger of their household that the request names. Views behind IsAuthenticated always
    have one; anything else is a programming fault."""
    if not isinstance(request.user, User):
        raise TypeError("This view lets anonymous requests through and has no owner.")
    return acted_on(request) or act(request, request.user)


def reading_language(request: Request) -> str:
    """Of the words in an answer: the first language of the header Accept-Language that we speak, else the person's own,
    also where they look at their household's ledger."""
    wanted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    bases = (tag.partition("-")[0] for tag, _quality in wanted)
    spoken = next((base for base in bases if base in User.Language.values), None)
    if spoken is not None:
        return spoken
    return request.user.language if isinstance(request.user, User) else User.Language.ENGLISH
