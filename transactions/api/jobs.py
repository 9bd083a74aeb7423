"""Jobs over HTTP: what runs, what ran, and stopping it."""

from __future__ import annotations

from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.people import owner_of
from accounts.errors import DomainError
from transactions.api.pagination import KeysetPagination
from transactions.models import Job, JobEvent
from transactions.selectors.jobs import job_get, job_list
from transactions.services.jobs import job_cancel


@extend_schema_field(OpenApiTypes.OBJECT)
class DetailField(serializers.JSONField):
    """An object whose members are the business of each kind of job."""


class JobEventSerializer(serializers.ModelSerializer[JobEvent]):
    detail = DetailField(read_only=True)

    class Meta:
        model = JobEvent
        fields = ["id", "kind", "attempt", "detail", "created_at"]
        read_only_fields = fields


class JobSerializer(serializers.ModelSerializer[Job]):
    result = DetailField(read_only=True, allow_null=True, help_text="What came of it; of each kind its own.")

    class Meta:
        model = Job
        fields = [
            "id",
            "kind",
            "key",
            "status",
            "stage",
            "progress",
            "attempt",
            "trigger",
            "error_code",
            "error_message",
            "is_cancel_requested",
            "result",
            "created_at",
            "started_at",
            "finished_at",
        ]
        read_only_fields = fields


class JobDetailSerializer(JobSerializer):
    events = JobEventSerializer(many=True, read_only=True)

    class Meta(JobSerializer.Meta):
        fields = [*JobSerializer.Meta.fields, "events"]
        read_only_fields = fields


class JobListView(generics.ListAPIView[Job]):
    """Your jobs, newest first."""

    serializer_class = JobSerializer
    pagination_class = KeysetPagination
    ordering = ("-id",)
    queryset = Job.objects.none()  # tells the schema the type of the path's id

    @extend_schema(
        parameters=[
            OpenApiParameter("status", str, enum=Job.Status.values),
            OpenApiParameter("kind", str, description="Such as export, restore, statement_import."),
        ]
    )
    def get(self, request: Request, *args: object, **kwargs: object) -> Response:
        return self.list(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Job]:
        status = self.request.query_params.get("status", "")
        if status and status not in Job.Status.values:
            message = f"Choose one of {', '.join(Job.Status.values)}."
            raise DomainError("invalid", message, fields={"status": [message]})
        return job_list(owner_of(self.request), status, self.request.query_params.get("kind", ""))


class JobDetailView(APIView):
    """One job with every step it took."""

    @extend_schema(responses=JobDetailSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return Response(JobDetailSerializer(job_get(owner_of(request), pk)).data)


class JobCancelView(APIView):
    """Stop a job: at once while it is queued, at its next stage while it runs."""

    @extend_schema(request=None, responses=JobSerializer)
    def post(self, request: Request, pk: int) -> Response:
        return Response(JobSerializer(job_cancel(owner=owner_of(request), job_id=pk)).data)
