"""/metrics for Prometheus: what stands in the database at this moment, and how long this web process took to answer.

Off unless SPENDWISE_METRICS says `loopback` or `token`. The figures of jobs come from the tables, so that they are true
whoever asks and however many processes work; no user, payee or amount is in them.
"""

from __future__ import annotations

import hmac
import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.conf import settings
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from spendwise_project import views
from spendwise_project.backups import making
from spendwise_project.health import troubles
from transactions.models import Job, StatementImport

LOOPBACK = {"127.0.0.1", "::1"}
REGISTRY = CollectorRegistry()
LATENCY = Histogram(
    "spendwise_request_seconds",
    "Time to the first byte of an answer, by kind of address",
    ("route", "method", "status"),
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
    registry=REGISTRY,
)
PLAIN_WORD = re.compile(r"[a-z][a-z0-9-]*")
KNOWN_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


class TableFigures(Collector):
    """Read anew at every scrape."""

    def collect(self) -> Iterator[Metric]:
        yield from job_figures(datetime.now(UTC))
        imports = GaugeMetricFamily("spendwise_imports", "Statement imports by status", labels=["status"])
        for status, count in counted(StatementImport.objects.order_by(), "status"):
            imports.add_metric([status], count)
        yield imports
        age = making.newest_age_seconds(datetime.now(UTC))
        yield GaugeMetricFamily(
            "spendwise_backup_age_seconds",
            "Age of the newest backup; NaN without one",
            value=float("nan") if age is None else age,
        )
        parts = GaugeMetricFamily("spendwise_part_ok", "1 where a part of /readyz works", labels=["part"])
        for part, trouble in troubles().items():
            parts.add_metric([part], 0 if trouble else 1)
        yield parts


REGISTRY.register(TableFigures())


def job_figures(now: datetime) -> Iterator[Metric]:
    jobs = GaugeMetricFamily("spendwise_jobs", "Jobs by kind and status", labels=["kind", "status"])
    for (kind, status), count in ((row[:2], row[2]) for row in tallied("kind", "status")):
        jobs.add_metric([kind, status], count)
    yield jobs
    queued = Job.objects.filter(status=Job.Status.QUEUED)
    told = queued.aggregate(depth=Count("pk"), oldest=Min("created_at"))
    yield GaugeMetricFamily("spendwise_queue_depth", "Jobs that wait", value=told["depth"])
    oldest = (now - told["oldest"]).total_seconds() if told["oldest"] else 0
    yield GaugeMetricFamily("spendwise_queue_oldest_seconds", "How long the oldest has waited", value=oldest)


def tallied(*names: str) -> list[tuple[Any, ...]]:
    return list(Job.objects.order_by().values_list(*names).annotate(count=Count("pk")).order_by(*names))


def counted(rows: Any, name: str) -> list[tuple[str, int]]:
    return list(rows.values_list(name).annotate(count=Count("pk")).order_by(name))


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """404 for everybody who may not see them, as if they were not there."""
    if not is_allowed(request):
        return views.refusal(request, 404, "not_found", views.NOT_FOUND)
    return HttpResponse(generate_latest(REGISTRY), content_type=CONTENT_TYPE_LATEST)


def is_allowed(request: HttpRequest) -> bool:
    """`loopback`: a direct connection from this machine, with no proxy in between. `token`: the right bearer token."""
    if settings.METRICS == "loopback":
        is_direct = not {"X-Forwarded-For", "Forwarded"} & {name.title() for name in request.headers}
        return is_direct and request.META.get("REMOTE_ADDR") in LOOPBACK
    if settings.METRICS == "token":
        given = request.headers.get("Authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {settings.METRICS_TOKEN}".encode())
    return False


def route_class(request: HttpRequest) -> str:
    """The first two words of a resolved address, e.g. `api/reports`; ids and unknown addresses never make a label."""
    match = request.resolver_match
    if match is None:
        return "other"
    words = [word for word in match.route.split("/") if PLAIN_WORD.fullmatch(word)]
    return "/".join(words[:2]) or "dashboard"


class Latency:
    """Measures every answer that came through Django's routes."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Any:
        if iscoroutinefunction(self):
            return self._later(request)
        began = time.perf_counter()
        return _observed(request, self.get_response(request), began)

    async def _later(self, request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        return _observed(request, await self.get_response(request), began)


def _observed(request: HttpRequest, response: HttpResponseBase, began: float) -> HttpResponseBase:
    method = request.method if request.method in KNOWN_METHODS else "other"
    LATENCY.labels(route_class(request), method, f"{response.status_code // 100}xx").observe(
        time.perf_counter() - began
    )
    return response
