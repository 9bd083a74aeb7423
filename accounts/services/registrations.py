"""Registration that waits for the e-mail address to be confirmed. Nothing is stored before that.

What would become the user travels in the mail's link, sealed. So strangers fill no table, and nobody holds an address
that is not theirs. Confirming wants the password as well: who made the account with somebody else's address knows the
password, the reader of the mail has the link, and only one who is both gets in.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.core import signing

from accounts.callers import Caller
from accounts.errors import DomainError
from accounts.models import AuditEvent, User
from accounts.seals import opened, sealed
from accounts.services.audit import audit_record
from accounts.services.mails import CONFIRM, KNOWN, mail_allow, mail_send
from accounts.services.passwords import password_problems
from accounts.services.spent import spend_once
from accounts.services.users import user_enrol

SALT = "spendwise.registration"
PURPOSE = "registration/1"
LIFETIME = timedelta(hours=24)


def registration_request(
    *, email: str, password: str, display_name: str, language: str, page: str, sign_in_page: str, caller: Caller
) -> None:
    """Mail a link to `page`. The caller learns nothing of whether there is such a user: who is one is told by mail.

    DomainError at `password`, which does not depend on that either.
    """
    user = User(email=User.objects.normalise(email), display_name=display_name, language=language)
    if problems := password_problems(password=password, user=user):
        raise DomainError("invalid", problems[0], fields={"password": problems})
    user.password = make_password(password)
    if not mail_allow(user.email):
        return
    known = User.objects.filter(email=user.email).first()
    detail = {"from": caller.address, "device": caller.program}
    audit_record(user=known, email=user.email, action=AuditEvent.Action.REGISTRATION_REQUESTED, **detail)
    # Made for those who are known, too: their answer shall not be the quicker.
    link = f"{page}#{_token(user)}"
    if known is None:
        mail_send(CONFIRM, to=user.email, language=language, link=link)
    else:
        mail_send(KNOWN, to=user.email, language=known.language, link=sign_in_page)


def registration_confirm(*, token: str, password: str) -> User:
    """The user, from now on. DomainError for a link that no longer holds, and at `password` for a wrong one."""
    held = _held(token)
    user = User(**held)
    if not check_password(password, user.password):
        message = "This is not the password that you chose for the account."
        raise DomainError("wrong_password", message, fields={"password": [message]})
    if not spend_once(token, lifetime=LIFETIME):
        raise _ended()
    try:
        return user_enrol(user)
    except DomainError:
        raise _ended() from None


def _token(user: User) -> str:
    kept = {name: getattr(user, name) for name in ("email", "display_name", "language", "password")}
    return signing.dumps(sealed(json.dumps(kept), PURPOSE), salt=SALT)


def _held(token: str) -> dict[str, Any]:
    try:
        text = opened(signing.loads(token, salt=SALT, max_age=LIFETIME), PURPOSE)
    except (signing.BadSignature, ValueError):
        raise _ended() from None
    if text is None:
        raise _ended()
    return dict(json.loads(text))


def _ended() -> DomainError:
    return DomainError("confirmation_ended", "This link has ended or was used before. Register again.")
