"""The second factor of a person: an app, passkeys, or both; asked for, proved, and switched off again.

Nothing is asked for until a first code has shown that the app works. Taking a factor away, adding another, and new
recovery codes want the password and a code, so that neither a stolen token nor an open screen is enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.callers import Caller
from accounts.errors import DomainError
from accounts.models import AuditEvent, Passkey, RecoveryCode, SecondFactor, SignInChallenge, User
from accounts.one_time_codes import matching_step, qr_svg, secret_new, setup_uri
from accounts.seals import opened, sealed
from accounts.services.audit import audit_record
from accounts.services.guesses import counts_for, guess_charge, guess_right
from accounts.services.passwords import password_require
from accounts.services.recovery_codes import (
    recovery_code_spend,
    recovery_codes_ensure,
    recovery_codes_left,
    recovery_codes_replace,
)

PURPOSE = "second-factor/1"
WRONG_CODE = "This code is wrong or was used before. An app shows a new one every thirty seconds."
WRONG_RECOVERY_CODE = "This recovery code is wrong or was used before."
NO_CODE = "Give a code of your app or a recovery code."
NO_FRESH_SIGN_IN = "Give a recovery code, or sign in anew with your passkey and do this within a quarter of an hour."


@dataclass(frozen=True, slots=True)
class Setup:
    """What an authenticator app needs, to be shown once: the secret as text, as an address, and as a picture."""

    secret: str
    uri: str
    svg: str


@dataclass(frozen=True, slots=True)
class State:
    """`is_on`: something is asked for beside the password. `confirmed_at`: since when the app is; None without one."""

    is_on: bool
    confirmed_at: datetime | None
    passkeys: int
    recovery_codes_left: int


@dataclass(frozen=True, slots=True)
class Proof:
    """By what somebody shows that it is they. `is_fresh`: their sign-in, second factor included, was just now."""

    password: str
    code: str
    is_fresh: bool
    caller: Caller


def has_app(user: User) -> bool:
    return SecondFactor.objects.filter(user=user).exclude(confirmed_at=None).exists()


def has_second_factor(user: User) -> bool:
    return has_app(user) or Passkey.objects.filter(user=user).exists()


def second_factor_methods(user: User) -> list[str]:
    """By what the second step of a sign-in may be answered, the readiest first: passkey, app, recovery."""
    passkey = ["passkey"] if Passkey.objects.filter(user=user).exists() else []
    return [*passkey, *(["app"] if has_app(user) else []), "recovery"]


def second_factor_state(owner: User) -> State:
    app = SecondFactor.objects.filter(user=owner).exclude(confirmed_at=None).first()
    passkeys = Passkey.objects.filter(user=owner).count()
    is_on = app is not None or passkeys > 0
    left = recovery_codes_left(owner) if is_on else 0
    return State(is_on, app.confirmed_at if app else None, passkeys, left)


def proof_require(*, owner: User, proof: Proof) -> None:
    """The password, and beside it what stands for the second factor where one is on. DomainError at what is missing.

    Without an app there is only a recovery code to type, so a sign-in by the passkey itself just now will do.
    """
    password_require(owner=owner, password=proof.password, field="password")
    if not has_second_factor(owner):
        return
    is_with_app = has_app(owner)
    if not proof.code:
        if proof.is_fresh and not is_with_app:
            return
        message = NO_CODE if is_with_app else NO_FRESH_SIGN_IN
        raise DomainError("wrong_code", message, fields={"code": [message]})
    code_require(user=owner, code=proof.code, caller=proof.caller)


def second_factor_begin(*, owner: User, proof: Proof) -> Setup:
    """A new secret, which asks for nothing until it is confirmed. An earlier one that never was is forgotten."""
    if has_app(owner):
        password_require(owner=owner, password=proof.password, field="password")
        raise _app_is_on()
    proof_require(owner=owner, proof=proof)
    secret = secret_new()
    with transaction.atomic():
        User.objects.select_for_update().filter(pk=owner.pk).first()
        if has_app(owner):
            raise _app_is_on()
        fresh = {"sealed_secret": sealed(secret, PURPOSE), "last_step": 0}
        SecondFactor.objects.update_or_create(user=owner, defaults=fresh)
    uri = setup_uri(secret, owner.email)
    return Setup(secret, uri, qr_svg(uri))


def second_factor_confirm(*, owner: User, code: str) -> list[str]:
    """Switch the app on by its first code; new recovery codes, unless there are some already."""
    with transaction.atomic():
        factor = SecondFactor.objects.select_for_update().filter(user=owner, confirmed_at=None).first()
        if factor is None:
            raise DomainError("conflict", "There is no second factor to confirm. Begin the set-up again.", status=409)
        if not _spend_app_code(factor, code):
            raise _wrong_code(is_with_app=True)
        SecondFactor.objects.filter(pk=factor.pk).update(confirmed_at=timezone.now())
        audit_record(user=owner, action=AuditEvent.Action.SECOND_FACTOR_ON)
        return recovery_codes_ensure(owner)


def second_factor_end(*, owner: User, proof: Proof) -> None:
    """Take the app away. Passkeys stay, and with them the recovery codes; without any the second factor is off."""
    _prove_on(owner, proof, is_on=has_app(owner))
    with transaction.atomic():
        User.objects.select_for_update().filter(pk=owner.pk).first()
        SecondFactor.objects.filter(user=owner).delete()
        if Passkey.objects.filter(user=owner).exists():
            audit_record(user=owner, action=AuditEvent.Action.APP_REMOVED)
        else:
            leftovers_sweep(owner)
            audit_record(user=owner, action=AuditEvent.Action.SECOND_FACTOR_OFF)


def second_factor_remove(*, user: User, **detail: str) -> bool:
    """App and passkeys, without any proof: for whoever runs the server and knows the person. False without any."""
    with transaction.atomic():
        was_on = has_second_factor(user)
        SecondFactor.objects.filter(user=user).delete()
        Passkey.objects.filter(user=user).delete()
        leftovers_sweep(user)
        if was_on:
            audit_record(user=user, action=AuditEvent.Action.SECOND_FACTOR_OFF, **detail)
    return was_on


def leftovers_sweep(user: User) -> None:
    """Without a second factor, neither recovery codes nor half a sign-in mean anything."""
    RecoveryCode.objects.filter(user=user).delete()
    SignInChallenge.objects.filter(user=user).delete()


def recovery_codes_renew(*, owner: User, proof: Proof) -> list[str]:
    """Ten new ones; the old ones end."""
    _prove_on(owner, proof, is_on=has_second_factor(owner))
    with transaction.atomic():
        audit_record(user=owner, action=AuditEvent.Action.RECOVERY_CODES_RENEWED)
        return recovery_codes_replace(owner)


def code_spend(*, user: User, code: str) -> str:
    """'app' or 'recovery' for a code that is right and was not used before, and now is; '' for any other."""
    factor = SecondFactor.objects.filter(user=user).exclude(confirmed_at=None).first()
    if factor is not None and _spend_app_code(factor, code):
        return "app"
    return "recovery" if recovery_code_spend(user=user, code=code) else ""


def code_require(*, user: User, code: str, caller: Caller) -> str:
    """As `code_spend`; DomainError at `code` for a wrong one, and for any while wrong ones have to wait."""
    counts = counts_for("code", user.email, caller)
    guess_charge(counts)
    kind = code_spend(user=user, code=code)
    if not kind:
        raise _wrong_code(is_with_app=has_app(user))
    guess_right(counts)
    return kind


def _prove_on(owner: User, proof: Proof, *, is_on: bool) -> None:
    if not is_on:
        password_require(owner=owner, password=proof.password, field="password")
        raise DomainError("conflict", "Your second factor is off.", status=409)
    proof_require(owner=owner, proof=proof)


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


def _app_is_on() -> DomainError:
    return DomainError("conflict", "Your authenticator app is on already. Switch it off first.", status=409)


def _wrong_code(*, is_with_app: bool) -> DomainError:
    message = WRONG_CODE if is_with_app else WRONG_RECOVERY_CODE
    return DomainError("wrong_code", message, fields={"code": [message]})
