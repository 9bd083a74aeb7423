"""/api/forecast/ and /api/health-score/: where things stand and where they are going."""

from __future__ import annotations

from collections.abc import Mapping
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
from advisory.api.spoken import Spoken
from advisory.models import ForecastRun, HealthScore
from advisory.narration.terms import term
from advisory.selectors.findings import (
    account_names,
    category_names,
    facts_named,
    forecast_currencies,
    forecast_newest,
    health_list,
)
from advisory.selectors.retold import indicator_retold
from transactions.selectors.summary import base_currency
from transactions.services.given import currency_code

NOT_YET = "Nothing has been analysed yet. Import a statement; the analysis follows by itself."
HISTORY = 24


class CashDaySerializer(serializers.Serializer[Any]):
    """What stands on the accounts at the end of a day; `low` and `high` are null where no band can be given."""

    date = serializers.DateField()
    low = serializers.CharField(allow_null=True)
    mid = serializers.CharField()
    high = serializers.CharField(allow_null=True)


class HorizonSerializer(CashDaySerializer):
    days = serializers.IntegerField()


class AccountForecastSerializer(serializers.Serializer[Any]):
    account = serializers.IntegerField()
    account_name = serializers.CharField()
    start = serializers.CharField()
    lowest = CashDaySerializer(allow_null=True)
    horizons = HorizonSerializer(many=True)
    daily = CashDaySerializer(many=True)


class PaymentSerializer(serializers.Serializer[Any]):
    """What a series will bring; `evidence` is the transaction it was seen in last."""

    date = serializers.DateField()
    amount = serializers.CharField()
    account = serializers.CharField()
    evidence = serializers.IntegerField()


class MonthAheadSerializer(serializers.Serializer[Any]):
    month = serializers.CharField(help_text="YYYY-MM")
    low = serializers.CharField(allow_null=True)
    mid = serializers.CharField()
    high = serializers.CharField(allow_null=True)


class MonthsTestedSerializer(serializers.Serializer[Any]):
    """How it did on your own past, up to `horizon` months ahead."""

    horizon = serializers.IntegerField()
    mase = serializers.FloatField(allow_null=True)
    coverage = serializers.FloatField(allow_null=True)
    n = serializers.IntegerField()
    beats_naive = serializers.BooleanField(allow_null=True)


class CategoryMonthsSerializer(serializers.Serializer[Any]):
    """The months to come in one category; `category` is null for all together. `method` naive: as it was before."""

    category = serializers.IntegerField(allow_null=True)
    category_name = serializers.CharField(allow_blank=True)
    method = serializers.CharField()
    backtest = MonthsTestedSerializer()
    months = MonthAheadSerializer(many=True)


class BacktestSerializer(serializers.Serializer[Any]):
    """How the same method did on your own past. `coverage`: the part of `windows` whose truth lay inside the band."""

    mase = serializers.FloatField(allow_null=True)
    coverage = serializers.FloatField(allow_null=True)
    windows = serializers.IntegerField()
    beats_naive = serializers.BooleanField(allow_null=True)
    says = serializers.CharField()


class ForecastSerializer(serializers.Serializer[Any]):
    """`is_change`: no opening balance is known, so amounts are what is added. `reason`: why it is empty."""

    currency = serializers.CharField()
    currencies = serializers.ListField(child=serializers.CharField(), help_text="Those that there is a forecast for.")
    reason = serializers.CharField()
    as_of = serializers.DateField(allow_null=True, help_text="Last day seen.")
    horizon_days = serializers.IntegerField()
    is_change = serializers.BooleanField()
    start = serializers.CharField(allow_null=True)
    lowest = CashDaySerializer(allow_null=True)
    horizons = HorizonSerializer(many=True)
    daily = CashDaySerializer(many=True)
    accounts = AccountForecastSerializer(many=True)
    payments = PaymentSerializer(many=True, help_text="What series will bring, in order of days.")
    shortfall = serializers.FloatField(allow_null=True, help_text="Probability to fall below zero within a month.")
    method = serializers.CharField(allow_blank=True)
    months = CategoryMonthsSerializer(many=True)
    backtest = BacktestSerializer()
    facts = FactLinkSerializer(many=True)
    engine = serializers.CharField()
    made_at = serializers.DateTimeField(allow_null=True)


