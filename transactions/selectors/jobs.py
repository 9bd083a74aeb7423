"""Reading jobs and their events. Owners see their own."""

from __future__ import annotations

from django.conf import settings
from django.db.models import QuerySet

from accounts.access import get_visible, visible_to
from accounts.models import User
from transactions.models import Job, JobEvent, Transaction

EVENTS_AT_ONCE = 100
LIVE = (Job.Status.QUEUED, Job.Status.RUNNING)
RESTORE = "restore"


def job_list(owner: User, status: str = "", kind: str = "") -> QuerySet[Job]:
    asked = {name: value for name, value in (("status", status), ("kind", kind)) if value}
    return visible_to(Job.objects.all(), owner).filter(**asked)


def is_job_sized(rows: int) -> bool:
    """Work on so many rows is no work for a request."""
    return rows > settings.JOB_ROWS


def is_ledger_job_sized(*, owner: User) -> bool:
    return is_job_sized(visible_to(Transaction.objects.all(), owner).count())


def restore_key(owner: User) -> str:
    """The key of the one job that puts an export back for this owner."""
    return f"{RESTORE}_{owner.pk}"


def is_being_restored(*, owner: User) -> bool:
    return Job.objects.filter(key=restore_key(owner), status__in=LIVE).exists()


def is_change_at_work(owner: User, change_set_id: int, but: Job | None = None) -> bool:
    """A job, `but` this one, is still adding to this change or taking it back."""
    live = visible_to(Job.objects.filter(status__in=LIVE), owner)
    if but is not None:
        live = live.exclude(pk=but.pk)
    found = [one or {} for pair in live.values_list("args", "result") for one in pair]
    return any(change_set_id in (one.get("change_set"), *one.get("change_sets", [])) for one in found)


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
