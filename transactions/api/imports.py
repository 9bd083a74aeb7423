"""/api/imports/: statement files in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.urls import re_path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.throttling import BaseThrottle

from accounts.api.bodies import JSONParser
from transactions import dispatch
from transactions.api.base import OwnedViewSet
from transactions.api.import_serializers import (
    CommitSerializer,
    ImportLineQuerySerializer,
    ImportLineSerializer,
    ImportSerializer,
    RollbackGivenSerializer,
    RollbackSerializer,
    UploadSerializer,
)
from transactions.models import StatementImport, StatementLine
from transactions.selectors.imports import import_lines
from transactions.selectors.lists import import_get, import_list
from transactions.services.import_undo_preview import import_rollback_preview
from transactions.services.import_upload import too_large
from transactions.services.imports import import_commit, import_preview, import_rollback, import_start

Status = StatementImport.Status
ANSWER = {Status.FAILED: 400, Status.QUEUED: 202, Status.RUNNING: 202, Status.COMMITTED: 201}
RESULTS = {200: ImportSerializer, 201: ImportSerializer, 202: ImportSerializer, 400: ImportSerializer}


class ImportViewSet(OwnedViewSet):
    """Imports of the caller. Without `commit` the answer is a preview, which changes nothing in the ledger."""

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
        description="200 previewed, 201 committed, 202 queued as a job because of its size, 400 refused. With `commit` "
        "and questions open the answer is a preview, unless `accept_assumed`.",
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
            data=upload.chunks(),
            account_id=given.get("account"),
            commit=given["commit"],
            overrides=given.get("overrides"),
            accept_assumed=given["accept_assumed"],
            new_account=given["new_account"],
        )
        return self._answer(record)

    @extend_schema(request={"application/json": CommitSerializer}, responses=RESULTS)
    @action(detail=True, methods=["post"])
    def preview(self, request: Request, pk: str) -> Response:
        """Read the kept file again, with what is said about it now. What is left out stays as it was."""
        record = import_get(owner=self.owner, import_id=pk)
        given = self.given(CommitSerializer)
        return self._answer(import_preview(owner=self.owner, import_id=record.pk, **_said(given)))

    @extend_schema(request={"application/json": CommitSerializer}, responses=RESULTS)
    @action(detail=True, methods=["post"])
    def commit(self, request: Request, pk: str) -> Response:
        """Book it. Questions that the preview showed are taken as assumed; the answers given are remembered."""
        record = import_get(owner=self.owner, import_id=pk)
        given = self.given(CommitSerializer)
        return self._answer(import_commit(owner=self.owner, import_id=record.pk, **_said(given)))

    @extend_schema(request=None, responses=RollbackSerializer, description="What rolling back would take away.")
    @action(detail=True, methods=["get"])
    def rollback(self, request: Request, pk: str) -> Response:
        record = import_get(owner=self.owner, import_id=pk)
        return Response(RollbackSerializer(import_rollback_preview(owner=self.owner, record=record)).data)

    @extend_schema(
        request={"application/json": RollbackGivenSerializer},
        responses=ImportSerializer,
        description="The ledger as it was before the import. 409 `reconciled` when locked rows would go or change, "
        "unless `unlock`.",
    )
    @rollback.mapping.post
    def roll_back(self, request: Request, pk: str) -> Response:
        record = import_get(owner=self.owner, import_id=pk)
        given = self.given(RollbackGivenSerializer)
        return self.one(import_rollback(owner=self.owner, import_id=record.pk, **given))

    def _answer(self, record: StatementImport) -> Response:
        if record.job is not None and record.status == Status.QUEUED:
            dispatch.enqueue(record.job)
        return self.one(record, ANSWER.get(Status(record.status), 200))


def _said(given: dict[str, Any]) -> dict[str, Any]:
    """What the request says; what it leaves out stays as it was said before."""
    names = {"account": "account_id", "overrides": "overrides", "new_account": "new_account"}
    return {names[name]: given[name] for name in names if name in given}


class ImportLineViewSet(OwnedViewSet):
    """The lines of one import, verbatim, with what became of each."""

    serializer_class = ImportLineSerializer
    queryset = StatementLine.objects.none()
    ordering = ("id",)

    @extend_schema(parameters=[ImportLineQuerySerializer])
    def list(self, request: Request, pk: str) -> Response:
        query = ImportLineQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        record = import_get(owner=self.owner, import_id=pk)
        return self.page(import_lines(owner=self.owner, record=record, **query.validated_data))


router = SimpleRouter()
router.register("imports", ImportViewSet, basename="import")
urls = [
    re_path(r"^imports/(?P<pk>[^/.]+)/lines/$", ImportLineViewSet.as_view({"get": "list"}), name="import-lines"),
    *router.urls,
]
