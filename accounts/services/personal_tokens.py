"""Making and revoking the keys that people give to their programs."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.errors import DomainError, NotFoundError
from accounts.models import AuditEvent, PersonalToken, User
from accounts.personal import PREFIX, token_hash
from accounts.services.audit import audit_record

RANDOM_BYTES = 32
HINT_LENGTH = 10
MOST_TOKENS = 50


def personal_token_create(
    *, owner: User, name: str, scopes: Sequence[str], expires_at: datetime | None = None
) -> tuple[PersonalToken, str]:
    """The stored row and the token itself, which nobody can read again. DomainError for a bad day or too many."""
    if expires_at is not None and expires_at <= timezone.now():
        message = "This day has passed. Choose one that is ahead, or none."
        raise DomainError("invalid", message, fields={"expires_at": [message]})
    token = PREFIX + secrets.token_urlsafe(RANDOM_BYTES)
    with transaction.atomic():
        User.objects.select_for_update().filter(pk=owner.pk).first()
        if personal_token_list(owner).count() >= MOST_TOKENS:
            message = f"You have {MOST_TOKENS} tokens. Revoke one that you no longer use."
            raise DomainError("too_many", message, fields={"name": [message]})
        row = PersonalToken.objects.create(
            owner=owner,
            name=name,
            token_hash=token_hash(token),
            hint=token[:HINT_LENGTH],
            scopes=sorted(set(scopes)),
            password_stamp=owner.password_stamp,
            expires_at=expires_at,
        )
        audit_record(user=owner, action=AuditEvent.Action.TOKEN_CREATED, token=row.pk)
    return row, token


def personal_token_list(owner: User) -> QuerySet[PersonalToken]:
    """Those that are honoured, the newest first."""
    is_ahead = Q(expires_at=None) | Q(expires_at__gt=timezone.now())
    return PersonalToken.objects.filter(
        is_ahead, owner=owner, revoked_at=None, password_stamp=owner.password_stamp
    ).order_by("-created_at", "-id")


def personal_token_revoke(*, owner: User, token_id: int) -> None:
    """End one at once. NotFoundError when there is no such token of the owner's, or it had ended before."""
    with transaction.atomic():
        if not personal_token_list(owner).filter(pk=token_id).update(revoked_at=timezone.now()):
            raise NotFoundError("token")
        audit_record(user=owner, action=AuditEvent.Action.TOKEN_REVOKED, token=token_id)
