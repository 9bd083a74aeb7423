"""The second factor of a person: set up, confirmed, asked for, and switched off again.

Nothing is asked for until a first code has shown that the app works. Switching off, and new recovery codes, want the
password and a code, so that neither a stolen token nor an open screen is enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.callers import Caller
from accounts.errors import DomainError
from accounts.models import AuditEvent, RecoveryCode, SecondFactor, SignInChallenge, User
from accounts.one_time_codes import (
    RECOVERY_CODES,
    matching_step,
    qr_svg,
    recovery_code_new,
    recovery_hash,
    secret_new,
    setup_uri,
)
from accounts.seals import opened, sealed
from accounts.services.audit import audit_record
from accounts.services.guesses import counts_for, guess_charge, guess_right
from accounts.services.passwords import password_require

PURPOSE = "second-factor/1"
WRONG_CODE = "This code is wrong or was used before. An app shows a new one every thirty seconds."


@dataclass(frozen=True, slots=True)
class Setup:
    """What an authenticator app needs, to be shown once: the secret as text, as an address, and as a picture."""

    secret: str
    uri: str
    svg: str


@dataclass(frozen=True, slots=True)
class State:
    is_on: bool
    confirmed_at: datetime | None
    recovery_codes_left: int


def has_second_factor(user: User) -> bool:
    return SecondFactor.objects.filter(user=user).exclude(confirmed_at=None).exists()


def second_factor_state(owner: User) -> State:
    factor = SecondFactor.objects.filter(user=owner).exclude(confirmed_at=None).first()
    left = RecoveryCode.objects.filter(user=owner, used_at=None).count() if factor else 0
    return State(factor is not None, factor.confirmed_at if factor else None, left)


def second_factor_begin(*, owner: User, password: str) -> Setup:
    """A new secret, which asks for nothing until it is confirmed. An earlier one that never was is forgotten."""
    password_require(owner=owner, password=password, field="password")
    secret = secret_new()
    with transaction.atomic():
        User.objects.select_for_update().filter(pk=owner.pk).first()
        if has_second_factor(owner):
            raise DomainError("conflict", "Your second factor is on already. Switch it off first.", status=409)
        fresh = {"sealed_secret": sealed(secret, PURPOSE), "last_step": 0}
        SecondFactor.objects.update_or_create(user=owner, defaults=fresh)
    uri = setup_uri(secret, owner.email)
    return Setup(secret, uri, qr_svg(uri))


def second_factor_confirm(*, owner: User, code: str) -> list[str]:
    """Switch it on by its first code; the recovery codes, which nobody can read again."""
    with transaction.atomic():
        factor = SecondFactor.objects.select_for_update().filter(user=owner, confirmed_at=None).first()
        if factor is None:
            raise DomainError("conflict", "There is no second factor to confirm. Begin the set-up again.", status=409)
        if not _spend_app_code(factor, code):
            raise _wrong_code()
        SecondFactor.objects.filter(pk=factor.pk).update(confirmed_at=timezone.now())
        audit_record(user=owner, action=AuditEvent.Action.SECOND_FACTOR_ON)
        return _codes_replace(owner)


def second_factor_end(*, owner: User, password: str, code: str, caller: Caller) -> None:
    """Switch it off, with all recovery codes."""
    _prove(owner, password, code, caller)
    second_factor_remove(user=owner)


def second_factor_remove(*, user: User, **detail: str) -> bool:
    """Without any proof: for whoever runs the server and knows the person. False when there was none."""
    with transaction.atomic():
        RecoveryCode.objects.filter(user=user).delete()
        SignInChallenge.objects.filter(user=user).delete()
        was_on = has_second_factor(user)
        SecondFactor.objects.filter(user=user).delete()
        if was_on:
            audit_record(user=user, action=AuditEvent.Action.SECOND_FACTOR_OFF, **detail)
    return was_on


def recovery_codes_renew(*, owner: User, password: str, code: str, caller: Caller) -> list[str]:
    """Ten new ones; the old ones end."""
    _prove(owner, password, code, caller)
    with transaction.atomic():
        audit_record(user=owner, action=AuditEvent.Action.RECOVERY_CODES_RENEWED)
        return _codes_replace(owner)


def code_spend(*, user: User, code: str) -> str:
    """'app' or 'recovery' for a code that is right and was not used before, and now is; '' for any other."""
    factor = SecondFactor.objects.filter(user=user).exclude(confirmed_at=None).first()
    if factor is None:
        return ""
    if _spend_app_code(factor, code):
        return "app"
    unused = RecoveryCode.objects.filter(user=user, used_at=None, code_hash=recovery_hash(user.pk, code))
    if unused.update(used_at=timezone.now()):
        audit_record(user=user, action=AuditEvent.Action.RECOVERY_CODE_USED)
        return "recovery"
    return ""


def code_require(*, user: User, code: str, caller: Caller) -> str:
    """As `code_spend`; DomainError at `code` for a wrong one, and for any while wrong ones have to wait."""
    counts = counts_for("code", user.email, caller)
    guess_charge(counts)
    kind = code_spend(user=user, code=code)
    if not kind:
        raise _wrong_code()
    guess_right(counts)
    return kind


def _prove(owner: User, password: str, code: str, caller: Caller) -> None:
    password_require(owner=owner, password=password, field="password")
    if not has_second_factor(owner):
        raise DomainError("conflict", "Your second factor is off.", status=409)
    code_require(user=owner, code=code, caller=caller)


def _spend_app_code(factor: SecondFactor, code: str) -> bool:
    secret = opened(factor.sealed_secret, PURPOSE)
    typed = "".join(code.split())
    if secret is None or not (typed.isascii() and typed.isdecimal()):
        return False
    step = matching_step(secret, typed, timezone.now().timestamp(), factor.last_step)
    if step is None:
        return False
    # Conditional: of two requests with the same code at the same moment one is let in.
    return SecondFactor.objects.filter(pk=factor.pk, last_step__lt=step).update(last_step=step) == 1


def _codes_replace(owner: User) -> list[str]:
    codes = [recovery_code_new() for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.filter(user=owner).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=owner, code_hash=recovery_hash(owner.pk, each)) for each in codes
    )
    return codes


def _wrong_code() -> DomainError:
    return DomainError("wrong_code", WRONG_CODE, fields={"code": [WRONG_CODE]})
