"""/api/drivers/: why a month cost more or less than the month before, or than a usual one."""

from __future__ import annotations

from typing import Any

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.people import owner_of
from accounts.models import User
from advisory.api.fact_links import FactLinkSerializer, fact_links
from advisory.api.outlook import NOT_YET
from advisory.api.spoken import Spoken
from advisory.models import Fact, MonthDrivers
from advisory.narration.health import needs
from advisory.narration.terms import term
from advisory.selectors.findings import drivers_list, facts_named
from advisory.selectors.retold import driver_retold
from transactions.ledger.period import MONTH_PATTERN, parse_month
from transactions.selectors.summary import base_currency

NOT_TOLD = "This is told for the newest full months only."


class DriverLineSerializer(serializers.Serializer[Any]):
    """One group. Amounts are signed: spending is negative, so a negative change is more spent. `count` (more or fewer
    payments), `mix` (other payees) and `price` (dearer or cheaper payments) add up to `change`. The last line may hold
    everything else (key `others`), so that the changes of all lines are the change of the month."""

    key = serializers.CharField()
    name = serializers.CharField()
    before = serializers.CharField()
    now = serializers.CharField()
    change = serializers.CharField()
    count = serializers.CharField()
    mix = serializers.CharField()
    price = serializers.CharField()
    payments_before = serializers.CharField(help_text="How many; of a usual month the mean.")
    payments_now = serializers.CharField()
    says = serializers.CharField()
    facts = FactLinkSerializer(many=True)


class DriversSerializer(serializers.Serializer[Any]):
    """`reason` says why there are no lines. `months`: those that can be asked for, the newest first."""

    month = serializers.CharField(allow_null=True, help_text="YYYY-MM")
    months = serializers.ListField(child=serializers.CharField())
    by = serializers.CharField()
    against = serializers.CharField()
    currency = serializers.CharField()
    reason = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_null=True)
    now = serializers.CharField(allow_null=True)
    change = serializers.CharField(allow_null=True)
    lines = DriverLineSerializer(many=True)
    facts = FactLinkSerializer(many=True)
    engine = serializers.CharField(allow_blank=True)


class DriversQuerySerializer(serializers.Serializer[Any]):
    month = serializers.RegexField(
        MONTH_PATTERN, required=False, max_length=7, help_text="YYYY-MM; the newest full month if left out."
    )
    by = serializers.ChoiceField(MonthDrivers.By.choices, default=MonthDrivers.By.CATEGORY)
    against = serializers.ChoiceField(MonthDrivers.Against.choices, default=MonthDrivers.Against.PREVIOUS)

    def validate_month(self, value: str) -> str:
        try:
            return parse_month(value).month_key
        except ValueError as error:
            raise serializers.ValidationError(str(error)) from None


class DriversView(Spoken):
    """What was different: the exact split of a month's change in spending, line by line."""

    permission_classes = [IsAuthenticated]

    @extend_schema(parameters=[DriversQuerySerializer], responses=DriversSerializer)
    def get(self, request: Request) -> Response:
        owner = owner_of(request)
        asked = DriversQuerySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        return Response(DriversSerializer(told_drivers(owner, asked.validated_data)).data)


def told_drivers(owner: User, asked: dict[str, Any]) -> dict[str, Any]:
    rows = list(drivers_list(owner=owner).filter(by=asked["by"], against=asked["against"]))
    months = [f"{row.month:%Y-%m}" for row in rows]
    wanted = asked.get("month") or (months[0] if months else None)
    row = next((one for one, month in zip(rows, months, strict=True) if month == wanted), None)
    facts = facts_named(owner, [row]) if row else {}
    content = row.content if row else {}
    return {
        "month": wanted,
        "months": months,
        "by": asked["by"],
        "against": asked["against"],
        "currency": row.currency if row else base_currency(owner=owner),
        "reason": _reason(row, is_analysed=bool(rows)),
        **{name: content[name] if content.get("lines") else None for name in ("before", "now", "change")},
        "lines": [_line(row, place, line, facts) for place, line in enumerate(content.get("lines", []))],
        "facts": fact_links({name: pk for name, pk in row.facts.items() if "." not in name}, facts) if row else [],
        "engine": row.engine if row else "",
    }


def _reason(row: MonthDrivers | None, *, is_analysed: bool) -> str:
    if row is None:
        return term(NOT_TOLD if is_analysed else NOT_YET)
    return needs(row.content["missing"])


def _line(row: MonthDrivers | None, place: int, line: dict[str, Any], facts: dict[str, Fact]) -> dict[str, Any]:
    begin = f"{place}."
    own = {name.removeprefix(begin): pk for name, pk in row.facts.items() if name.startswith(begin)} if row else {}
    told = driver_retold(line, facts.get(own.get("change", "")))
    return {**line, **told, "facts": fact_links(own, facts)}


urls = [path("drivers/", DriversView.as_view(), name="drivers")]
