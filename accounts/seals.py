"""What must be read again is kept encrypted, what must only be recognised is kept hashed; each purpose has its key."""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


def sealed(text: str, purpose: str) -> str:
    return _cipher(purpose).encrypt(text.encode()).decode("ascii")


def opened(text: str, purpose: str) -> str | None:
    """None where it was sealed under another SECRET_KEY or for another purpose, or is damaged."""
    try:
        return _cipher(purpose).decrypt(text.encode()).decode()
    except (InvalidToken, UnicodeError):
        return None


def keyed_hash(text: str, purpose: str) -> str:
    """64 hexadecimal characters that nobody can make without SECRET_KEY."""
    return hmac.new(_key(purpose), text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _cipher(purpose: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_key(purpose)))


def _key(purpose: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), f"spendwise/accounts/{purpose}".encode(), hashlib.sha256).digest()