class ForecastQuerySerializer(serializers.Serializer[Any]):
    currency = serializers.CharField(required=False, max_length=3, help_text="Your base currency if left out.")


class ForecastView(Spoken):
    """The newest forecast of your cash, for all accounts of one currency together and one by one."""

    permission_classes = [IsAuthenticated]

    @extend_schema(parameters=[ForecastQuerySerializer], responses=ForecastSerializer)
    def get(self, request: Request) -> Response:
        owner = owner_of(request)
        asked = ForecastQuerySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data.get("currency")
        currency = currency_code(given) if given else base_currency(owner=owner)
        run = forecast_newest(owner=owner, currency=currency)
        return Response(ForecastSerializer(told_forecast(owner, currency, run)).data)


def told_forecast(owner: User, currency: str, run: ForecastRun | None) -> dict[str, Any]:
    cash: Mapping[str, Any] = run.cash if run else {}
    names = account_names(owner=owner)
    accounts = [
        {"account": int(pk), "account_name": names[int(pk)], **one, "horizons": horizons(one)}
        for pk, one in cash.get("accounts", {}).items()
        if pk.isdecimal() and int(pk) in names
    ]
    return {
        "currency": currency,
        "currencies": forecast_currencies(owner=owner),
        "reason": "" if run else term(NOT_YET),
        "as_of": run.as_of if run else None,
        "horizon_days": run.horizon_days if run else 0,
        "is_change": run.is_change if run else False,
        "start": cash.get("start"),
        "lowest": cash.get("lowest"),
        "horizons": horizons(cash),
        "daily": cash.get("daily", []),
        "accounts": accounts,
        "payments": cash.get("payments", []),
        "shortfall": cash.get("shortfall"),
        "method": cash.get("method", ""),
        "months": told_months(owner, run),
        "backtest": told_backtest(run),
        "facts": fact_links(run.facts, facts_named(owner, [run])) if run else [],
        "engine": run.engine if run else "",
        "made_at": run.made_at if run else None,
    }


def told_months(owner: User, run: ForecastRun | None) -> list[dict[str, Any]]:
    """Of categories that are still there; all together first."""
    names = category_names(owner=owner)
    lines = run.months if run else []
    return [
        {**line, "category_name": names.get(line["category"], "")}
        for line in lines
        if line["category"] is None or line["category"] in names
    ]


def horizons(cash: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"days": int(days), **day} for days, day in cash.get("horizons", {}).items()]


def told_backtest(run: ForecastRun | None) -> dict[str, Any]:
    """`says`: in words, and honest where the method was not tried or did not beat repeating the past."""
    if run is None or not run.windows:
        says = "Your history is too short to try this on your own past."
    elif run.beats_naive:
        says = "On your own past it was closer than repeating what was before."
    else:
        says = "On your own past it was not closer than repeating what was before. Take it with a grain of salt."
    return {
        "mase": run.mase if run else None,
        "coverage": run.coverage if run else None,
        "windows": run.windows if run else 0,
        "beats_naive": run.beats_naive if run else None,
        "says": term(says),
    }


class PillarSerializer(serializers.Serializer[Any]):
    """spend, save, borrow or plan. Without a known indicator it has no score and no weight."""

    key = serializers.CharField()
    score = serializers.FloatField(allow_null=True)
    weight = serializers.FloatField()


