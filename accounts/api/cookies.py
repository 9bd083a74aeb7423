"""The refresh token in a cookie that no script can read.

A browser sends cookies by itself, so a request that lives from the cookie must show that a page of ours made it:
by a header that no other site may set, and by its Origin where the browser tells one.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.callers import COOKIE_PATH
from accounts.errors import DomainError
from accounts.services.sign_ins import TokenPair

COOKIE_NAME = "spendwise_refresh"
HEADER_NAME = "X-SpendWise-Refresh"


def set_refresh_cookie(response: Response, request: Request, pair: TokenPair) -> None:
    response.set_cookie(
        COOKIE_NAME,
        pair.refresh,
        expires=pair.expires_at,
        path=COOKIE_PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )


def clear_refresh_cookie(response: Response) -> None:
    response.delete_cookie(COOKIE_NAME, path=COOKIE_PATH, samesite="Strict")


def cookie_refresh(request: Request) -> str | None:
    """The refresh token of the cookie; None without one. DomainError (403) when a foreign page may have sent it."""
    raw = request.COOKIES.get(COOKIE_NAME)
    if not raw:
        return None
    if request.headers.get(HEADER_NAME) != "1":
        raise DomainError("forbidden", f"With the cookie this request needs the header {HEADER_NAME}: 1.", status=403)
    require_same_origin(request)
    return str(raw)


def require_same_origin(request: Request) -> None:
    """DomainError (403) when the browser says that a page of another origin made this request."""
    origin = request.headers.get("Origin")
    if origin is not None and not is_same_origin(origin, request):
        raise DomainError("forbidden", "This request comes from another site.", status=403)


def is_same_origin(origin: str, request: Request) -> bool:
    """Scheme and host as ours. https counts for http: a proxy may end TLS without telling us, never the reverse."""
    if origin in settings.CSRF_TRUSTED_ORIGINS:
        return True
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    schemes = {"https"} if request.is_secure() else {"http", "https"}
    return parts.scheme in schemes and parts.netloc == request.get_host()
