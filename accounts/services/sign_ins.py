"""Signing in, refreshing and signing out: the life of a token family.

A refresh token works once. It is claimed by inserting its row into the blacklist, and only the call that made
the row goes on; a token that comes back after that, in the same moment or later, ends its whole family, because
either its owner or a thief holds a stolen copy and nobody can tell which. Two tabs of one browser share one
family: they must take turns (the dashboard holds a browser-wide lock while it refreshes).
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken
from rest_framework_simplejwt.utils import datetime_from_epoch

from accounts.callers import Caller
from accounts.errors import DomainError, NotFoundError
from accounts.models import AuditEvent, SignIn, User
from accounts.services.audit import audit_record
from accounts.services.challenges import challenge_answer, challenge_begin
from accounts.services.families import family_end
from accounts.services.guesses import counts_for, guess_allow, guess_right, guess_wrong
from accounts.services.passwords import credentials_check
from accounts.services.second_factors import has_second_factor, second_factor_methods
from accounts.tokens import FAMILY_CLAIM, USER_CLAIM, FamilyRefreshToken, invalid_token, live_sign_in, read_refresh

NOBODY = Caller()


@dataclass(frozen=True)
class TokenPair:
    """Two signed tokens of one family; `expires_at` is the refresh token's."""

    access: str
    refresh: str
    expires_at: datetime


def sign_in(*, email: str, password: str, caller: Caller = NOBODY) -> TokenPair:
    """Begin a family. DomainError with status 401 for every wrong pair of e-mail and password alike.

    Whoever has a second factor is refused too, with a `challenge` that it has to answer (`sign_in_finish`, or
    `passkey_sign_ins`) and the `methods` for it.
    """
    address = User.objects.normalise(email)
    counts = counts_for("password", address, caller)
    guess_allow(counts)
    user = credentials_check(email=address, password=password)
    if user is not None:
        guess_right(counts)
        if has_second_factor(user):
            raise _second_step(user)
        if pair := enter(user, caller):
            return pair
    else:
        guess_wrong(counts)
    known = User.objects.filter(email=address).first()
    audit_record(user=known, email=address, action=AuditEvent.Action.SIGN_IN_FAILED, **_whence(caller))
    raise DomainError("wrong_credentials", "E-mail or password is wrong.", status=401)


def sign_in_finish(*, challenge: str, code: str, caller: Caller = NOBODY) -> tuple[TokenPair, User]:
    """Begin the family that a right password and then a right code ask for. DomainError (400, 401, 429) otherwise."""
    user = challenge_answer(challenge=challenge, code=code, caller=caller)
    pair = enter(user, caller)
    if pair is None:
        raise invalid_token()
    return pair, user


def enter(user: User, caller: Caller, *, door: str = "") -> TokenPair | None:
    """The first pair of somebody who has shown all that is asked of them. `door` says by what, where not by a password.

    None when the user has gone, or another password was set while this one was being checked.
    """
    with transaction.atomic():
        still = User.objects.filter(pk=user.pk, is_active=True, password=user.password)
        return _begin(user, caller, door) if still.update(last_login=timezone.now()) else None


def refresh_rotate(*, refresh: str) -> TokenPair:
    """Exchange a refresh token for a new pair of the same family. DomainError with status 401 when not honoured."""
    token = read_refresh(refresh)
    with transaction.atomic():
        family = _spend(token)
        pair = _mint(family) if family else None
    if pair is None:
        raise invalid_token()
    return pair


def sign_out(*, refresh: str | None = None, family: SignIn | None = None) -> None:
    """End the sign-in that the refresh token names, and `family`, that of an access token already checked.

    DomainError with status 401 when neither is honoured, or when `refresh` is no token of ours at all.
    """
    token = read_refresh(refresh) if refresh else None
    with transaction.atomic():
        named = [family, _spend(token) if token else None]
        families = {each for each in named if each is not None}
        for each in families:
            _sign_out(each)
    if not families:
        raise invalid_token()


