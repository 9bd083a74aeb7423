"""/api/cash-flow/: from where money came, where it went, and what was saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import path
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.people import owner_of
from transactions.api.accounts import PERIOD, DayField
from transactions.api.fields import AmountField
from transactions.api.net_worth import MissingRateSerializer, missing_answer
from transactions.ledger.money import to_text
from transactions.selectors.cash_flow import BYS, CashFlow, Flow, Key, Span, cash_flow
from transactions.selectors.summary import base_currency
from transactions.services.given import currency_code

SEARCHED = ("payee", "tag")


class _CashFlowQuerySerializer(serializers.Serializer[Any]):
    by = serializers.ChoiceField(choices=BYS, default="category")
    currency = serializers.CharField(required=False, max_length=3, help_text="ISO 4217; the base currency if left out.")
    against_from = DayField(required=False, help_text="First day of another period to set beside it.")
    against_to = DayField(required=False)


CashFlowQuerySerializer = type(
    "CashFlowQuerySerializer",
    (_CashFlowQuerySerializer,),
    {**PERIOD, "__doc__": "A time, both days included; this month where nothing is said."},
)


class FlowSerializer(serializers.Serializer[Any]):
    """inflow + outflow = saved, exactly."""

    inflow = AmountField()
    outflow = AmountField(help_text="Negative.")
    saved = AmountField()
    count = serializers.IntegerField(help_text="Rows, or shares of rows.")


class FlowNodeSerializer(FlowSerializer):
    """What came in and went out by one category, payee, account, or set of tags; `ids` is empty for rows without."""

    ids = serializers.ListField(child=serializers.IntegerField())
    name = serializers.CharField(allow_blank=True)
    q = serializers.CharField(allow_blank=True, help_text="Finds its rows; categories and accounts go by their id.")
    before = FlowSerializer(allow_null=True)


class CashFlowSerializer(FlowSerializer):
    """The totals are the sums of `nodes`, and of their `before`. Rows count on the side of their sign; confirmed
    transfers nowhere. Other currencies: each day's part at the rate of the day."""

    currency = serializers.CharField()
    by = serializers.ChoiceField(choices=BYS)
    against = FlowSerializer(allow_null=True)
    nodes = FlowNodeSerializer(many=True)
    missing_rates = MissingRateSerializer(many=True, help_text="What is left out for want of a rate.")

    def get_fields(self) -> Any:
        return {"from": serializers.DateField(), "to": serializers.DateField(), **super().get_fields()}


class CashFlowView(APIView):
    permission_classes = [IsAuthenticated]

    @extend_schema(parameters=[CashFlowQuerySerializer], responses=CashFlowSerializer)
    def get(self, request: Request) -> Response:
        """Cash flow over a period, and over another one beside it."""
        query = CashFlowQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        asked, owner = query.validated_data, owner_of(request)
        today = timezone.now().date()
        span = _span(asked.get("from"), asked.get("to"), today, "from") or (today.replace(day=1), today)
        against = _span(asked.get("against_from"), asked.get("against_to"), today, "against_from")
        code = currency_code(asked["currency"]) if asked.get("currency") else base_currency(owner=owner)
        found = cash_flow(owner=owner, by=asked["by"], currency=code, span=span, against=against)
        return Response(answer(found, span, has_before=against is not None))


def _span(start: date | None, end: date | None, today: date, name: str) -> Span | None:
    if start is None and end is None:
        return None
    last = end or today
    first = start or last.replace(day=1)
    if first > last:
        raise serializers.ValidationError({name: ["The first day lies after the last."]})
    return first, last


def answer(found: CashFlow, span: Span, *, has_before: bool) -> dict[str, Any]:
    code = found.currency
    tags = sorted({pk for one in found.nodes for pk in one.key})
    return {
        "from": span[0],
        "to": span[1],
        "currency": code,
        "by": found.by,
        **_flow(found.total, code),
        "against": _flow(found.before, code) if has_before else None,
        "nodes": [
            {
                "ids": list(one.key),
                "name": one.name,
                "q": _query(found.by, one.key, tags),
                **_flow(one.flow, code),
                "before": _flow(one.before, code) if has_before else None,
            }
            for one in found.nodes
        ],
        "missing_rates": [missing_answer(one) for one in found.missing],
    }


def _flow(flow: Flow, currency: str) -> dict[str, Any]:
    return {
        "inflow": to_text(flow.inflow, currency),
        "outflow": to_text(flow.outflow, currency),
        "saved": to_text(flow.saved, currency),
        "count": flow.count,
    }


def _query(by: str, key: Key, known: Sequence[int]) -> str:
    """In the language of the search bar. Of several tags: those rows that carry all of them and none of the others."""
    if by not in SEARCHED:
        return ""
    if not key:
        return f"-has:{by}"
    others = [f"-tag:#{pk}" for pk in known if pk not in key] if by == "tag" else []
    return " ".join([*(f"{by}:#{pk}" for pk in key), *others])


urls = [path("cash-flow/", CashFlowView.as_view(), name="cash-flow")]
