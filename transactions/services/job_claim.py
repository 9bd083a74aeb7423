"""Holding a job: claim by conditional UPDATE, a lease that a heartbeat renews, `attempt` as the fencing token."""

from __future__ import annotations

import ctypes
import logging
import os
import socket
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, models, transaction
from django.db.models import F, Q
from django.utils import timezone

from transactions.models import Job, JobEvent, PoolSeat
from transactions.services.job_events import job_event_add

log = logging.getLogger("spendwise.jobs")
LONGEST_STAGE = 60
LOOK_SECONDS = 1.0
"""How often breakable work looks whether it is to stop."""


class JobLostError(Exception):
    """The lease ran out and somebody else holds the job now: whatever this worker made must not count."""


class JobCancelledError(Exception):
    """The user asked to stop."""


@dataclass(slots=True)
class JobClaim:
    """A worker's hold on one job. Valid while the row carries the same attempt and says running."""

    job: Job
    attempt: int
    made: list[str] = field(default_factory=list)
    """Files of this attempt under MEDIA, for the kind's `lost`."""

    def rows(self) -> models.QuerySet[Job]:
        """The job, but only while this claim is the current one: update through this and count the rows."""
        return Job.objects.filter(pk=self.job.pk, attempt=self.attempt, status=Job.Status.RUNNING)

    def stage(self, name: str, progress: int) -> None:
        """Say what is being done now (0 to 100 per cent). Raises when the claim is lost or the job cancelled."""
        with transaction.atomic():
            changed = self._renew(stage=name[:LONGEST_STAGE], progress=progress)
            if changed:
                self.job.refresh_from_db()
                job_event_add(self.job, JobEvent.Kind.STAGE, stage=name, progress=progress)
        if not changed:
            raise JobLostError(self.job.key)
        if self.job.is_cancel_requested:
            raise JobCancelledError(self.job.key)

    def reached(self, name: str, progress: int, result: Mapping[str, Any], *, is_told: bool) -> None:
        """Within a database transaction: what it has done so far, to be stored with the deed. Raises when the claim is
        lost, so that the deed is not done either. `is_told`: listeners hear of it."""
        if not self._renew(stage=name[:LONGEST_STAGE], progress=progress, result=dict(result)):
            raise JobLostError(self.job.key)
        self.job.refresh_from_db()
        if is_told:
            job_event_add(self.job, JobEvent.Kind.STAGE, stage=name, progress=progress)

    def hold(self) -> None:
        """Within a database transaction: it counts only if the claim is still ours. Raises when it is not."""
        if not self._renew():
            raise JobLostError(self.job.key)

    def stage_aside(self, name: str, progress: int) -> None:
        """The same for callers within a database transaction: over a connection of its own, so that it is seen at
        once and what was asked of the job meanwhile is heard. Not while that transaction holds SQLite's write lock."""

        def say() -> None:
            try:
                self.stage(name, progress)
            finally:
                connection.close()  # this thread's own

        with ThreadPoolExecutor(max_workers=1) as beside:
            beside.submit(say).result()

    def keep(self, result: Mapping[str, Any], stored_as: str = "") -> None:
        """What came of the job and the file that it offers, written by its effects."""
        Job.objects.filter(pk=self.job.pk, attempt=self.attempt).update(result=dict(result), stored_as=stored_as)

    @contextmanager
    def breakable(self) -> Iterator[None]:
        """Around work on memory alone that has no stages: JobCancelledError in its middle, soon after somebody has
        asked to stop. A call into C, such as one large regular expression, is let to its end."""
        worker, over, turn = threading.get_ident(), threading.Event(), threading.Lock()

        def watch() -> None:
            while not over.wait(LOOK_SECONDS):
                if self._is_to_stop():
                    with turn:
                        if not over.is_set():
                            raise_in(worker, JobCancelledError)
                    return

        thread = threading.Thread(target=watch, daemon=True, name=f"cancel-{self.job.pk}")
        thread.start()
        try:
            yield
        finally:
            with turn:
                over.set()
            thread.join()

    def _is_to_stop(self) -> bool:
        try:
            return self.rows().filter(is_cancel_requested=True).exists()
        except DatabaseError as error:
            log.warning("cannot see whether to stop key=%s id=%s: %s", self.job.key, self.job.pk, error)
            return False
        finally:
            connection.close()  # this thread's own

    @contextmanager
    def heartbeat(self) -> Iterator[None]:
        """Renew the lease from a thread while the work goes on."""
        done = threading.Event()
        thread = threading.Thread(target=self._renew_until, args=(done,), daemon=True, name=f"lease-{self.job.pk}")
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()

    def _renew_until(self, done: threading.Event) -> None:
        held = True
        while held and not done.wait(settings.JOB_LEASE_SECONDS / 3):
            try:
                held = self._renew()
            except DatabaseError as error:
                # One beat is missed; the next may still come before the lease is over.
                log.warning("lease not renewed key=%s id=%s: %s", self.job.key, self.job.pk, error)
            finally:
                connection.close()  # this thread's own; a broken one is made anew

    def _renew(self, **also: Any) -> bool:
        """Move the lease of the job and of its seat together; False when either is somebody else's by now.

        A job that slept through its lease may find its seat taken. Going on would be one more than the pool allows.
        """
        until = lease_end()
        with transaction.atomic():
            held = bool(self.rows().update(lease_until=until, **also))
            if held and self.job.pool:
                seat = PoolSeat.objects.filter(job_id=self.job.pk, attempt=self.attempt)
                held = bool(seat.update(lease_until=until))
                transaction.set_rollback(not held)
        return held


