"""How good are we? The published figures over HTTP, for everybody."""

from __future__ import annotations

from typing import Any

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from advisory.selectors.scores import scores_published

UNITS = ("share", "ratio", "count", "s", "MB")
KEPT = "public, max-age=3600"


class ScoreTargetSerializer(serializers.Serializer[Any]):
    """Both bounds are included; one of them may be missing."""

    at_least = serializers.FloatField(allow_null=True)
    at_most = serializers.FloatField(allow_null=True)


class ScoreBaselineSerializer(serializers.Serializer[Any]):
    """What a simpler rule, or one as other programs use it, reaches on the same data."""

    name = serializers.CharField()
    value = serializers.FloatField()


class ScoreFigureSerializer(serializers.Serializer[Any]):
    key = serializers.CharField()
    name = serializers.CharField()
    value = serializers.FloatField(allow_null=True, help_text="Null where it could not be measured: `note` says why.")
    unit = serializers.ChoiceField(choices=UNITS, help_text="A share is 0 to 1; a ratio is a plain number.")
    is_met = serializers.BooleanField(allow_null=True, help_text="Null without a target or a value.")
    target = ScoreTargetSerializer(allow_null=True)
    n = serializers.IntegerField(help_text="Sample size: how many of `counted` the value is a share or mean of.")
    counted = serializers.CharField()
    low = serializers.FloatField(allow_null=True, help_text="Lower end of the 95 % interval.")
    high = serializers.FloatField(allow_null=True)
    data = serializers.CharField(  # type: ignore[assignment]  # declared fields leave the class body
        allow_blank=True, help_text="What it was measured on."
    )
    baselines = ScoreBaselineSerializer(many=True)
    note = serializers.CharField(allow_blank=True)


class ScoreGroupSerializer(serializers.Serializer[Any]):
    key = serializers.CharField()
    name = serializers.CharField()
    met = serializers.IntegerField()
    missed = serializers.IntegerField()
    figures = ScoreFigureSerializer(many=True)


class ScoresSerializer(serializers.Serializer[Any]):
    """`is_measured` is false where this version ships no figures."""

    is_measured = serializers.BooleanField()
    count = serializers.IntegerField()
    with_target = serializers.IntegerField()
    met = serializers.IntegerField()
    missed = serializers.IntegerField()
    unmeasured = serializers.IntegerField()
    groups = ScoreGroupSerializer(many=True)


class ScoresView(APIView):
    """How often the engines are right, measured on data whose truth is known: figure, target, sample, interval."""

    authentication_classes = ()
    permission_classes = [AllowAny]

    @extend_schema(responses=ScoresSerializer, auth=[])
    def get(self, _request: Request) -> Response:
        return Response(ScoresSerializer(scores_published()).data, headers={"Cache-Control": KEPT})


urls = [path("scores/", ScoresView.as_view(), name="scores")]
