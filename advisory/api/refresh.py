"""Asking for a recomputation of one's own data."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.people import owner_of
from advisory.dispatch import refresh_ask
from transactions.api.base import ConditionalView
from transactions.api.jobs import JobSerializer
from transactions.api.strict import refuse_unknown


class RefreshAskSerializer(serializers.Serializer[Any]):
    scope = serializers.CharField(required=False, default="", allow_blank=True, help_text="accounts, users or empty.")
    units = serializers.ListField(child=serializers.CharField(), required=False, default=list)


class RefreshSerializer(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    jobs = JobSerializer(many=True)


class RefreshView(ConditionalView):
    """Recompute balances, rules and report facts from the rows, one job per unit. Joins a refresh under way."""

    throttle_scope = "reports"

    @extend_schema(request=RefreshAskSerializer, responses={202: RefreshSerializer})
    def post(self, request: Request) -> Response:
        asked = RefreshAskSerializer(data=request.data)
        refuse_unknown(asked, request.data)
        asked.is_valid(raise_exception=True)
        jobs = refresh_ask(owner=owner_of(request), **asked.validated_data)
        return Response(RefreshSerializer({"count": len(jobs), "jobs": jobs}).data, status=status.HTTP_202_ACCEPTED)
