"""Checking and changing passwords. Hashing happens outside transactions: it takes longer than a lock should be held."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.errors import DomainError
from accounts.models import AuditEvent, SignIn, User
from accounts.services.audit import audit_record
from accounts.services.families import families_end


def credentials_check(*, email: str, password: str) -> User | None:
    """The active user with this e-mail and password, or None.

    An unknown e-mail costs one hash, as a wrong password does, so that time does not tell who has an account.
    """
    user = User.objects.filter(email=User.objects.normalise(email)).first()
    if user is None:
        make_password(password)
        return None
    return user if user.check_password(password) and user.is_active else None


def password_problems(*, password: str, user: User) -> list[str]:
    """Sentences that say what is wrong with a new password; empty when it may be used."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        return list(error.messages)
    return []


def password_require(*, owner: User, password: str, field: str) -> None:
    """DomainError with a message at `field` unless this is the owner's password."""
    if not owner.check_password(password):
        message = "This is not your password."
        raise DomainError("wrong_password", message, fields={field: [message]})


def password_change(*, owner: User, current_password: str, new_password: str) -> None:
    """Set a new password and end every sign-in of the owner, the one that asks included."""
    password_require(owner=owner, password=current_password, field="current_password")
    if problems := password_problems(password=new_password, user=owner):
        raise DomainError("invalid", problems[0], fields={"new_password": problems})
    known, owner.password = owner.password, make_password(new_password)
    with transaction.atomic():
        # Conditional: of two changes at the same moment only one may win, and the other must hear of it.
        if not User.objects.filter(pk=owner.pk, password=known).update(password=owner.password):
            raise DomainError("conflict", "The password was changed at the same moment elsewhere.", status=409)
        password_changed(owner=owner)


def password_changed(*, owner: User) -> None:
    """What follows a new password, whoever set it: every sign-in ends and the trail says so."""
    ended = families_end(owner=owner, reason=SignIn.End.PASSWORD_CHANGED)
    audit_record(user=owner, action=AuditEvent.Action.PASSWORD_CHANGED, sign_ins_ended=ended)
