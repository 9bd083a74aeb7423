"""A user's key to an endpoint: encrypted at rest with a key made from SECRET_KEY, opened only to be sent."""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

PURPOSE = b"spendwise/model-setting/api-key/1"


def sealed(key: str) -> str:
    """Empty stays empty."""
    return _cipher().encrypt(key.encode()).decode("ascii") if key else ""


def opened(text: str) -> str | None:
    """None where it was sealed under another SECRET_KEY, or is damaged: then it must be given anew."""
    if not text:
        return ""
    try:
        return _cipher().decrypt(text.encode("utf-8")).decode("utf-8")
    except (InvalidToken, UnicodeError):
        return None


def _cipher() -> Fernet:
    """One purpose, one key: what signs sessions never encrypts."""
    made = hmac.new(settings.SECRET_KEY.encode(), PURPOSE, hashlib.sha256).digest()
    return Fernet(base64.urlsafe_b64encode(made))
