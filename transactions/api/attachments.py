"""/api/attachments/: pictures and PDFs of transactions. They are added at the transaction."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.base import OwnedViewSet
from transactions.ledger.file_kind import FILE_KINDS
from transactions.models import Attachment
from transactions.selectors.lists import attachment_get
from transactions.services.attachments import attachment_bytes, attachment_remove

AS_SENT = OpenApiResponse(OpenApiTypes.BINARY, "The file as it was sent.")


class AttachmentSerializer(serializers.ModelSerializer[Attachment]):
    """A file on a transaction; the file itself is at `file/` below its address."""

    name = serializers.CharField(source="file_name")
    transaction = serializers.IntegerField(source="transaction_id")

    class Meta:
        model = Attachment
        fields: ClassVar[list[str]] = ["id", "transaction", "name", "content_type", "size", "sha256", "created_at"]
        read_only_fields = fields


class AttachmentUploadSerializer(serializers.Serializer[Any]):
    """One picture (PNG, JPEG, WebP, HEIC) or PDF."""

    file = serializers.FileField(allow_empty_file=True, max_length=255)


class AttachmentViewSet(OwnedViewSet):
    """Files of the caller's transactions."""

    serializer_class = AttachmentSerializer
    queryset = Attachment.objects.none()

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(attachment_get(owner=self.owner, attachment_id=pk))

    @extend_schema(description="Undoing the change puts it back for 30 days; then the file is deleted.")
    def destroy(self, request: Request, pk: str) -> Response:
        attachment = attachment_get(owner=self.owner, attachment_id=pk)
        attachment_remove(owner=self.owner, attachment_id=attachment.pk)
        return Response(status=204)

    @extend_schema(responses={(200, kind.content_type): AS_SENT for kind in FILE_KINDS})
    @action(detail=True)
    def file(self, request: Request, pk: str) -> HttpResponse:
        attachment = attachment_get(owner=self.owner, attachment_id=pk)
        answer = HttpResponse(attachment_bytes(attachment), content_type=attachment.content_type)
        # Never shown as a page of ours: downloaded, not sniffed, and nothing in it may run.
        answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=attachment.file_name)
        answer["X-Content-Type-Options"] = "nosniff"
        answer["Cache-Control"] = "private, no-store"
        answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return answer


router = SimpleRouter()
router.register("attachments", AttachmentViewSet, basename="attachment")
urls = router.urls
