"""From where a request comes: its address, what the program calls itself, and whether the browser is a known one.

A browser that signs somebody in gets a cookie which says so. It opens nothing; wrong guesses from other places merely
do not slow it down (services.guesses).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle

from accounts.seals import keyed_hash

DEVICE_COOKIE = "spendwise_device"
SALT = "spendwise.known-device"
DEVICE_SECONDS = 365 * 24 * 3600
MOST_PEOPLE = 8
COOKIE_PATH = "/api/auth/"


@dataclass(frozen=True, slots=True)
class Caller:
    """From where somebody knocks. `device` names the browser, and is known to have signed in each of `people`."""

    address: str = ""
    device: str = ""
    people: frozenset[str] = frozenset()
    program: str = ""


def person_mark(email: str) -> str:
    """Names a person in a cookie and in a count without saying who it is."""
    return keyed_hash(email, "person")[:32]


def caller_of(request: Request | HttpRequest) -> Caller:
    known = _known(request.COOKIES.get(DEVICE_COOKIE, ""))
    # The library asks nothing of the request that Django's own does not have.
    address = BaseThrottle().get_ident(request)  # type: ignore[arg-type]
    return Caller(str(address or ""), str(known.get("d", "")), frozenset(known.get("p", [])), _program(request))


def remember_device(response: Response, request: Request, email: str) -> None:
    """This browser has signed this person in; of a household's many the last few are kept."""
    known = _known(request.COOKIES.get(DEVICE_COOKIE, ""))
    mark = person_mark(email)
    people = [mark, *(each for each in known.get("p", []) if each != mark)][:MOST_PEOPLE]
    device = known.get("d") or secrets.token_urlsafe(12)
    response.set_cookie(
        DEVICE_COOKIE,
        signing.dumps({"d": device, "p": people}, salt=SALT),
        max_age=DEVICE_SECONDS,
        path=COOKIE_PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )


def _known(cookie: str) -> dict[str, Any]:
    try:
        found = signing.loads(cookie, salt=SALT, max_age=DEVICE_SECONDS)
    except signing.BadSignature:
        return {}
    return found if isinstance(found, dict) else {}


def _program(request: Request | HttpRequest) -> str:
    """What the program calls itself, for the list of sign-ins; nothing is decided by it."""
    name = "".join(letter for letter in request.headers.get("User-Agent", "") if letter.isprintable())
    return name[:200]
