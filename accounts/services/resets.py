"""A new password by mail, for whoever has forgotten theirs.

Asking is answered alike whether or not there is such a person, and costs alike: the mail goes after the answer.
What the mail holds is signed and bound to the password that is set now, so that it works once and ends with any change.
"""

from __future__ import annotations

import hmac
from datetime import timedelta

from django.contrib.auth.hashers import make_password
from django.core import signing
from django.db import transaction

from accounts.callers import Caller
from accounts.errors import DomainError
from accounts.models import AuditEvent, User
from accounts.seals import keyed_hash
from accounts.services.audit import audit_record
from accounts.services.mails import RESET, mail_allow, mail_send
from accounts.services.passwords import password_changed, password_problems

SALT = "spendwise.password-reset"
LIFETIME = timedelta(minutes=30)
PURPOSE = "password-reset"


def reset_request(*, email: str, page: str, caller: Caller) -> None:
    """Mail a link to `page` where there is such a person; the caller learns nothing of it.

    At most three mails in a row for one person, then ever fewer, whoever asks.
    """
    address = User.objects.normalise(email)
    if not mail_allow(address):
        return
    user = User.objects.filter(email=address, is_active=True).first()
    # Written for strangers too: what is asked for a person who is not there shall not be the quicker.
    detail = {"from": caller.address, "device": caller.program}
    audit_record(user=user, email=address, action=AuditEvent.Action.RESET_REQUESTED, **detail)
    token = _token(user or User(pk=0, password=""))
    if user is not None:
        mail_send(RESET, to=user.email, language=user.language, link=f"{page}#{token}")


def reset_confirm(*, token: str, new_password: str) -> None:
    """Set the password and end every sign-in. A second factor stays on: who can read the mail has only the mail."""
    user = _holder(token)
    if problems := password_problems(password=new_password, user=user):
        raise DomainError("invalid", problems[0], fields={"new_password": problems})
    known, user.password = user.password, make_password(new_password)
    with transaction.atomic():
        # Conditional, as the token is good for the password that it was made for and no other.
        if not User.objects.filter(pk=user.pk, password=known, is_active=True).update(password=user.password):
            raise _ended()
        audit_record(user=user, action=AuditEvent.Action.PASSWORD_RESET)
        password_changed(owner=user)


def _token(user: User) -> str:
    return signing.dumps({"u": user.pk, "p": _bound(user)}, salt=SALT)


def _bound(user: User) -> str:
    return keyed_hash(user.password_stamp, PURPOSE)[:32]


def _holder(token: str) -> User:
    try:
        held = signing.loads(token, salt=SALT, max_age=LIFETIME)
    except (signing.BadSignature, ValueError):
        raise _ended() from None
    user = User.objects.filter(pk=held["u"], is_active=True).first()
    if user is None or not hmac.compare_digest(held["p"], _bound(user)):
        raise _ended()
    return user


def _ended() -> DomainError:
    return DomainError("reset_ended", "This link has ended or was used before. Ask for a new one.")
