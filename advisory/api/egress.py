"""/api/egress/: what has left, each request with its exact text."""

from __future__ import annotations

import json
from typing import IO, ClassVar

from django.http import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from advisory.models import EgressEntry
from advisory.selectors.egress import egress_get, egress_list
from transactions.api.base import OwnedViewSet
from transactions.api.files import made_file

FIELDS = [
    "id", "created_at", "purpose", "host", "model", "privacy_level", "status", "error_code", "http_status", "bytes_out",
    "bytes_in", "tokens_in", "tokens_out", "cost", "cost_currency", "report",
]  # fmt: skip
CHUNK = 500


class EgressSerializer(serializers.ModelSerializer[EgressEntry]):
    """One request that left. `status` is pending while it is under way."""

    report = serializers.PrimaryKeyRelatedField(read_only=True, allow_null=True)  # type: ignore[var-annotated]

    class Meta:
        model = EgressEntry
        fields: ClassVar[list[str]] = FIELDS
        read_only_fields = fields


class EgressDetailSerializer(EgressSerializer):
    class Meta(EgressSerializer.Meta):
        fields: ClassVar[list[str]] = [*FIELDS, "payload"]
        read_only_fields = fields


class EgressViewSet(OwnedViewSet):
    """What has left for a language model, newest first. Nothing here can be changed."""

    serializer_class = EgressSerializer
    queryset = EgressEntry.objects.none()
    lookup_value_regex = r"\d+"

    def list(self, request: Request) -> Response:
        return self.page(egress_list(self.owner).defer("payload"))

    @extend_schema(responses=EgressDetailSerializer)
    def retrieve(self, request: Request, pk: str) -> Response:
        return Response(EgressDetailSerializer(egress_get(self.owner, pk)).data)

    @extend_schema(responses={(200, "application/x-ndjson"): OpenApiTypes.BINARY})
    @action(detail=False, methods=["get"])
    def export(self, request: Request) -> HttpResponseBase:
        """All of it, oldest first, one JSON object a line, with the exact texts."""
        rows = egress_list(self.owner).order_by("id")

        def write(target: IO[bytes]) -> None:
            for row in rows.iterator(CHUNK):
                data = EgressDetailSerializer(row).data
                target.write(json.dumps(data, ensure_ascii=False).encode() + b"\n")

        return made_file(write, "egress.jsonl", "application/x-ndjson")


router = SimpleRouter()
router.register("egress", EgressViewSet, basename="egress")
urls = router.urls
