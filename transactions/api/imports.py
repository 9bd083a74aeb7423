"""/api/imports/: statement files in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.throttling import BaseThrottle

from transactions import dispatch
from transactions.api.base import OwnedViewSet
from transactions.api.fields import IdField
from transactions.models import StatementImport
from transactions.selectors.lists import import_get, import_list
from transactions.services.imports import import_commit, import_rollback, import_start, too_large

Status = StatementImport.Status
ANSWER = {Status.FAILED: 400, Status.QUEUED: 202, Status.RUNNING: 202, Status.COMMITTED: 201}


class ImportErrorSerializer(serializers.Serializer[Any]):
    line = serializers.IntegerField(allow_null=True, help_text="1-based; null: the file as a whole.")
    field = serializers.CharField()
    message = serializers.CharField()


class ImportAccountSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField(allow_null=True, help_text="null: an account that committing would make.")
    name = serializers.CharField()
    currency = serializers.CharField()
    lines_new = serializers.IntegerField()
    lines_duplicate = serializers.IntegerField()
    closing_balance = serializers.CharField(allow_null=True)


class ImportPreviewSerializer(serializers.Serializer[Any]):
    line = serializers.IntegerField()
    booking_date = serializers.DateField()
    amount = serializers.CharField()
    currency = serializers.CharField()
    counterparty = serializers.CharField()
    description = serializers.CharField()
    is_duplicate = serializers.BooleanField()


class ImportSerializer(serializers.ModelSerializer[StatementImport]):
    """One run over one file. lines_found = lines_new + lines_duplicate + lines_rejected."""

    accounts = ImportAccountSerializer(many=True)
    errors = ImportErrorSerializer(many=True)  # type: ignore[assignment]
    preview = ImportPreviewSerializer(many=True)
    understood = extend_schema_field({"type": "object", "additionalProperties": {"type": "string"}})(
        serializers.JSONField
    )()
    job = serializers.IntegerField(source="job_id", allow_null=True)

    class Meta:
        model = StatementImport
        fields: ClassVar[list[str]] = [
            "id",
            "status",
            "file_name",
            "format",
            "accounts",
            "lines_found",
            "lines_new",
            "lines_duplicate",
            "lines_rejected",
            "errors",
            "understood",
            "preview",
            "job",
            "created_at",
        ]
        read_only_fields = fields


class UploadSerializer(serializers.Serializer[Any]):
    """A file as the bank gave it. Without `account` it finds its account, or makes one."""

    file = extend_schema_field(OpenApiTypes.BINARY)(serializers.FileField)(allow_empty_file=True, max_length=1000)
    account = IdField(required=False, allow_null=True)
    commit = serializers.BooleanField(required=False, default=False)


class CommitSerializer(serializers.Serializer[Any]):
    account = IdField(required=False, allow_null=True)


RESULTS = {200: ImportSerializer, 201: ImportSerializer, 202: ImportSerializer, 400: ImportSerializer}


class ImportViewSet(OwnedViewSet):
    """Imports of the caller, newest first."""

    serializer_class = ImportSerializer
    queryset = StatementImport.objects.none()
    parser_classes = [MultiPartParser, JSONParser]
    throttle_scope = "imports"
    ordering = ("-id",)

    def get_throttles(self) -> list[BaseThrottle]:
        """Only uploads are counted: a page that watches a running import asks often."""
        return super().get_throttles() if self.action == "create" else []

    def list(self, request: Request) -> Response:
        return self.page(import_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(import_get(owner=self.owner, import_id=pk))

    @extend_schema(
        request={"multipart/form-data": UploadSerializer},
        responses=RESULTS,
        description="200 previewed, 201 committed, 202 queued as a job because of its size, 400 refused.",
    )
    def create(self, request: Request) -> Response:
        given = self.given(UploadSerializer)
        if len(request.FILES.getlist("file")) > 1:
            raise serializers.ValidationError({"file": ["Send one file at a time; each is an import of its own."]})
        upload: UploadedFile[bytes] = given["file"]
        if (upload.size or 0) > settings.IMPORT_MAX_BYTES:
            raise too_large(upload.size or 0)
        record = import_start(
            owner=self.owner,
            file_name=upload.name or "",
            data=upload.read(),
            account_id=given.get("account"),
            commit=given["commit"],
        )
        return self._answer(record)

    @extend_schema(request={"application/json": CommitSerializer}, responses=RESULTS)
    @action(detail=True, methods=["post"])
    def commit(self, request: Request, pk: str) -> Response:
        record = import_get(owner=self.owner, import_id=pk)
        account = self.given(CommitSerializer).get("account")
        return self._answer(import_commit(owner=self.owner, import_id=record.pk, account_id=account))

    @extend_schema(request=None, responses=ImportSerializer)
    @action(detail=True, methods=["post"])
    def rollback(self, request: Request, pk: str) -> Response:
        record = import_get(owner=self.owner, import_id=pk)
        return self.one(import_rollback(owner=self.owner, import_id=record.pk))

    def _answer(self, record: StatementImport) -> Response:
        if record.job is not None and record.status == Status.QUEUED:
            dispatch.enqueue(record.job)
        return self.one(record, ANSWER.get(Status(record.status), 200))


router = SimpleRouter()
router.register("imports", ImportViewSet, basename="import")
urls = router.urls
