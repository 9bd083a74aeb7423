"""How a refresh went, read from the jobs' durable events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Count

from transactions.models import Job, JobEvent

CHUNK = 500
STARTS = {JobEvent.Kind.CLAIMED}
STOPS = {JobEvent.Kind.FINISHED, JobEvent.Kind.FAILED, JobEvent.Kind.CANCELLED, JobEvent.Kind.RETRIED}


def batch_counts(ids: Sequence[int]) -> Counter[str]:
    """How many of these jobs stand at which status."""
    counts: Counter[str] = Counter()
    for chunk in chunks(ids):
        rows = Job.objects.filter(pk__in=chunk).order_by().values_list("status").annotate(count=Count("pk"))
        for status, count in rows:
            counts[status] += count
    return counts


def peak_concurrency(ids: Sequence[int]) -> int:
    """The most jobs that ran at one moment, from claim to end. A killed attempt counts until the job's next claim."""
    running: set[int] = set()
    peak = 0
    for _, job_id, kind in sorted(steps(ids)):
        if kind in STOPS:
            running.discard(job_id)
        else:
            running.add(job_id)
            peak = max(peak, len(running))
    return peak


def steps(ids: Sequence[int]) -> Iterable[tuple[datetime, int, str]]:
    for chunk in chunks(ids):
        yield from JobEvent.objects.filter(job_id__in=chunk, kind__in=STARTS | STOPS).values_list(
            "created_at", "job_id", "kind"
        )


def chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
