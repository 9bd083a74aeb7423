"""The life of a job: asked for, run, finished, failed, cancelled, and found again when somebody died with it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import IntegrityError, OperationalError, models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.access import get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.models import Job, JobEvent
from transactions.selectors.jobs import LIVE
from transactions.services.job_claim import (
    JobCancelledError,
    JobClaim,
    JobLostError,
    ensure_seats,
    free_seats,
    job_claim,
    leave_seat,
)
from transactions.services.job_events import job_event_add
from transactions.services.job_kinds import Effects, kind_named

log = logging.getLogger("spendwise.jobs")
RING_AGAIN_SECONDS = 15
RINGS_PER_SWEEP = 40
RETRY_SECONDS = 3


def job_request(
    *,
    owner: User,
    kind: str,
    key: str,
    args: Mapping[str, Any] | None = None,
    trigger: Job.Trigger = Job.Trigger.USER,
    pool: str = "",
    batch: str = "",
    stored_as: str = "",
) -> tuple[Job, bool]:
    """The live job of this key, made if there is none; and whether this call made it. `stored_as`: the file it works
    on; the caller's to remove where the job was there already.

    The unique index over live keys decides between callers at the same moment. Call `dispatch.enqueue` for a new one.
    """
    for _ in range(3):
        found = Job.objects.filter(key=key, status__in=LIVE).first()
        if found is not None:
            return found, False
        try:
            with transaction.atomic():
                job = Job.objects.create(
                    owner=owner, kind=kind, key=key, args=dict(args or {}), trigger=trigger, pool=pool, batch=batch,
                    stored_as=stored_as, asked_by=owner.acting,
                )  # fmt: skip
                job_event_add(job, JobEvent.Kind.ENQUEUED, trigger=trigger.value)
                return job, True
        except IntegrityError:
            continue  # the other caller's job is there now, or has just ended
    raise DomainError("busy", "The same work keeps starting and ending just now. Try again in a moment.", status=409)


def job_run(*, job_id: int) -> bool:
    """Claim and do one job; False when there was nothing to claim. Safe to call any number of times."""
    claim = job_claim(job_id=job_id)
    if claim is None:
        return False
    with claim.heartbeat():
        _work(claim)
    return True


def _work(claim: JobClaim) -> None:
    kind = kind_named(claim.job.kind)
    try:
        job_succeed(claim, kind.run(claim))
    except JobLostError:
        log.warning("job lost key=%s id=%s attempt=%s", claim.job.key, claim.job.pk, claim.attempt)
        kind.lost(claim)
    except JobCancelledError:
        job_end_badly(claim, Job.Status.CANCELLED, "cancelled", "Stopped because you asked for it.")
    except DomainError as error:
        job_end_badly(claim, Job.Status.FAILED, error.code, error.message)
    except SoftTimeLimitExceeded:
        job_end_badly(claim, Job.Status.FAILED, "timed_out", "It took longer than the time allowed and was stopped.")
    except OperationalError:
        log.exception("job meets a busy database key=%s", claim.job.key)
        job_retry(claim)
    except Exception:
        log.exception("job broke key=%s", claim.job.key)
        job_retry(claim)
        raise


def job_succeed(claim: JobClaim, effects: Effects) -> None:
    """Mark succeeded and write the effects in one transaction; JobLostError when the claim is no longer ours."""
    now = timezone.now()
    with transaction.atomic():
        changed = claim.rows().update(
            status=Job.Status.SUCCEEDED,
            progress=100,
            lease_until=None,
            finished_at=now,
            error_code="",
            error_message="",
        )
        if not changed:
            raise JobLostError(claim.job.key)
        effects()
        claim.job.refresh_from_db()
        leave_seat(claim.job, claim.attempt)
        seconds = (now - (claim.job.started_at or now)).total_seconds()
        job_event_add(claim.job, JobEvent.Kind.FINISHED, seconds=round(seconds, 3))


def job_end_badly(claim: JobClaim, status: Job.Status, code: str, message: str) -> None:
    with transaction.atomic():
        _end_badly(claim.rows(), claim.job, status, code, message)
        leave_seat(claim.job, claim.attempt)


def _end_badly(rows: models.QuerySet[Job], job: Job, status: Job.Status, code: str, message: str) -> None:
    changed = rows.update(
        status=status,
        lease_until=None,
        finished_at=timezone.now(),
        error_code=code,
        error_message=message[:500],
    )
    if not changed:
        return
    job.refresh_from_db()
    kind_named(job.kind).ended_badly(job)
    event = JobEvent.Kind.CANCELLED if status == Job.Status.CANCELLED else JobEvent.Kind.FAILED
    job_event_add(job, event, code=code, message=message)


def job_retry(claim: JobClaim) -> None:
    """Put a broken attempt back into the queue with a growing pause, or fail the job when attempts are used up."""
    if claim.attempt >= settings.JOB_MAX_ATTEMPTS:
        job_end_badly(claim, Job.Status.FAILED, "attempts_exhausted", GAVE_UP)
        return
    pause = RETRY_SECONDS * 2 ** (claim.attempt - 1)
    with transaction.atomic():
        changed = claim.rows().update(
            status=Job.Status.QUEUED,
            lease_until=None,
            not_before=timezone.now() + timedelta(seconds=pause),
            rung_at=None,
        )
        leave_seat(claim.job, claim.attempt)
        if changed:
            claim.job.refresh_from_db()
            job_event_add(claim.job, JobEvent.Kind.RETRIED, in_seconds=pause)


GAVE_UP = "It was tried several times and did not finish. Nothing was lost; ask again, or look into the worker's log."


def job_cancel(*, owner: User, job_id: int) -> Job:
    """Stop a job: at once while it is queued, at its next stage while it runs. A job that has ended stays as it is."""
    with transaction.atomic():
        job = get_editable(Job.objects.all(), owner, job_id)
        queued = Job.objects.filter(pk=job.pk, status=Job.Status.QUEUED)
        _end_badly(queued, job, Job.Status.CANCELLED, "cancelled", "Stopped because you asked for it.")
        Job.objects.filter(pk=job.pk, status=Job.Status.RUNNING).update(is_cancel_requested=True)
    job.refresh_from_db()
    return job


def jobs_sweep() -> list[Job]:
    """Fail what has used up its attempts and return what must be rung for (again): queued rows whose message may be
    lost, and running rows whose lease is over. Harmless in any number of copies."""
    now = timezone.now()
    for job in Job.objects.filter(
        status=Job.Status.RUNNING, lease_until__lt=now, attempt__gte=settings.JOB_MAX_ATTEMPTS
    ):
        with transaction.atomic():
            abandoned = Job.objects.filter(
                pk=job.pk, status=Job.Status.RUNNING, attempt=job.attempt, lease_until__lt=now
            )
            _end_badly(abandoned, job, Job.Status.FAILED, "attempts_exhausted", GAVE_UP)
            leave_seat(job, job.attempt)
    silent = Q(rung_at=None) | Q(rung_at__lt=now - timedelta(seconds=RING_AGAIN_SECONDS))
    due = Q(status=Job.Status.QUEUED) & (Q(not_before=None) | Q(not_before__lte=now))
    leaderless = Q(status=Job.Status.RUNNING, lease_until__lt=now)
    rows = Job.objects.filter((due & silent) | leaderless).order_by("id")
    found = list(rows.filter(pool="")[:RINGS_PER_SWEEP])
    # From the jobs, not from the seats: whoever asked may have died before the pool's first seat was there.
    pools = Job.objects.filter(status__in=LIVE).exclude(pool="").order_by("pool").values_list("pool", flat=True)
    for pool in pools.distinct():
        found += pool_next(pool)
    return found


def pool_next(pool: str) -> list[Job]:
    """The next jobs of a pool, as many as there are free seats: called when jobs are asked for and when one ends."""
    now = timezone.now()
    ensure_seats(pool)
    due = Q(status=Job.Status.QUEUED) & (Q(not_before=None) | Q(not_before__lte=now))
    abandoned = Q(status=Job.Status.RUNNING, lease_until__lt=now)
    seats = free_seats(pool, now).count()
    return list(Job.objects.filter(due | abandoned, pool=pool).order_by("id")[:seats])


def jobs_mark_rung(jobs: list[Job]) -> None:
    Job.objects.filter(pk__in=[job.pk for job in jobs]).update(rung_at=timezone.now())
