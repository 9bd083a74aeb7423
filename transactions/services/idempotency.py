"""Requests that may be sent again: the first one's answer is kept, in the transaction that holds its effects.

The key's row is made before the work begins. Whoever comes with the same key meanwhile waits in the database for that
row, and then finds the answer. A request that fails takes its row away with it: nothing happened, the key is free.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.access import editable_by
from accounts.errors import DomainError
from accounts.models import User
from transactions.models import IdempotencyKey

KEPT = timedelta(hours=24)
OTHER_REQUEST = "This Idempotency-Key was used for another request. Use a new one."


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request was answered: status, JSON body, and the headers that belong to it."""

    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)


def key_take(*, owner: User, key: str, fingerprint: str) -> tuple[IdempotencyKey | None, Answer | None]:
    """The key's row, for the caller to do the work and `key_keep` the answer; or the answer that is kept. To be
    called in the database transaction that will hold the effects. DomainError 422 for another request's key."""
    editable_by(IdempotencyKey.objects.filter(key=key, created_at__lt=timezone.now() - KEPT), owner).delete()
    try:
        with transaction.atomic():
            return IdempotencyKey.objects.create(owner=owner, key=key, fingerprint=fingerprint), None
    except IntegrityError:
        kept = editable_by(IdempotencyKey.objects.filter(key=key), owner).first()
    if kept is None or kept.status is None:
        raise DomainError("in_progress", "The first request is still at work. Ask again in a moment.", status=409)
    if kept.fingerprint != fingerprint:
        raise DomainError("other_request", OTHER_REQUEST, status=422)
    return None, Answer(kept.status, kept.body, kept.headers)


def key_keep(taken: IdempotencyKey, answer: Answer) -> None:
    taken.status, taken.body, taken.headers = answer.status, answer.body, dict(answer.headers)
    taken.save(update_fields=["status", "body", "headers"])


def key_free(taken: IdempotencyKey) -> None:
    """The request was refused; sent again, it is looked at again."""
    taken.delete()


def keys_forget() -> int:
    """Delete answers that are past their time; returns how many."""
    count, _ = IdempotencyKey.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    return count
