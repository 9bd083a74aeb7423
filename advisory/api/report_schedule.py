"""Which reports come without asking, and whether by mail."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.people import owner_of
from advisory import mailing
from advisory.models import ReportSchedule
from advisory.services.report_schedule import FIELDS, schedule_get, schedule_set
from transactions.api.strict import refuse_unknown


class ReportScheduleSerializer(serializers.ModelSerializer[ReportSchedule]):
    address = serializers.SerializerMethodField(
        help_text="Where mails go: your own address, and no other. Empty for a household, whose reports are not mailed."
    )
    has_mail_server = serializers.SerializerMethodField()

    class Meta:
        model = ReportSchedule
        fields = [
            "monthly", "quarterly", "yearly", "deliver_by_mail", "mail_contents", "address", "has_mail_server",
        ]  # fmt: skip

    def get_address(self, schedule: ReportSchedule) -> str:
        return "" if schedule.owner.is_ledger else schedule.owner.email

    def get_has_mail_server(self, _schedule: ReportSchedule) -> bool:
        """Without one, mails are files in the data directory of this installation."""
        return mailing.is_leaving()


class ReportScheduleView(APIView):
    """The reports that are written on the first days of months, quarters and years where you live."""

    @extend_schema(responses=ReportScheduleSerializer)
    def get(self, request: Request) -> Response:
        return Response(ReportScheduleSerializer(schedule_get(owner=owner_of(request))).data)

    @extend_schema(request=ReportScheduleSerializer, responses=ReportScheduleSerializer)
    def put(self, request: Request) -> Response:
        """What is left out stays as it is."""
        asked = ReportScheduleSerializer(data=request.data, partial=True)
        refuse_unknown(asked, request.data)
        asked.is_valid(raise_exception=True)
        given: dict[str, Any] = {name: value for name, value in asked.validated_data.items() if name in FIELDS}
        schedule = schedule_set(owner=owner_of(request), **given)
        return Response(ReportScheduleSerializer(schedule).data)