def raise_in(thread_id: int, error: type[BaseException]) -> None:
    """Raise an exception in another thread, at its next step in Python."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread_id), ctypes.py_object(error))


def lease_end() -> datetime:
    return timezone.now() + timedelta(seconds=settings.JOB_LEASE_SECONDS)


def job_claim(*, job_id: int) -> JobClaim | None:
    """Take a job that is due, or whose holder's lease is over. None: somebody else has it, it is not due, or its
    pool is full. A job that has used up its attempts is left for the sweep to fail."""
    now = timezone.now()
    due = Q(status=Job.Status.QUEUED) & (Q(not_before=None) | Q(not_before__lte=now))
    abandoned = Q(status=Job.Status.RUNNING, lease_until__lt=now)
    with transaction.atomic():
        changed = Job.objects.filter(due | abandoned, pk=job_id, attempt__lt=settings.JOB_MAX_ATTEMPTS).update(
            status=Job.Status.RUNNING,
            attempt=F("attempt") + 1,
            lease_until=lease_end(),
            worker=f"{socket.gethostname()}:{os.getpid()}",
            started_at=now,
            stage="",
            progress=0,
        )
        if not changed:
            return None
        job = Job.objects.select_related("owner").get(pk=job_id)
        if job.pool and not take_seat(job, now):
            transaction.set_rollback(True)
            return None
        job_event_add(job, JobEvent.Kind.CLAIMED, worker=job.worker)
    return JobClaim(job=job, attempt=job.attempt)


def pool_size(_pool: str) -> int:
    """How many jobs of a pool may run at once over all workers."""
    return int(settings.REFRESH_CONCURRENCY)


def free_seats(pool: str, now: datetime) -> models.QuerySet[PoolSeat]:
    return PoolSeat.objects.filter(Q(job=None) | Q(lease_until__lt=now), pool=pool, number__lte=pool_size(pool))


def ensure_seats(pool: str) -> None:
    PoolSeat.objects.bulk_create(
        [PoolSeat(pool=pool, number=number) for number in range(1, pool_size(pool) + 1)],
        ignore_conflicts=True,
    )


def take_seat(job: Job, now: datetime) -> bool:
    """Sit down in one free seat of the job's pool, by conditional UPDATE; False when all are taken."""
    if PoolSeat.objects.filter(pool=job.pool, number__lte=pool_size(job.pool)).count() < pool_size(job.pool):
        ensure_seats(job.pool)
    for seat in free_seats(job.pool, now).select_related("job"):
        taken = free_seats(job.pool, now).filter(pk=seat.pk)
        if taken.update(job=job, attempt=job.attempt, lease_until=job.lease_until):
            if seat.job is not None and seat.job.pk != job.pk:
                # Whoever counts how many ran at once must see the dead holder stop before this one starts.
                job_event_add(seat.job, JobEvent.Kind.RETRIED, reason="lease over, seat given on")
            return True
    return False


def leave_seat(job: Job, attempt: int) -> None:
    PoolSeat.objects.filter(job=job, attempt=attempt).update(job=None, lease_until=None)
