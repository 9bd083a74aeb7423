"""/api/demo-household/: made-up data to look around with, in and out of the caller's own ledger."""

from __future__ import annotations

from typing import Any

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.people import owner_of
from transactions import dispatch
from transactions.api.jobs import JobSerializer
from transactions.models import Job
from transactions.selectors.sample import sample_state
from transactions.services.sample_jobs import fill_request, removal_request


class DemoHouseholdSerializer(serializers.Serializer[Any]):
    """Whether the demo household is in the ledger, and what beside it is the caller's own."""

    is_there = serializers.BooleanField()
    is_empty = serializers.BooleanField(help_text="Neither accounts nor transactions: the household may come.")
    rows = serializers.IntegerField(help_text="Transactions of the household.")
    own_rows = serializers.IntegerField(help_text="All other transactions.")
    accounts = serializers.ListField(child=serializers.IntegerField(), help_text="Ids of the household's accounts.")
    job = JobSerializer(allow_null=True, help_text="The job that brings it in or takes it away just now.")


class DemoHouseholdView(APIView):
    permission_classes = [IsAuthenticated]

    @extend_schema(operation_id="demo_household", responses=DemoHouseholdSerializer)
    def get(self, request: Request) -> Response:
        """Is the demo household in my ledger?"""
        return Response(DemoHouseholdSerializer(sample_state(owner=owner_of(request))).data)

    @extend_schema(operation_id="demo_household_fill", request=None, responses={202: JobSerializer})
    def post(self, request: Request) -> Response:
        """Bring the demo household into an empty ledger: three accounts and two years of made-up bank statements,
        through the importer. 409 `not_empty` where there is anything of your own."""
        return answer(*fill_request(owner=owner_of(request)))

    @extend_schema(operation_id="demo_household_remove", request=None, responses={202: JobSerializer})
    def delete(self, request: Request) -> Response:
        """Take the demo household away with all that was found in it. Whatever is your own stays as it is. 409
        `no_demo` where there is none."""
        return answer(*removal_request(owner=owner_of(request)))


def answer(job: Job, is_new: bool) -> Response:
    if is_new:
        dispatch.enqueue(job)
    return Response(JobSerializer(job).data, status=202)


urls = [path("demo-household/", DemoHouseholdView.as_view(), name="demo-household")]
