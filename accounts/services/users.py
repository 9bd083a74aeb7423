"""Making, changing and deleting users."""

from __future__ import annotations

from functools import partial

from django.db import IntegrityError, transaction
from rest_framework_simplejwt.token_blacklist.models import OutstandingToken

from accounts.errors import DomainError
from accounts.models import AuditEvent, SignIn, User
from accounts.services.audit import audit_record
from accounts.services.families import families_end
from accounts.services.members import households_given_up
from accounts.services.passwords import password_problems, password_require
from accounts.signals import user_deleted, user_leaving

EMAIL_TAKEN = "There is already a user with this e-mail address."


def user_register(*, email: str, password: str, display_name: str = "") -> User:
    """A user who can sign in at once. DomainError with messages at `email` and `password`."""
    user = User(email=User.objects.normalise(email), display_name=display_name)
    problems = {
        "email": [EMAIL_TAKEN] if _is_taken(user.email) else [],
        "password": password_problems(password=password, user=user),
    }
    if fields := {name: messages for name, messages in problems.items() if messages}:
        raise DomainError("invalid", next(iter(fields.values()))[0], fields=fields)
    user.set_password(password)
    return user_enrol(user)


def user_enrol(user: User) -> User:
    """Save a new user whose password is set, and write it down. DomainError at `email` where somebody has it."""
    try:
        with transaction.atomic():
            User.objects.enrol(user)
            audit_record(user=user, action=AuditEvent.Action.REGISTERED)
    except IntegrityError:
        # Somebody took the address between the question and the answer; anything else is a fault of ours.
        if _is_taken(user.email):
            raise DomainError("invalid", EMAIL_TAKEN, fields={"email": [EMAIL_TAKEN]}) from None
        raise
    return user


def user_update(
    *,
    owner: User,
    display_name: str | None = None,
    base_currency: str | None = None,
    language: str | None = None,
    time_zone: str | None = None,
) -> User:
    """Change what is given; None leaves a field as it is."""
    changes = {
        "display_name": display_name, "base_currency": base_currency, "language": language, "time_zone": time_zone,
    }  # fmt: skip
    for name, value in changes.items():
        if value is not None:
            setattr(owner, name, value)
    owner.save(update_fields=[name for name, value in changes.items() if value is not None])
    return owner


def user_delete(*, owner: User, password: str) -> None:
    """Delete the owner, who proves with the password that it is them."""
    password_require(owner=owner, password=password, field="password")
    user_erase(user=owner)


def user_deactivated(*, user: User) -> None:
    """What follows a deactivation: sign-ins end for good, so that activating the user again revives no old token."""
    families_end(owner=user, reason=SignIn.End.DEACTIVATED)
    audit_record(user=user, action=AuditEvent.Action.DEACTIVATED)


def user_deactivate(*, user: User) -> bool:
    """Shut somebody out at once, and keep what is theirs. False when they were out before."""
    with transaction.atomic():
        if not User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
            return False
        user_deactivated(user=user)
    return True


def user_named(email: str) -> User | None:
    return User.objects.filter(email=User.objects.normalise(email)).first()


def user_erase(*, user: User) -> None:
    """Delete a user with everything they own. The audit trail stays, without their address. A household stays with
    those who are left in it, and goes with the last."""
    user_id = user.pk
    with transaction.atomic():
        # Holding the row keeps others from adding to what is being swept away (SQLite holds the whole file anyway).
        User.objects.select_for_update().filter(pk=user_id).first()
        for ledger in households_given_up(user):
            user_erase(user=ledger)
        user_leaving.send(sender=User, user=user)
        OutstandingToken.objects.filter(user_id=user_id).delete()
        AuditEvent.objects.filter(user_id=user_id).update(email="", detail={})
        User.objects.filter(pk=user_id).delete()
        audit_record(user=None, action=AuditEvent.Action.DELETED, user_id=user_id)
        transaction.on_commit(partial(user_deleted.send_robust, sender=User, user_id=user_id), robust=True)


def _is_taken(email: str) -> bool:
    return User.objects.filter(email=email).exists()
