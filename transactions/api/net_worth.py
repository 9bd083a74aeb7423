"""/api/net-worth/: all accounts together, in one currency."""

from __future__ import annotations

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
from transactions.api.accounts import PERIOD, asked_days
from transactions.api.fields import AmountField
from transactions.ledger.balance_series import STEPS
from transactions.ledger.money import is_currency, to_text
from transactions.ledger.rates import NoRate
from transactions.selectors.summary import base_currency
from transactions.selectors.worth import AccountWorth, NetWorth, net_worth, rate_words


class _NetWorthQuerySerializer(serializers.Serializer[Any]):
    step = serializers.ChoiceField(choices=STEPS, default="month")
    currency = serializers.CharField(required=False, help_text="ISO 4217; the base currency when left out.")

    def validate_currency(self, code: str) -> str:
        if not is_currency(code.upper()):
            raise serializers.ValidationError("This is not an ISO 4217 currency code.")
        return code.upper()


NetWorthQuerySerializer = type(
    "NetWorthQuerySerializer",
    (_NetWorthQuerySerializer,),
    {**PERIOD, "__doc__": "A time, both days included; the last twelve months where nothing is said."},
)


class GroupWorthSerializer(serializers.Serializer[Any]):
    group = serializers.ChoiceField(choices=["assets", "cash", "debt", "investments"])
    amount = AmountField()


class WorthPointSerializer(serializers.Serializer[Any]):
    day = serializers.DateField()
    total = AmountField(help_text="Without what is in `missing`.")
    assets = AmountField(help_text="Accounts that hold something.")
    owed = AmountField(help_text="Accounts below zero; 0 or negative. Both together are the total.")
    groups = GroupWorthSerializer(many=True)
    missing = serializers.ListField(child=serializers.CharField(), help_text="Currencies without a rate that day.")


class AccountWorthSerializer(serializers.Serializer[Any]):
    """One account on the last day. `unrealised` is what the exchange rate alone gained or lost since the rows came."""

    account = serializers.IntegerField()
    name = serializers.CharField()
    currency = serializers.CharField()
    balance = AmountField()
    in_base = AmountField(allow_null=True)
    cost_in_base = AmountField(allow_null=True)
    unrealised = AmountField(allow_null=True)
    rate = serializers.CharField(allow_null=True)
    rate_date = serializers.DateField(allow_null=True)
    rate_path = serializers.CharField(help_text="Which rates took part, or why there is none.")


class CurrencyWorthSerializer(serializers.Serializer[Any]):
    currency = serializers.CharField()
    balance = AmountField()


class MissingRateSerializer(serializers.Serializer[Any]):
    base = serializers.CharField()
    quote = serializers.CharField()
    day = serializers.DateField(help_text="The first day that lacks it.")
    reason = serializers.CharField()


class NetWorthSerializer(serializers.Serializer[Any]):
    """`points` are in `currency`; `by_currency` and `accounts` stand for the last day. What has no rate is left out of
    the totals and named in `missing_rates`."""

    currency = serializers.CharField()
    points = WorthPointSerializer(many=True)
    accounts = AccountWorthSerializer(many=True)
    by_currency = CurrencyWorthSerializer(many=True)
    missing_rates = MissingRateSerializer(many=True)


class NetWorthView(APIView):
    permission_classes = [IsAuthenticated]

    @extend_schema(parameters=[NetWorthQuerySerializer], responses=NetWorthSerializer)
    def get(self, request: Request) -> Response:
        """Net worth over time."""
        query = NetWorthQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        days = asked_days(query.validated_data, timezone.now().date())
        owner = owner_of(request)
        currency = query.validated_data.get("currency") or base_currency(owner=owner)
        step = query.validated_data["step"]
        start = query.validated_data.get("from", days[0])
        return Response(answer(net_worth(owner=owner, start=start, end=days[-1], step=step, currency=currency)))


def answer(found: NetWorth) -> dict[str, Any]:
    code = found.currency
    return {
        "currency": code,
        "points": [
            {
                "day": point.day,
                "total": to_text(point.total, code),
                "assets": to_text(point.assets, code),
                "owed": to_text(point.owed, code),
                "groups": [{"group": name, "amount": to_text(part, code)} for name, part in point.groups.items()],
                "missing": point.missing,
            }
            for point in found.points
        ],
        "accounts": [account_answer(one, code) for one in found.accounts],
        "by_currency": [
            {"currency": currency, "balance": to_text(balance, currency)} for currency, balance in found.by_currency
        ],
        "missing_rates": [missing_answer(one) for one in found.missing_rates],
    }


def account_answer(one: AccountWorth, code: str) -> dict[str, Any]:
    def text(minor: int | None) -> str | None:
        return None if minor is None else to_text(minor, code)

    return {
        "account": one.account.pk,
        "name": one.account.name,
        "currency": one.account.currency,
        "balance": to_text(one.balance, one.account.currency),
        "in_base": text(one.in_base),
        "cost_in_base": text(one.cost_in_base),
        "unrealised": text(one.unrealised),
        "rate": rate_words(one.rate),
        "rate_date": one.rate.day if one.rate else None,
        "rate_path": one.rate.path if one.rate else one.reason,
    }


def missing_answer(one: NoRate) -> dict[str, Any]:
    return {"base": one.base, "quote": one.quote, "day": one.day, "reason": one.reason}


urls = [path("net-worth/", NetWorthView.as_view(), name="net-worth")]
