"""The passkeys of a person: made, named, listed and removed. Signing in with them: `passkey_sign_ins`."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from accounts.errors import DomainError, NotFoundError
from accounts.models import AuditEvent, Passkey, User
from accounts.services.audit import audit_record
from accounts.services.ceremonies import Ceremony, ceremony_begin, ceremony_spend, challenge_gone, relying_party
from accounts.services.recovery_codes import recovery_codes_ensure
from accounts.services.second_factors import Proof, has_second_factor, leftovers_sweep, proof_require
from accounts.webauthn import (
    TRANSPORTS,
    Answer,
    Credential,
    NoPasskeyError,
    handle_new,
    registration_check,
    registration_options,
)

PURPOSE = "register"
MOST_PASSKEYS = 20
REFUSED = "This passkey was not accepted. Try again, or use another way in."


@dataclass(frozen=True, slots=True)
class Registered:
    """`recovery_codes` is empty where the person has some already."""

    passkey: Passkey
    recovery_codes: list[str]


def passkey_list(owner: User) -> QuerySet[Passkey]:
    return Passkey.objects.filter(user=owner)


def passkey_get(owner: User, passkey_id: int) -> Passkey:
    """NotFoundError where the owner has no such passkey."""
    found = passkey_list(owner).select_related("user").filter(pk=passkey_id).first()
    if found is None:
        raise NotFoundError("passkey")
    return found


def credentials_of(rows: Iterable[Passkey]) -> list[Credential]:
    return [Credential(row.credential_id, row.attested, row.sign_count, tuple(row.transports)) for row in rows]


def passkey_begin(*, owner: User, session: uuid.UUID | None, proof: Proof) -> Ceremony:
    """What the browser is to make a passkey from, for this person in this session."""
    proof_require(owner=owner, proof=proof)
    held = list(passkey_list(owner))
    _room_require(len(held))
    handle = held[0].user_handle if held else handle_new()
    options, state = registration_options(
        relying_party(), handle=handle, email=owner.email, name=owner.display_name, held=credentials_of(held)
    )
    state["handle"] = handle
    return ceremony_begin(purpose=PURPOSE, bound=_bound(owner, session), options=options, state=state)


def passkey_register(
    *, owner: User, session: uuid.UUID | None, challenge: str, name: str, answer: Answer
) -> Registered:
    """Keep what the browser made. From the first one on the password alone opens nothing."""
    bound, state = ceremony_spend(challenge=challenge, purpose=PURPOSE)
    if bound != _bound(owner, session):
        raise challenge_gone()
    handle = state.pop("handle")
    try:
        made = registration_check(relying_party(), state, answer)
    except NoPasskeyError:
        raise passkey_refused() from None
    try:
        with transaction.atomic():
            User.objects.select_for_update().filter(pk=owner.pk).first()
            _room_require(passkey_list(owner).count())
            row = Passkey.objects.create(
                user=owner, name=name, user_handle=handle, credential_id=made.credential_id, attested=made.attested,
                sign_count=made.sign_count, transports=_transports(answer),
            )  # fmt: skip
            audit_record(user=owner, action=AuditEvent.Action.PASSKEY_ADDED, passkey=row.pk)
            return Registered(row, recovery_codes_ensure(owner))
    except IntegrityError:
        # Somebody's already, perhaps another person's: the answer does not say whose.
        raise passkey_refused() from None


def passkey_rename(*, passkey: Passkey, name: str) -> Passkey:
    passkey.name = name
    passkey.save(update_fields=["name"])
    return passkey


def passkey_remove(*, passkey: Passkey, proof: Proof) -> None:
    """It opens nothing any more. With the last factor go the recovery codes, and the password alone opens again."""
    owner, number = passkey.user, passkey.pk
    proof_require(owner=owner, proof=proof)
    with transaction.atomic():
        User.objects.select_for_update().filter(pk=owner.pk).first()
        passkey.delete()
        audit_record(user=owner, action=AuditEvent.Action.PASSKEY_REMOVED, passkey=number)
        if not has_second_factor(owner):
            leftovers_sweep(owner)
            audit_record(user=owner, action=AuditEvent.Action.SECOND_FACTOR_OFF)


def passkey_refused() -> DomainError:
    """The one answer to every passkey that is not accepted; it does not say which check failed."""
    return DomainError("passkey_refused", REFUSED)


def _bound(owner: User, session: uuid.UUID | None) -> str:
    return f"{owner.pk}:{session or ''}:{owner.password_stamp}"


def _transports(answer: Answer) -> list[str]:
    """How the device is reached, as far as the browser says it in words that are known."""
    return [name for name in answer["response"].get("transports") or [] if name in TRANSPORTS]


def _room_require(count: int) -> None:
    if count >= MOST_PASSKEYS:
        message = f"You have {MOST_PASSKEYS} passkeys. Remove one that you no longer use."
        raise DomainError("too_many", message, fields={"name": [message]})
