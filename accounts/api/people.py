"""Who is asking, and in which language they read."""

from __future__ import annotations

from django.utils.translation.trans_real import parse_accept_lang_header
from rest_framework.request import Request

from accounts.models import User


def owner_of(request: Request) -> User:
    """The signed-in user. Views behind IsAuthenticated always have one; anything else is a programming fault."""
    if not isinstance(request.user, User):
        raise TypeError("This view lets anonymous requests through and has no owner.")
    return request.user


def reading_language(request: Request) -> str:
    """Of the words in an answer: the first language of the header Accept-Language that we speak, else the owner's."""
    wanted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    bases = (tag.partition("-")[0] for tag, _quality in wanted)
    spoken = next((base for base in bases if base in User.Language.values), None)
    return spoken or owner_of(request).language
