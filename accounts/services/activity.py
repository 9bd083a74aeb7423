"""What happened to an account, as its person may see it."""

from __future__ import annotations

from django.db.models import QuerySet

from accounts.models import AuditEvent, User

SHOWN = 50


def activity_list(owner: User) -> QuerySet[AuditEvent]:
    """The newest first, and not more than a page of them."""
    return AuditEvent.objects.filter(user=owner).order_by("-id")[:SHOWN]
