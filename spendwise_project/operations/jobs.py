"""Jobs as their tables tell of them: how many, how long they waited and ran, and which of them failed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min

from spendwise_project.operations.retries import can_retry
from transactions.models import Job
from transactions.selectors.jobs import LIVE

WINDOW = timedelta(days=7)
SEEN_AT_MOST = 5000
"""Of the latest jobs; more would not move a median by what anybody can see."""
FAILED_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds of the jobs of one kind that ended within the window, however they ended."""

    kind: str
    ended: int
    failed: int
    wait_median: float
    wait_p95: float
    run_median: float
    run_p95: float


@dataclass(frozen=True, slots=True)
class Queue:
    """Jobs that may start now. `oldest_seconds` is how long the oldest of them has waited; 0 when nothing waits."""

    depth: int
    later: int
    running: int
    oldest_seconds: float


def counts() -> list[dict[str, Any]]:
    """{kind, status, count} of every job there is a row of."""
    rows = Job.objects.order_by().values("kind", "status").annotate(count=Count("pk")).order_by("kind", "status")
    return [dict(row) for row in rows]


def queue(now: datetime) -> Queue:
    """What waits on purpose, such as the analysis after a burst of edits, is counted apart."""
    queued = Job.objects.filter(status=Job.Status.QUEUED)
    later = queued.filter(not_before__gt=now).count()
    due = queued.exclude(not_before__gt=now).aggregate(depth=Count("pk"), oldest=Min("created_at"))
    oldest = (now - due["oldest"]).total_seconds() if due["oldest"] else 0.0
    running = Job.objects.filter(status=Job.Status.RUNNING).count()
    return Queue(due["depth"], later, running, round(oldest, 1))


def latencies(now: datetime) -> list[Latency]:
    ended = Job.objects.filter(finished_at__gte=now - WINDOW, started_at__isnull=False).order_by("-pk")
    rows = ended.values_list("kind", "status", "created_at", "not_before", "started_at", "finished_at")[:SEEN_AT_MOST]
    waits: dict[str, list[float]] = defaultdict(list)
    runs: dict[str, list[float]] = defaultdict(list)
    failed: dict[str, int] = defaultdict(int)
    for kind, status, made, not_before, began, end in rows:
        if began is None or end is None:
            continue
        waits[kind].append(max(0.0, (began - max(made, not_before or made)).total_seconds()))
        runs[kind].append((end - began).total_seconds())
        failed[kind] += status == Job.Status.FAILED
    return [
        Latency(kind, len(runs[kind]), failed[kind], *shape(waits[kind]), *shape(runs[kind])) for kind in sorted(runs)
    ]


def shape(seconds: Sequence[float]) -> tuple[float, float]:
    """Median and 95th percentile by nearest rank."""
    ordered = sorted(seconds)
    count = len(ordered)
    return round(ordered[(count - 1) // 2], 3), round(ordered[(95 * count + 99) // 100 - 1], 3)


def failed_jobs() -> list[dict[str, object]]:
    """The latest failures with their reasons. An owner is a number: whose it is, only the admin's own pages say."""
    rows = Job.objects.filter(status=Job.Status.FAILED).order_by("-pk")[:FAILED_SHOWN]
    live = set(Job.objects.filter(status__in=LIVE).values_list("key", flat=True))
    return [
        {
            "id": job.pk,
            "kind": job.kind,
            "owner": job.owner_id,
            "stage": job.stage,
            "attempt": job.attempt,
            "error_code": job.error_code,
            "error_message": job.error_message,
            "created_at": job.created_at,
            "finished_at": job.finished_at,
            "can_retry": can_retry(job) and job.key not in live,
        }
        for job in rows
    ]
