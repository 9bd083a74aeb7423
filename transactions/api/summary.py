"""/api/summary/."""

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
from transactions.api.fields import AmountField
from transactions.api.net_worth import MissingRateSerializer, missing_answer
from transactions.ledger.money import to_text
from transactions.selectors.summary import Summary, Totals, summary_for


class SummaryQuerySerializer(serializers.Serializer[Any]):
    """Both days are included; either may be left out."""

    start = serializers.DateField(required=False)
    end = serializers.DateField(required=False)


class MoneySumsSerializer(serializers.Serializer[Any]):
    income = AmountField()
    expense = AmountField(help_text="Negative.")
    net = AmountField(help_text="income + expense")


class CountedSumsSerializer(MoneySumsSerializer):
    count = serializers.IntegerField()


class AccountSumsSerializer(CountedSumsSerializer):
    account = serializers.IntegerField()
    name = serializers.CharField()
    currency = serializers.CharField()


class CategorySumsSerializer(CountedSumsSerializer):
    category = serializers.IntegerField(allow_null=True, help_text="null: uncategorised.")
    name = serializers.CharField()


class CurrencySumsSerializer(CountedSumsSerializer):
    currency = serializers.CharField()


class MonthSumsSerializer(MoneySumsSerializer):
    month = serializers.CharField(help_text="YYYY-MM")


class SummarySerializer(CountedSumsSerializer):
    """Income, expense and net in the base currency. Confirmed transfers count in neither; other currencies stand in
    `by_currency` only. `count` is over all currencies."""

    currency = serializers.CharField(help_text="The base currency.")
    in_base = CountedSumsSerializer(help_text="All currencies together, each row at the rate of its day.")
    missing_rates = MissingRateSerializer(many=True, help_text="What is not in `in_base` for want of a rate.")
    by_account = AccountSumsSerializer(many=True)
    by_category = CategorySumsSerializer(many=True)
    by_currency = CurrencySumsSerializer(many=True)
    by_month = MonthSumsSerializer(many=True)


class SummaryView(APIView):
    permission_classes = [IsAuthenticated]

    @extend_schema(parameters=[SummaryQuerySerializer], responses=SummarySerializer)
    def get(self, request: Request) -> Response:
        query = SummaryQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        return Response(answer(summary_for(owner=owner_of(request), **query.validated_data)))


def answer(summary: Summary) -> dict[str, Any]:
    base = summary.currency
    return {
        **counted(summary.totals, base),
        "count": summary.count,
        "currency": base,
        "in_base": counted(summary.in_base, base),
        "missing_rates": [missing_answer(one) for one in summary.missing_rates],
        "by_account": [
            {"account": row.account, "name": row.name, "currency": row.currency, **counted(row.totals, row.currency)}
            for row in summary.by_account
        ],
        "by_category": [
            {"category": row.category, "name": row.name, **counted(row.totals, base)} for row in summary.by_category
        ],
        "by_currency": [{"currency": code, **counted(totals, code)} for code, totals in summary.by_currency],
        "by_month": [{"month": f"{month:%Y-%m}", **sums(totals, base)} for month, totals in summary.by_month],
    }


def sums(totals: Totals, currency: str) -> dict[str, Any]:
    return {
        "income": to_text(totals.income, currency),
        "expense": to_text(totals.expense, currency),
        "net": to_text(totals.net, currency),
    }


def counted(totals: Totals, currency: str) -> dict[str, Any]:
    return {"count": totals.count, **sums(totals, currency)}


urls = [path("summary/", SummaryView.as_view(), name="summary")]
