"""Who is asking: bearer tokens for programs and the dashboard, the admin's session for people who read HTML.

Every token carries a `family` claim, the id of its SignIn. A token is honoured only while that row is live, so
signing out, changing the password and deactivation end access tokens at once and not when they expire.
"""

from __future__ import annotations

import uuid
from typing import Any

from rest_framework.authentication import SessionAuthentication
from rest_framework.request import Request
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import InvalidToken, TokenError
from rest_framework_simplejwt.tokens import RefreshToken, Token

from accounts.errors import DomainError
from accounts.ledgers import act
from accounts.models import SignIn
from accounts.personal import PREFIX, personal_token_find
from accounts.scopes import scopes_for

FAMILY_CLAIM = "family"
USER_CLAIM = "user_id"


class FamilyRefreshToken(RefreshToken):
    """A refresh token whose signature, type, audience, issuer and expiry are checked, and nothing else.

    Whether it was used before is not asked here but answered by claiming it (services.sign_ins): asking first
    and claiming later is how one token is honoured twice.
    """

    def check_blacklist(self) -> None:
        """Left to the claim."""


def invalid_token() -> DomainError:
    """The one answer to every refresh token that is not honoured; it does not say which check failed."""
    return DomainError("invalid_token", "This sign-in has ended. Sign in again.", status=401)


def read_refresh(raw: str) -> FamilyRefreshToken:
    """The verified token, or a DomainError with status 401."""
    try:
        return FamilyRefreshToken(raw)  # type: ignore[arg-type]  # the library annotates its own input as Token
    except (TokenError, ValueError, RecursionError, KeyError):
        raise invalid_token() from None


def live_sign_in(token: Token) -> SignIn | None:
    """The family of a verified token with its user, in one query; None when either has ended or they do not match."""
    try:
        family = uuid.UUID(str(token.get(FAMILY_CLAIM)))
    except ValueError:
        return None
    sign_in = SignIn.objects.select_related("user").filter(pk=family).first()
    if sign_in is None or str(sign_in.user_id) != token.get(USER_CLAIM):
        return None
    return sign_in if sign_in.is_live else None


class BearerAuthentication(JWTAuthentication):
    """`Authorization: Bearer <access or personal token>`. Also works on a plain Django request."""

    def authenticate(self, request: Any) -> tuple[Any, Any] | None:
        """Who it is, and whether they may act on the ledger that they name."""
        found = self._recognise(request)
        if found is not None:
            act(request, found[0])
        return found

    def _recognise(self, request: Any) -> tuple[Any, Any] | None:
        """Signed tokens as the library does it; a personal one by its own table, and only for what its scopes allow."""
        header = self.get_header(request)
        raw = self.get_raw_token(header) if header is not None else None
        if raw is None or not raw.startswith(PREFIX.encode()):
            return super().authenticate(request)
        found = personal_token_find(raw.decode("latin-1"))
        if found is None:
            raise InvalidToken
        wanted = scopes_for(str(request.method), str(request.path_info))
        if not wanted & set(found.scopes):
            raise _out_of_scope(wanted)
        return found.owner, found

    def get_validated_token(self, raw_token: bytes) -> Token:
        try:
            return super().get_validated_token(raw_token)
        except (ValueError, RecursionError, KeyError):
            # What the JOSE header may hold to break the parser is not the library's concern, but it is ours.
            raise InvalidToken from None

    def get_user(self, validated_token: Token) -> Any:
        """Always a User; the library's own annotation is a type variable that cannot be narrowed."""
        sign_in = live_sign_in(validated_token)
        if sign_in is None:
            raise InvalidToken
        return sign_in.user


def _out_of_scope(wanted: frozenset[str]) -> DomainError:
    if not wanted:
        return DomainError("scope_missing", "A personal token does not open this door. Sign in yourself.", status=403)
    names = " or ".join(f"`{scope}`" for scope in sorted(wanted))
    return DomainError("scope_missing", f"This token may not do that: it needs the scope {names}.", status=403)


class BrowsableSessionAuthentication(SessionAuthentication):
    """The admin's session, with CSRF, accepted only where the answer is an HTML page.

    A session cookie alone never opens the JSON API: a browser sends it without being asked.
    """

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        renderer = getattr(request, "accepted_renderer", None)
        if getattr(renderer, "format", None) != "api":
            return None
        found: tuple[Any, Any] | None = super().authenticate(request)
        if found is not None:
            act(request, found[0])
        return found
