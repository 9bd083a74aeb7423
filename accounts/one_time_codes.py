"""Codes that work once: of an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds) and for recovery."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import secrets

import segno
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP

DIGITS = 6
STEP_SECONDS = 30
DRIFT = 1
"""Steps before and after the server's own that are accepted: a phone's clock is rarely wrong by more."""
SECRET_BYTES = 20
ISSUER = "SpendWise"
RECOVERY_CODES = 10
# No letter that looks like a digit: people copy these from paper.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 4, 4


def secret_new() -> str:
    """32 characters of base32, as authenticator apps take it by hand."""
    return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def code_at(secret: str, step: int) -> str:
    # SHA-1 is what every authenticator app understands; HMAC does not rest on what is broken in it.
    return _hotp(secret).generate(step).decode()


def matching_step(secret: str, code: str, now: float, after: int) -> int | None:
    """The step whose code this is, later than `after`, within the drift of `now` (seconds since 1970); or None."""
    here = int(now) // STEP_SECONDS
    found = [step for step in range(here - DRIFT, here + DRIFT + 1) if hmac.compare_digest(code_at(secret, step), code)]
    return next((step for step in found if step > after), None)


def setup_uri(secret: str, email: str) -> str:
    return (
        _hotp(secret)
        .get_provisioning_uri(email, 0, ISSUER)
        .replace("otpauth://hotp/", "otpauth://totp/")
        .replace("&counter=0", "")
    )


def qr_svg(uri: str) -> str:
    """An SVG document of black squares on white, which every camera reads in a dark page too."""
    out = io.BytesIO()
    segno.make(uri, error="m", micro=False).save(out, kind="svg", scale=5, border=4, light="#fff", xmldecl=False)
    return out.getvalue().decode()


def recovery_code_new() -> str:
    """'abcd-efgh-jkmn-pqrs': 79 random bits, so that a plain hash of it cannot be turned round."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def recovery_hash(user_id: int, code: str) -> str:
    """Not keyed by SECRET_KEY: these codes are the way in after that was lost and replaced."""
    bare = "".join(letter for letter in code.lower() if letter.isalnum())
    return hashlib.sha256(f"spendwise.recovery:{user_id}:{bare}".encode("utf-8", "replace")).hexdigest()


def _hotp(secret: str) -> HOTP:
    return HOTP(base64.b32decode(secret), DIGITS, SHA1())  # noqa: S303 - see code_at
