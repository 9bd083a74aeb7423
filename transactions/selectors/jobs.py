"""Reading jobs and their events. Owners see their own."""

from __future__ import annotations

from django.db.models import QuerySet

from accounts.access import get_visible, visible_to
from accounts.models import User
from transactions.models import Job, JobEvent

EVENTS_AT_ONCE = 100


def job_list(owner: User, status: str = "") -> QuerySet[Job]:
    rows = visible_to(Job.objects.all(), owner)
    return rows.filter(status=status) if status else rows


def job_get(owner: User, job_id: object) -> Job:
    return get_visible(Job.objects.prefetch_related("events"), owner, job_id)


def job_events_after(owner: User, event_id: int) -> list[JobEvent]:
    """The owner's events with a higher id, oldest first, at most EVENTS_AT_ONCE of them."""
    rows = visible_to(JobEvent.objects.select_related("job"), owner).filter(pk__gt=event_id)
    return list(rows.order_by("pk")[:EVENTS_AT_ONCE])


def job_event_newest(owner: User) -> int:
    """The id of the owner's latest event, 0 when there is none."""
    newest = visible_to(JobEvent.objects.all(), owner).order_by("-pk").values_list("pk", flat=True).first()
    return newest or 0
