"""The only place that rings Celery. The job row is there first; a bell that is not heard is rung again by the sweep."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from transactions.models import Job
from transactions.services.job_kinds import kind_named
from transactions.services.jobs import jobs_mark_rung, pool_next

log = logging.getLogger("spendwise.jobs")


def enqueue(job: Job) -> None:
    """Ring for one job once the surrounding transaction is committed."""
    transaction.on_commit(partial(ring, [job]), robust=True)


def enqueue_pool(pool: str) -> None:
    """Ring for as many of a pool's jobs as it has free seats, after the commit."""
    transaction.on_commit(lambda: ring(pool_next(pool)), robust=True)


def ring(jobs: list[Job]) -> None:
    """Send one message per job. A dead broker is logged, never raised: the rows are the outbox."""
    rung: list[Job] = []
    for job in jobs:
        kind = kind_named(job.kind)
        limits: dict[str, Any] = (
            {} if kind.seconds is None else {"soft_time_limit": kind.seconds, "time_limit": kind.seconds + 60}
        )
        try:
            current_app.send_task(kind.task, args=kind.task_args(job), retry=False, **limits)
        except (OperationalError, RedisError, OSError) as error:
            log.warning("job waits for the broker key=%s id=%s: %s", job.key, job.pk, error)
            break
        rung.append(job)
    jobs_mark_rung(rung)
