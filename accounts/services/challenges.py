"""Between the password and the second factor: a challenge that is signed, short-lived and good for one sign-in."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from accounts.callers import Caller
from accounts.errors import DomainError
from accounts.models import AuditEvent, SignInChallenge, User
from accounts.services.audit import audit_record
from accounts.services.second_factors import code_require

SALT = "spendwise.sign-in-challenge"
LIFETIME = timedelta(minutes=5)
TRIES = 5


def challenge_begin(user: User) -> str:
    """The signed text that stands for a right password; it opens nothing by itself."""
    now = timezone.now()
    SignInChallenge.objects.filter(user=user, expires_at__lt=now).delete()
    row = SignInChallenge.objects.create(user=user, password_stamp=user.password_stamp, expires_at=now + LIFETIME)
    return signing.dumps(str(row.pk), salt=SALT)


def challenge_answer(*, challenge: str, code: str, caller: Caller) -> User:
    """Whose it is, after spending both. DomainError with status 401 for a challenge that no longer holds."""
    row = challenge_count(_named(challenge))
    try:
        code_require(user=row.user, code=code, caller=caller)
    except DomainError as error:
        if error.code == "wrong_code":
            detail = {"door": "second_factor", "from": caller.address, "device": caller.program}
            audit_record(user=row.user, action=AuditEvent.Action.SIGN_IN_FAILED, **detail)
        raise
    challenge_spend(row)
    return row.user


def challenge_live(challenge: str) -> SignInChallenge:
    """The row with its user, nothing counted. DomainError with status 401 where it no longer holds."""
    return _found(_live(_named(challenge)))


def challenge_count(pk: str) -> SignInChallenge:
    """The live row, one try the poorer: counted before the answer is looked at, so that many at once count as many."""
    live = _live(pk)
    with transaction.atomic():
        found = _found(live)
        if not live.update(tries=F("tries") + 1):
            raise _gone()
    return found


def challenge_spend(row: SignInChallenge) -> None:
    """Rightly answered: it opens once. DomainError with status 401 for the second of two at the same moment."""
    if not SignInChallenge.objects.filter(pk=row.pk, spent_at=None).update(spent_at=timezone.now()):
        raise _gone()


def _named(challenge: str) -> str:
    try:
        return str(uuid.UUID(signing.loads(challenge, salt=SALT, max_age=LIFETIME)))
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        raise _gone() from None


def _live(pk: str) -> QuerySet[SignInChallenge]:
    return SignInChallenge.objects.filter(
        pk=pk, spent_at=None, tries__lt=TRIES, expires_at__gt=timezone.now(), user__is_active=True
    )


def _found(live: QuerySet[SignInChallenge]) -> SignInChallenge:
    found = live.select_related("user").first()
    if found is None or found.password_stamp != found.user.password_stamp:
        raise _gone()
    return found


def _gone() -> DomainError:
    return DomainError("challenge_ended", "This took too long or too many attempts. Sign in again.", status=401)
