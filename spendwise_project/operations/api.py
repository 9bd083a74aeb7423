"""/api/operations/: the state of the server, for its staff alone."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.urls import path
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAdminUser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from spendwise_project.health import troubles
from spendwise_project.operations import jobs, parts, retries, storage, versions
from transactions.api.jobs import JobSerializer
from transactions.models import Job


class OperationsCountSerializer(serializers.Serializer[Any]):
    kind = serializers.CharField()
    status = serializers.ChoiceField(choices=Job.Status.choices)
    count = serializers.IntegerField()


class OperationsLatencySerializer(serializers.Serializer[Any]):
    """Of jobs that ended in the last seven days, in seconds."""

    kind = serializers.CharField()
    ended = serializers.IntegerField()
    failed = serializers.IntegerField()
    wait_median = serializers.FloatField(help_text="From when it might start until a worker took it.")
    wait_p95 = serializers.FloatField()
    run_median = serializers.FloatField(help_text="From its first claim to its end.")
    run_p95 = serializers.FloatField()


class OperationsQueueSerializer(serializers.Serializer[Any]):
    depth = serializers.IntegerField(help_text="Jobs that may start now.")
    later = serializers.IntegerField(help_text="Jobs that wait for their time.")
    running = serializers.IntegerField()
    oldest_seconds = serializers.FloatField(help_text="How long the first in the queue has waited.")


class OperationsFailedSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    kind = serializers.CharField()
    owner = serializers.IntegerField(help_text="The number of the user.")
    stage = serializers.CharField()
    attempt = serializers.IntegerField()
    error_code = serializers.CharField()
    error_message = serializers.CharField()
    created_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    can_retry = serializers.BooleanField()


class OperationsWorkerSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    heard = serializers.FloatField(
        allow_null=True, help_text="Seconds since its heartbeat; null: known by a job alone."
    )
    jobs = serializers.IntegerField(help_text="Jobs that run there now.")


class OperationsRedisSerializer(serializers.Serializer[Any]):
    ok = serializers.BooleanField()
    milliseconds = serializers.FloatField(allow_null=True)
    version = serializers.CharField(allow_blank=True)
    bytes_used = serializers.IntegerField(allow_null=True)
    messages = serializers.IntegerField(allow_null=True, help_text="Messages that no worker has taken yet.")


class OperationsDatabaseSerializer(serializers.Serializer[Any]):
    ok = serializers.BooleanField()
    engine = serializers.CharField()
    version = serializers.CharField(allow_blank=True)
    milliseconds = serializers.FloatField(allow_null=True)
    bytes_used = serializers.IntegerField(allow_null=True)


class OperationsFolderSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    files = serializers.IntegerField()
    bytes_used = serializers.IntegerField()


class OperationsMediaSerializer(serializers.Serializer[Any]):
    folders = OperationsFolderSerializer(many=True)
    bytes_used = serializers.IntegerField()
    is_partial = serializers.BooleanField(help_text="There are more files than were counted.")
    bytes_free = serializers.IntegerField(allow_null=True)


class OperationsArchiveSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    made_at = serializers.DateTimeField(allow_null=True)
    bytes = serializers.IntegerField()


class OperationsBackupsSerializer(serializers.Serializer[Any]):
    is_on = serializers.BooleanField()
    ok = serializers.BooleanField(help_text="False when they are on and the newest is too old.")
    newest = OperationsArchiveSerializer(allow_null=True)
    age_seconds = serializers.IntegerField(allow_null=True)
    count = serializers.IntegerField()
    bytes_used = serializers.IntegerField()


class OperationsVersionSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    version = serializers.CharField()


class OperationsPartSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    trouble = serializers.CharField(allow_blank=True, help_text="Empty where it works.")


class OperationsSerializer(serializers.Serializer[Any]):
    """The server at one moment. Sizes are bytes, times seconds."""

    seen_at = serializers.DateTimeField()
    parts = OperationsPartSerializer(many=True)
    queue = OperationsQueueSerializer()
    counts = OperationsCountSerializer(many=True)
    latencies = OperationsLatencySerializer(many=True)
    failed = OperationsFailedSerializer(many=True)
    workers = OperationsWorkerSerializer(many=True)
    redis = OperationsRedisSerializer()
    database = OperationsDatabaseSerializer()
    media = OperationsMediaSerializer()
    backups = OperationsBackupsSerializer()
    versions = OperationsVersionSerializer(many=True)
    engines = OperationsVersionSerializer(many=True)


class OperationsView(APIView):
    permission_classes = [IsAdminUser]

    @extend_schema(operation_id="operations", responses=OperationsSerializer)
    def get(self, request: Request) -> Response:
        """Jobs, workers, parts, storage, versions and backups. 403 for everybody but staff."""
        return Response(OperationsSerializer(state()).data)


class OperationsRetryView(APIView):
    permission_classes = [IsAdminUser]
    queryset = Job.objects.none()  # tells the schema the type of the path's id

    @extend_schema(operation_id="operations_job_retry", request=None, responses={202: JobSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Ask once more for what a failed job was to do. 409 `not_again` where only its owner can."""
        return Response(JobSerializer(retries.job_again(pk)).data, status=202)


def state() -> dict[str, Any]:
    now = timezone.now()
    redis = parts.redis_state()
    return {
        "seen_at": now,
        "parts": [{"name": name, "trouble": trouble} for name, trouble in troubles(is_redis_away=not redis.ok).items()],
        "queue": asdict(jobs.queue(now)),
        "counts": jobs.counts(),
        "latencies": [asdict(one) for one in jobs.latencies(now)],
        "failed": jobs.failed_jobs(),
        "workers": [asdict(one) for one in parts.workers(now)],
        "redis": asdict(redis),
        "database": asdict(parts.database_state()),
        "media": asdict(storage.media()),
        "backups": storage.backups(now),
        "versions": versions.versions(),
        "engines": versions.engines(),
    }


urlpatterns = [
    path("operations/", OperationsView.as_view(), name="operations"),
    path("operations/jobs/<int:pk>/retry/", OperationsRetryView.as_view(), name="operations-job-retry"),
]
