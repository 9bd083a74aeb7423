"""/api/export/ and /api/restore/: everything out, and everything back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponseBase
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.people import owner_of
from accounts.models import User
from transactions.api.files import AnyFormat, made_file
from transactions.ledger.journal_beancount import beancount_lines
from transactions.ledger.journal_book import JournalBook
from transactions.ledger.journal_hledger import hledger_lines
from transactions.selectors.journal import journal_book
from transactions.services.export import export_write
from transactions.services.restore import export_restore

JOURNALS: dict[str, tuple[Callable[[JournalBook], Iterator[str]], str]] = {
    "beancount": (beancount_lines, "beancount"),
    "hledger": (hledger_lines, "journal"),
}


class ExportQuerySerializer(serializers.Serializer[Any]):
    format = serializers.ChoiceField(
        choices=["zip", *JOURNALS],
        default="zip",
        help_text="zip: everything, to be restored; the others: journals for those programs.",
    )


class ExportView(APIView):
    permission_classes = [IsAuthenticated]
    content_negotiation_class = AnyFormat

    @extend_schema(
        operation_id="export",
        parameters=[ExportQuerySerializer],
        responses={(200, "application/zip"): OpenApiTypes.BINARY, (200, "text/plain"): OpenApiTypes.BINARY},
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Your whole ledger: as a ZIP with all tables, files and their hashes, or as a journal."""
        query = ExportQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        owner, day = owner_of(request), timezone.now().date().isoformat()
        kind = query.validated_data["format"]
        if kind == "zip":
            return made_file(
                lambda stream: export_write(owner=owner, stream=stream), f"spendwise-{day}.zip", "application/zip"
            )
        return journal_file(owner, kind, day)


def journal_file(owner: User, kind: str, day: str) -> HttpResponseBase:
    lines, ending = JOURNALS[kind]

    def write(stream: IO[bytes]) -> None:
        stream.writelines(f"{line}\n".encode() for line in lines(journal_book(owner=owner)))

    return made_file(write, f"spendwise-{day}.{ending}", "text/plain; charset=utf-8")


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
        responses={201: RestoredSerializer},
    )
    def post(self, request: Request) -> Response:
        """Put an export back into an account without rows: all of it with the same ledger hash, or nothing."""
        given = RestoreUploadSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        upload: UploadedFile[bytes] = given.validated_data["file"]
        done = export_restore(owner=owner_of(request), stream=upload.file)  # type: ignore[arg-type]  # a binary file
        tables = [{"table": name, "rows": count} for name, count in sorted(done.rows.items())]
        return Response({"ledger_hash": done.ledger_hash, "tables": tables, "files": done.files}, status=201)


urls = [
    path("export/", ExportView.as_view(), name="export"),
    path("restore/", RestoreView.as_view(), name="restore"),
]
