"""Ending token families."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import SignIn, User


def family_end(*, sign_in: SignIn, reason: SignIn.End) -> bool:
    """End one family with all its tokens; False when it had ended before."""
    return _end(SignIn.objects.filter(pk=sign_in.pk), reason) == 1


def families_end(*, owner: User, reason: SignIn.End) -> int:
    """End every sign-in of the owner; the number of those that were still open."""
    return _end(SignIn.objects.filter(user=owner), reason)


def _end(rows: QuerySet[SignIn], reason: SignIn.End) -> int:
    return rows.filter(ended_at=None).update(ended_at=timezone.now(), end_reason=reason)
