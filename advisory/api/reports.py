"""Reports over HTTP: asking for one, following it, and fetching its files."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import generics, serializers, status
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.people import owner_of
from accounts.errors import NotFoundError
from advisory import storage
from advisory.dispatch import mail_ask, report_ask
from advisory.models import Report, ReportDelivery
from advisory.selectors.reports import report_get, report_list, reports_of
from advisory.services.reports import period_asked
from transactions.api.base import ConditionalView
from transactions.api.pagination import KeysetPagination
from transactions.api.strict import refuse_unknown
from transactions.ledger.period import period_key
from transactions.models import Job

CONTENT_TYPES = {
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
}


class ReportJobSerializer(serializers.ModelSerializer[Job]):
    class Meta:
        model = Job
        fields = ["id", "key", "status", "stage", "progress", "attempt", "error_code", "error_message"]
        read_only_fields = fields


class ReportFilesSerializer(serializers.Serializer[Any]):
    json = serializers.CharField(required=False)
    html = serializers.CharField(required=False)
    pdf = serializers.CharField(required=False)
    csv = serializers.CharField(required=False)


@extend_schema_field({"type": "string", "pattern": r"^\d{4}-\d{2}$"})
class MonthField(serializers.DateField):
    """The first day of a month, written YYYY-MM: no date to a client that believes the schema."""

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%Y-%m", **options)


class ReportDeliverySerializer(serializers.ModelSerializer[ReportDelivery]):
    class Meta:
        model = ReportDelivery
        fields = [
            "status", "contents", "tries", "error_code", "error_message", "next_try_at", "started_at", "sent_at",
            "created_at",
        ]  # fmt: skip
        read_only_fields = fields


class ReportSerializer(serializers.ModelSerializer[Report]):
    month = MonthField(read_only=True)
    period = serializers.SerializerMethodField()
    previous = serializers.IntegerField(source="previous_id", read_only=True, allow_null=True)
    delivery = serializers.SerializerMethodField()
    files = serializers.SerializerMethodField()
    job = ReportJobSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Report
        fields = [
            "id",
            "kind",
            "month",
            "period",
            "version",
            "status",
            "is_partial",
            "is_superseded",
            "previous",
            "is_restated",
            "delivery",
            "is_outdated",
            "language",
            "headline",
            "files",
            "job",
            "created_at",
            "finished_at",
        ]
        read_only_fields = fields

    def get_period(self, report: Report) -> str:
        """2026-10, 2026-Q3 or 2026."""
        return period_key(report.period)

    @extend_schema_field(ReportDeliverySerializer(allow_null=True))
    def get_delivery(self, report: Report) -> dict[str, Any] | None:
        """The one mail of this version; null where none was asked for."""
        delivery = getattr(report, "delivery", None)
        return dict(ReportDeliverySerializer(delivery).data) if delivery else None

    @extend_schema_field(ReportFilesSerializer)
    def get_files(self, report: Report) -> dict[str, str]:
        """Address of each file; empty until the report has succeeded."""
        return {kind: f"/reports-files/{report.pk}/{entry['name']}" for kind, entry in report.files.items()}


class ReportAskSerializer(serializers.Serializer[Any]):
    month = serializers.CharField(
        required=False, allow_null=True, help_text="YYYY-MM; the last full month if both are left out."
    )
    period = serializers.CharField(
        required=False, allow_null=True, help_text="2026-10, 2026-Q3 or 2026, in place of the month."
    )


class ReportListView(ConditionalView, generics.ListAPIView[Report]):
    """Your reports, newest period first, and asking for one."""

    serializer_class = ReportSerializer
    throttle_scope = "reports"

    pagination_class = KeysetPagination
    ordering = ("-month", "-id")

    @extend_schema(
        parameters=[
            OpenApiParameter("month", str, description="YYYY-MM"),
            OpenApiParameter("period", str, description="2026-10, 2026-Q3 or 2026, in place of the month"),
        ]
    )
    def get(self, request: Request, *args: object, **kwargs: object) -> Response:
        return self.list(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Report]:
        owner = owner_of(self.request)
        month, period = (self.request.query_params.get(name) or None for name in ("month", "period"))
        if month is None and period is None:
            return report_list(owner)
        return reports_of(owner, period_asked(owner, month, period))

    @extend_schema(request=ReportAskSerializer, responses={202: ReportSerializer, 200: ReportSerializer})
    def post(self, request: Request) -> Response:
        """Ask for the report of a month, quarter or year. 202 while it is on its way, 200 when nothing has changed
        since the last one."""
        asked = ReportAskSerializer(data=request.data)
        refuse_unknown(asked, request.data)
        asked.is_valid(raise_exception=True)
        said = asked.validated_data
        report, _ = report_ask(owner=owner_of(request), month=said.get("month"), period=said.get("period"))
        is_ready = report.status == Report.Status.SUCCEEDED
        return Response(
            ReportSerializer(report).data, status=status.HTTP_200_OK if is_ready else status.HTTP_202_ACCEPTED
        )


class ReportDetailView(APIView):
    """One report and how far it is."""

    @extend_schema(responses=ReportSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return Response(ReportSerializer(report_get(owner_of(request), pk)).data)


class ReportMailView(APIView):
    """A report by mail to your own address. Each version is mailed once; again only where that failed or nobody knows
    whether it arrived, and only when asked here."""

    throttle_scope = "reports"

    @extend_schema(request=None, responses={202: ReportSerializer, 200: ReportSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """202 when it is to be sent because of this, 200 when it is on its way or was sent already."""
        owner = owner_of(request)
        _, is_sending = mail_ask(owner=owner, report_id=pk)
        answer = ReportSerializer(report_get(owner, pk)).data
        return Response(answer, status=status.HTTP_202_ACCEPTED if is_sending else status.HTTP_200_OK)


class AnyRenderer(BaseRenderer):
    """Lets every Accept header through: the file decides its own type."""

    media_type = "*/*"
    format = "file"

    def render(self, data: Any, *args: Any, **kwargs: Any) -> bytes:
        return bytes(JSONRenderer().render(data))


class ReportFileView(APIView):
    """A report's file, to its owner only. Never cached by anybody in between, never run as a page of this site."""

    renderer_classes = [JSONRenderer, AnyRenderer]

    @extend_schema(responses={(200, kind.partition(";")[0]): OpenApiTypes.BINARY for kind in CONTENT_TYPES.values()})
    def get(self, request: Request, pk: int, name: str) -> HttpResponse:
        report = report_get(owner_of(request), pk)
        kind = next((kind for kind, entry in report.files.items() if entry["name"] == name), None)
        content = storage.read_file(report.folder, name) if kind else None
        if kind is None or content is None:
            raise NotFoundError("file")
        return HttpResponse(
            content,
            content_type=CONTENT_TYPES[kind],
            headers={
                "Cache-Control": "private, no-store",
                "Content-Disposition": f'attachment; filename="spendwise-{period_key(report.period)}.{kind}"',
                "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
            },
        )

    def handle_exception(self, exc: Exception) -> Response:
        """A refusal is JSON, whatever the client would have taken the file as."""
        refusal = super().handle_exception(exc)
        refusal.content_type = "application/json"
        return refusal
