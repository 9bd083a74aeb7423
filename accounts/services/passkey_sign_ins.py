"""Signing in with a passkey: in place of the password, or after it.

In place of it the device has to ask for PIN, finger or face, which makes two factors of one gesture. After it, having
the device is enough.
"""

from __future__ import annotations

from django.utils import timezone

from accounts.callers import Caller
from accounts.models import AuditEvent, Passkey, SignInChallenge, User
from accounts.services.audit import audit_record
from accounts.services.ceremonies import Ceremony, ceremony_begin, ceremony_spend, relying_party
from accounts.services.challenges import challenge_count, challenge_live, challenge_spend
from accounts.services.passkeys import credentials_of, passkey_list, passkey_refused
from accounts.services.sign_ins import NOBODY, TokenPair, enter
from accounts.webauthn import Answer, NoPasskeyError, State, assertion_check, assertion_options

PURPOSE = "sign-in"
DOOR = "passkey"


def passkey_sign_in_begin(*, challenge: str = "") -> Ceremony:
    """`challenge`: that of a right password, whose person's passkeys are then asked for; without it anybody's.

    DomainError with status 401 for one that no longer holds.
    """
    step = challenge_live(challenge) if challenge else None
    held = None if step is None else credentials_of(passkey_list(step.user))
    if held == []:
        raise passkey_refused()
    options, state = assertion_options(relying_party(), held=held, is_verified=step is None)
    return ceremony_begin(purpose=PURPOSE, bound=str(step.pk) if step else "", options=options, state=state)


def passkey_sign_in_finish(*, challenge: str, answer: Answer, caller: Caller = NOBODY) -> tuple[TokenPair, User]:
    """Begin a family. DomainError for every answer alike that is not one (400), or came too late (400, 401)."""
    bound, state = ceremony_spend(challenge=challenge, purpose=PURPOSE)
    step = challenge_count(bound) if bound else None
    row = _row_of(answer, step)
    _use(row, state, answer, caller)
    if step is not None:
        challenge_spend(step)
    pair = enter(row.user, caller, door=DOOR)
    if pair is None:
        raise passkey_refused()
    return pair, row.user


def _row_of(answer: Answer, step: SignInChallenge | None) -> Passkey:
    """The passkey that is named, of the person who is signing in where that is known, under the handle it was made."""
    row = Passkey.objects.filter(credential_id=answer["rawId"]).select_related("user").first()
    if row is None or (step is not None and row.user_id != step.user_id):
        raise passkey_refused()
    handle = answer["response"].get("userHandle")
    if (handle or step is None) and handle != row.user_handle:
        raise passkey_refused()
    return row


def _use(row: Passkey, state: State, answer: Answer, caller: Caller) -> None:
    [held] = credentials_of([row])
    try:
        count = assertion_check(relying_party(), state, answer, held)
    except NoPasskeyError:
        detail = {"door": DOOR, "from": caller.address, "device": caller.program}
        audit_record(user=row.user, action=AuditEvent.Action.SIGN_IN_FAILED, **detail)
        raise passkey_refused() from None
    # Conditional: of a key and its copy at the same moment, with the same count, one is let in.
    same = Passkey.objects.filter(pk=row.pk, sign_count=row.sign_count)
    if not same.update(sign_count=count, last_used_at=timezone.now()):
        raise passkey_refused()