def session_list(owner: User) -> QuerySet[SignIn]:
    """The sign-ins whose tokens are honoured, the last used first."""
    return SignIn.objects.filter(
        user=owner, ended_at=None, expires_at__gt=timezone.now(), password_stamp=owner.password_stamp
    ).order_by("-last_used_at", "-created_at")


def session_end(*, owner: User, session_id: uuid.UUID) -> None:
    """End one sign-in with all its tokens, at once. NotFoundError when there is no live one of the owner's."""
    with transaction.atomic():
        found = session_list(owner).filter(pk=session_id).first()
        if found is None or not family_end(sign_in=found, reason=SignIn.End.ENDED_ELSEWHERE):
            raise NotFoundError("session")
        audit_record(user=owner, action=AuditEvent.Action.SESSION_ENDED, sign_in=str(session_id))


def sessions_end(*, owner: User, but: SignIn | None) -> int:
    """End all of them except `but`, the one that asks; how many there were."""
    with transaction.atomic():
        others = session_list(owner).exclude(pk=but.pk) if but else session_list(owner)
        ended = others.order_by().update(ended_at=timezone.now(), end_reason=SignIn.End.ENDED_ELSEWHERE)
        audit_record(user=owner, action=AuditEvent.Action.SESSION_ENDED, ended=ended)
    return ended


def _sign_out(family: SignIn) -> None:
    if family_end(sign_in=family, reason=SignIn.End.SIGNED_OUT):
        audit_record(user=family.user, action=AuditEvent.Action.SIGNED_OUT, sign_in=str(family.pk))


def _whence(caller: Caller) -> dict[str, str]:
    return {"from": caller.address, "device": caller.program}


def _second_step(user: User) -> DomainError:
    methods = second_factor_methods(user)
    wanted = {"passkey": "your passkey", "app": "the code from your authenticator app", "recovery": "a recovery code"}
    message = f"Now {' or '.join(wanted[each] for each in methods)}."
    extra = {"challenge": challenge_begin(user), "methods": methods}
    return DomainError("second_factor_required", message, status=401, extra=extra)


def _begin(user: User, caller: Caller, door: str) -> TokenPair:
    now = timezone.now()
    # Nobody needs what has expired; taking the broom along here keeps the tables small without a scheduler.
    OutstandingToken.objects.filter(user=user, expires_at__lt=now).delete()
    SignIn.objects.filter(user=user, expires_at__lt=now).delete()
    family = SignIn.objects.create(user=user, password_stamp=user.password_stamp, expires_at=now, device=caller.program)
    whence = {**_whence(caller), **({"door": door} if door else {})}
    audit_record(user=user, action=AuditEvent.Action.SIGNED_IN, sign_in=str(family.pk), **whence)
    return _mint(family)


def _spend(token: FamilyRefreshToken) -> SignIn | None:
    """Claim the token inside the caller's transaction: its live family, or None after ending what had to be ended."""
    family = live_sign_in(token)
    row = OutstandingToken.objects.filter(jti=token["jti"]).first()
    if family is None or row is None:
        return None
    _, is_first = BlacklistedToken.objects.get_or_create(token=row)
    if is_first:
        return family
    # Of many at the same moment one ends the family, and that one writes it down.
    if family_end(sign_in=family, reason=SignIn.End.REFRESH_REUSED):
        audit_record(user=family.user, action=AuditEvent.Action.REFRESH_REUSED, sign_in=str(family.pk))
    return None


def _mint(family: SignIn) -> TokenPair:
    token = FamilyRefreshToken()
    token[USER_CLAIM] = str(family.user_id)
    token[FAMILY_CLAIM] = str(family.pk)
    expires_at = datetime_from_epoch(token["exp"])
    # The library would keep the signed token itself; its id is enough, and a backup then holds no credential.
    OutstandingToken.objects.create(
        user=family.user, jti=token["jti"], token="", created_at=token.current_time, expires_at=expires_at
    )
    SignIn.objects.filter(pk=family.pk).update(expires_at=expires_at, last_used_at=timezone.now())
    return TokenPair(access=str(token.access_token), refresh=str(token), expires_at=expires_at)
