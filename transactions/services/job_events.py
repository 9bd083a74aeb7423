"""Durable telemetry: one row per step, a ping for whoever watches, and one readable log line with the job's key."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.db import transaction

from transactions import live
from transactions.models import Job, JobEvent

log = logging.getLogger("spendwise.jobs")


def job_event_add(job: Job, kind: JobEvent.Kind, **detail: Any) -> None:
    """Store one event in the caller's transaction; listeners hear of it after the commit."""
    JobEvent.objects.create(job=job, owner_id=job.owner_id, kind=kind, attempt=job.attempt, detail=detail)
    words = " ".join(f"{name}={value}" for name, value in detail.items())
    log.info("job %s key=%s id=%s attempt=%s %s", kind.value, job.key, job.pk, job.attempt, words)
    transaction.on_commit(partial(live.ping_listeners, job.owner_id), robust=True)
