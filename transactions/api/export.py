"""/api/export/ and /api/restore/: everything out, and everything back."""

from __future__ import annotations

from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponseBase
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.bodies import JSONParser
from accounts.api.people import owner_of
from accounts.api.schema import refusals
from accounts.errors import DomainError
from transactions import dispatch
from transactions.api.files import AnyFormat, kept_file, made_file
from transactions.api.jobs import JobSerializer
from transactions.api.strict import refuse_unknown
from transactions.models import Job
from transactions.selectors.jobs import is_ledger_job_sized
from transactions.services.export import export_write, journal_write
from transactions.services.export_job import FORMATS, ZIP, ending_of, export_file, export_noted, export_request
from transactions.services.restore_job import restore_do

TYPES = {ZIP: "application/zip"}
JOURNAL_TYPE = "text/plain; charset=utf-8"
FILE = {(200, "application/zip"): OpenApiTypes.BINARY, (200, "text/plain"): OpenApiTypes.BINARY}
LARGE = "Your ledger is too large to wait for. Ask for the file with POST, and fetch it when it is ready."


class ExportGivenSerializer(serializers.Serializer[Any]):
    format = serializers.ChoiceField(
        choices=FORMATS,
        default=ZIP,
        help_text="zip: everything, to be restored; the others: journals for those programs.",
    )


class ExportView(APIView):
    permission_classes = [IsAuthenticated]
    content_negotiation_class = AnyFormat

    @extend_schema(
        operation_id="export",
        parameters=[ExportGivenSerializer],
        responses={**FILE, **refusals(409)},
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Your whole ledger: as a ZIP with all tables, files and their hashes, or as a journal. 409 `large` above what
        the server makes while you wait: then POST."""
        query = ExportGivenSerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        owner, day = owner_of(request), timezone.now().date().isoformat()
        kind = query.validated_data["format"]
        if is_ledger_job_sized(owner=owner):
            raise DomainError("large", LARGE, status=409)

        export_noted(owner=owner, file_format=kind)

        def write(stream: IO[bytes]) -> None:
            if kind == ZIP:
                export_write(owner=owner, stream=stream)
            else:
                journal_write(owner=owner, program=kind, stream=stream)

        return made_file(write, f"spendwise-{day}.{ending_of(kind)}", TYPES.get(kind, JOURNAL_TYPE))

    @extend_schema(operation_id="export_make", request=ExportGivenSerializer, responses={202: JobSerializer})
    def post(self, request: Request) -> Response:
        """Have the file made, whatever its size. The job's `result` says name, size and hashes; fetch it within a day
        from `/api/export/{job}/file/`."""
        given = ExportGivenSerializer(data=request.data)
        refuse_unknown(given, request.data)
        given.is_valid(raise_exception=True)
        job, is_new = export_request(owner=owner_of(request), file_format=given.validated_data["format"])
        if is_new:
            dispatch.enqueue(job)
        return Response(JobSerializer(job).data, status=202)


class ExportFileView(APIView):
    permission_classes = [IsAuthenticated]
    content_negotiation_class = AnyFormat

    @extend_schema(operation_id="export_file", responses={**FILE, **refusals(409, 410)})
    def get(self, request: Request, pk: int) -> HttpResponseBase:
        """The file that a job has made. 409 `not_ready` while it is at work, 410 `gone` after a day."""
        path, name = export_file(owner=owner_of(request), job_id=pk)
        return kept_file(path, name, TYPES[ZIP] if name.endswith(ZIP) else JOURNAL_TYPE)


class RestoreUploadSerializer(serializers.Serializer[Any]):
    file = serializers.FileField(help_text="A ZIP from /api/export/.")


class RestoredRowsSerializer(serializers.Serializer[Any]):
    table = serializers.CharField()
    rows = serializers.IntegerField()


class RestoredSerializer(serializers.Serializer[Any]):
    ledger_hash = serializers.CharField(help_text="The same as in the archive's manifest.")
    tables = RestoredRowsSerializer(many=True)
    files = serializers.IntegerField()


class RestoreView(APIView):
    permission_classes = [IsAuthenticated]
    parser_classes = [MultiPartParser, JSONParser]

    @extend_schema(
        operation_id="restore",
        request={"multipart/form-data": RestoreUploadSerializer},
        responses={201: RestoredSerializer, 202: JobSerializer},
    )
    def post(self, request: Request) -> Response:
        """Put an export back into an account without rows: all of it with the same ledger hash, or nothing. A large one
        is a job's work (202), whose `result` is what is answered to a small one."""
        given = RestoreUploadSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        upload: UploadedFile[bytes] = given.validated_data["file"]
        stream: Any = upload.file
        done = restore_do(owner=owner_of(request), stream=stream, chunks=upload.chunks())
        if isinstance(done, Job):
            dispatch.enqueue(done)
            return Response(JobSerializer(done).data, status=202)
        return Response(done.result, status=201)


urls = [
    path("export/", ExportView.as_view(), name="export"),
    path("export/<int:pk>/file/", ExportFileView.as_view(), name="export-file"),
    path("restore/", RestoreView.as_view(), name="restore"),
]
