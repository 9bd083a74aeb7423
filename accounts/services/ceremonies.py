"""What lies between asking a browser for a passkey and its answer: a challenge, signed, short-lived, and good for one.

Handing one out writes nothing, as anybody may ask at the door. What it is for, and for whom, is signed with it; the
first answer to it, right or wrong, makes the row that refuses the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing

from accounts.errors import DomainError
from accounts.services.spent import spend_once
from accounts.webauthn import RelyingParty, State

SALT = "spendwise.passkey-challenge"
LIFETIME = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Ceremony:
    """`challenge` is sent back with the answer; `options` is what the browser's own function takes."""

    challenge: str
    options: dict[str, Any]


def relying_party() -> RelyingParty:
    return RelyingParty(settings.PASSKEY_HOST, _is_origin)


def ceremony_begin(*, purpose: str, bound: str, options: dict[str, Any], state: State) -> Ceremony:
    """`bound` names what it is good for beside its purpose: a person's session, or a sign-in that is half done."""
    token = signing.dumps({"p": purpose, "b": bound, "s": state}, salt=SALT)
    return Ceremony(token, {**options, "timeout": int(LIFETIME.total_seconds() * 1000)})


def ceremony_spend(*, challenge: str, purpose: str) -> tuple[str, State]:
    """What it is bound to and what was remembered, once. DomainError for any that does not hold."""
    try:
        held = signing.loads(challenge, salt=SALT, max_age=LIFETIME)
    except (signing.BadSignature, ValueError):
        raise challenge_gone() from None
    if held["p"] != purpose:
        raise challenge_gone()
    if not spend_once(challenge, lifetime=LIFETIME):
        raise challenge_gone()
    return str(held["b"]), dict(held["s"])


def challenge_gone() -> DomainError:
    return DomainError("challenge_ended", "This took too long, or was answered before. Try again.")


def _is_origin(origin: str) -> bool:
    """A page of ours: those that the settings name; on the machine itself those of any port."""
    if origin in settings.PASSKEY_ORIGINS:
        return True
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return settings.PASSKEY_HOST == "localhost" == parts.hostname and parts.scheme in ("http", "https")