class HealthIndicatorSerializer(serializers.Serializer[Any]):
    """`verdict`: good, fair, weak, or none with what is missing. `contribution`: points of the change it explains, of
    every one that was known in either month; together they are the change. `points` and `weight` make up the score; an
    indicator without points is told and does not enter it."""

    key = serializers.CharField()
    name = serializers.CharField()
    pillar = serializers.CharField(allow_blank=True)
    value = serializers.CharField(allow_null=True)
    unit = serializers.CharField(allow_blank=True)
    verdict = serializers.CharField()
    missing = serializers.CharField(allow_blank=True)
    says = serializers.CharField(help_text="What it rests on, or what it needs.")
    basis = serializers.CharField(help_text="Where its bands come from.")
    points = serializers.FloatField(allow_null=True)
    weight = serializers.FloatField()
    contribution = serializers.FloatField(allow_null=True)
    facts = FactLinkSerializer(many=True)


class PastScoreSerializer(serializers.Serializer[HealthScore]):
    as_of = serializers.DateField()
    score = serializers.FloatField(allow_null=True)


class HealthScoreSerializer(serializers.Serializer[Any]):
    """`score` is null where there is too little to judge by; `reason` says what is missing."""

    as_of = serializers.DateField(allow_null=True, help_text="Last day of the last full month.")
    score = serializers.FloatField(allow_null=True)
    score_low = serializers.FloatField(allow_null=True)
    score_high = serializers.FloatField(allow_null=True)
    reason = serializers.CharField(allow_blank=True)
    known = serializers.IntegerField(help_text="Indicators that enter the score.")
    possible = serializers.IntegerField(help_text="Indicators that could, with all the data they need.")
    change = serializers.FloatField(allow_null=True, help_text="Against the month before.")
    pillars = PillarSerializer(many=True)
    indicators = HealthIndicatorSerializer(many=True)
    history = PastScoreSerializer(many=True, help_text="By month, the newest first, computed from today's rows.")
    facts = FactLinkSerializer(many=True, help_text="The score, its range, its change and what they are made of.")
    engine = serializers.CharField(allow_blank=True)


class HealthScoreView(Spoken):
    """The indicators of your financial health, and a score where there is enough to give one."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=HealthScoreSerializer)
    def get(self, request: Request) -> Response:
        owner = owner_of(request)
        rows = list(health_list(owner=owner)[:HISTORY])
        return Response(HealthScoreSerializer(told_health(owner, rows)).data)


UNTOLD = {"name": "", "missing": "", "says": "", "basis": "", "points": None, "weight": 0.0}
"""What a row of an earlier engine does not hold; the next analysis does."""


def _of_score(named: Mapping[str, str]) -> dict[str, str]:
    """Those of the whole; each indicator has its own beside it."""
    parts = ("score", "score_low", "score_high", "change")
    return {
        name: pk
        for name, pk in named.items()
        if name in parts or name.startswith("pillar.") or name.endswith((".points", ".contribution"))
    }


def told_health(owner: User, rows: list[HealthScore]) -> dict[str, Any]:
    row = rows[0] if rows else None
    facts = facts_named(owner, [row]) if row else {}
    indicators = [
        {
            **UNTOLD,
            **one,
            **indicator_retold({**UNTOLD, **one}, facts),
            "facts": fact_links({str(place): pk for place, pk in enumerate(one["facts"], start=1)}, facts),
        }
        for one in (row.indicators if row else [])
    ]
    return {
        "as_of": row.as_of if row else None,
        "score": row.score if row else None,
        "score_low": row.score_low if row else None,
        "score_high": row.score_high if row else None,
        "reason": term(row.reason if row else NOT_YET),
        "known": row.known if row else 0,
        "possible": row.possible if row else 0,
        "change": row.change if row else None,
        "pillars": row.pillars if row else [],
        "indicators": indicators,
        "history": rows,
        "facts": fact_links(_of_score(row.facts), facts) if row else [],
        "engine": row.engine if row else "",
    }


urls = [
    path("forecast/", ForecastView.as_view(), name="forecast"),
    path("health-score/", HealthScoreView.as_view(), name="health-score"),
]
