"""Recognising the keys that people gave to their programs."""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from accounts.errors import DomainError
from accounts.models import PersonalToken, User

PREFIX = "swp_"
"""Tells a personal token from a signed one at first sight; scanners for leaked secrets look for such beginnings."""
USED_EVERY = timedelta(minutes=1)
"""How exactly the last use is known: a write for each request would queue up behind SQLite's one writer."""


def token_hash(token: str) -> str:
    """64 hexadecimal characters. Keyed by the secret that signs the other tokens, so that replacing it ends these too.

    No slow hash: nobody guesses 256 random bits.
    """
    key = str(settings.SIMPLE_JWT["SIGNING_KEY"]).encode()
    return hmac.new(key, token.encode(errors="surrogatepass"), hashlib.sha256).hexdigest()


def personal_token_find(token: str) -> PersonalToken | None:
    """The live row of this token with its owner, its use noted; None for one that is not honoured."""
    row = PersonalToken.objects.select_related("owner").filter(token_hash=token_hash(token)).first()
    if row is None or not row.is_live:
        return None
    now = timezone.now()
    if row.last_used_at is None or now - row.last_used_at >= USED_EVERY:
        PersonalToken.objects.filter(pk=row.pk).update(last_used_at=now)
    return row


def owner_by_token(token: str, scope: str) -> User:
    """Whose token this is, asked anew. DomainError when it is not honoured (any more) or lacks the scope."""
    row = personal_token_find(token)
    if row is None:
        raise DomainError("invalid_token", "This token is not honoured: revoked, expired or unknown.", status=401)
    if scope not in row.scopes:
        raise DomainError("scope_missing", f"This token may not do that: it needs the scope `{scope}`.", status=403)
    return row.owner
