"""/api/model/: the switch of the optional language model, and what it would be told."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import path
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.people import owner_of
from accounts.models import User
from advisory.api.reports import MonthField
from advisory.models import ModelState
from advisory.narration.model_words.levels import Level
from advisory.selectors.egress import spent_in_month
from advisory.services.model_keys import opened
from advisory.services.model_preview import Preview, model_preview
from advisory.services.model_settings import endpoint_named, setting_change, setting_of, setting_remove
from transactions.api.base import ConditionalView
from transactions.api.strict import refuse_unknown

LEVELS = [int(level) for level in Level]


class ModelUsageSerializer(serializers.Serializer[Any]):
    calls = serializers.IntegerField()
    calls_limit = serializers.IntegerField()
    bytes = serializers.IntegerField()
    bytes_limit = serializers.IntegerField()


class ModelSettingSerializer(serializers.Serializer[Any]):
    is_enabled = serializers.BooleanField()
    reads_questions = serializers.BooleanField(
        help_text="Also questions that are not understood here; they leave then."
    )
    privacy_level = serializers.IntegerField(help_text="0 nothing, 1 labels, 2 also bands, 3 figures and names.")
    base_url = serializers.CharField(help_text="Of your own endpoint; empty: the server's.")
    model = serializers.CharField()
    has_key = serializers.BooleanField(help_text="Whether a key of yours is kept. It is never shown.")
    is_allowed = serializers.BooleanField(help_text="False: the operator lets nothing leave.")
    server_host = serializers.CharField(help_text="Of the endpoint that the server has set; empty: it has none.")
    server_model = serializers.CharField()
    rung = serializers.CharField(help_text="How the endpoint is asked; empty until it was asked once.")
    is_resting = serializers.BooleanField(help_text="It failed several times and is left alone for a while.")
    month = ModelUsageSerializer(help_text="What left in this calendar month.")


class ModelGivenSerializer(serializers.Serializer[Any]):
    is_enabled = serializers.BooleanField(required=False)
    reads_questions = serializers.BooleanField(required=False)
    privacy_level = serializers.ChoiceField(choices=LEVELS, required=False)
    base_url = serializers.CharField(required=False, allow_blank=True, max_length=300)
    model = serializers.RegexField(r"^[^\x00-\x1f\x7f]*$", required=False, allow_blank=True, max_length=120)
    api_key = serializers.RegexField(
        r"^[\x21-\x7e]*$",
        required=False,
        allow_blank=True,
        max_length=500,
        write_only=True,
        help_text="Left out: the one that is kept stays. Empty: it is removed.",
    )


class ModelPreviewAskSerializer(serializers.Serializer[Any]):
    privacy_level = serializers.ChoiceField(choices=LEVELS, required=False, help_text="The level that is set.")


class PreviewedSerializer(serializers.Serializer[Any]):
    section = serializers.CharField()
    bytes = serializers.IntegerField()
    payload = serializers.CharField(help_text="The request's body, to the byte.")


class ModelPreviewSerializer(serializers.Serializer[Preview]):
    report = serializers.IntegerField(source="report.pk", allow_null=True, default=None)
    month = MonthField(source="report.month", allow_null=True, default=None)
    privacy_level = serializers.IntegerField(source="level")
    host = serializers.CharField()
    model = serializers.CharField()
    requests = PreviewedSerializer(many=True)


class ModelView(ConditionalView):
    """Whether a language model puts your reports into words. Off until you switch it on."""

    @extend_schema(responses=ModelSettingSerializer, operation_id="model_retrieve")
    def get(self, request: Request) -> Response:
        return Response(shown(owner_of(request)))

    @extend_schema(request=ModelGivenSerializer, responses=ModelSettingSerializer)
    def put(self, request: Request) -> Response:
        """All of it anew: what is left out is as if it had never been set, but for the key, which stays."""
        whole = {"is_enabled": False, "reads_questions": False, "privacy_level": 0, "base_url": "", "model": ""}
        return self._change(request, whole)

    @extend_schema(request=ModelGivenSerializer, responses=ModelSettingSerializer)
    def patch(self, request: Request) -> Response:
        return self._change(request, {})

    def _change(self, request: Request, whole: dict[str, Any]) -> Response:
        given = ModelGivenSerializer(data=request.data)
        refuse_unknown(given, request.data)
        given.is_valid(raise_exception=True)
        setting_change(owner=owner_of(request), given={**whole, **given.validated_data})  # type: ignore[typeddict-item]
        return Response(shown(owner_of(request)))

    @extend_schema(responses={204: None})
    def delete(self, request: Request) -> Response:
        """End it: nothing leaves any more, and the key is gone."""
        setting_remove(owner=owner_of(request))
        return Response(status=status.HTTP_204_NO_CONTENT)


class ModelPreviewView(ConditionalView):
    """What the newest report would send, to the byte. Nothing is sent."""

    @extend_schema(request=ModelPreviewAskSerializer, responses=ModelPreviewSerializer)
    def post(self, request: Request) -> Response:
        asked = ModelPreviewAskSerializer(data=request.data)
        refuse_unknown(asked, request.data)
        asked.is_valid(raise_exception=True)
        preview = model_preview(owner=owner_of(request), level=asked.validated_data.get("privacy_level"))
        return Response(ModelPreviewSerializer(preview).data)


def shown(owner: User) -> dict[str, Any]:
    setting, now = setting_of(owner), timezone.now()
    endpoint = endpoint_named(setting)
    state = ModelState.objects.filter(key=endpoint.state_key).first() if endpoint else None
    server = bool(settings.MODEL_BASE_URL and settings.MODEL_NAME)
    spent = spent_in_month(owner, now)
    return {
        "is_enabled": setting.is_enabled,
        "reads_questions": setting.reads_questions,
        "privacy_level": setting.privacy_level,
        "base_url": setting.base_url,
        "model": setting.model,
        "has_key": bool(opened(setting.sealed_key)),
        "is_allowed": settings.EGRESS,
        "server_host": server_host() if server else "",
        "server_model": settings.MODEL_NAME if server else "",
        "rung": state.rung if state else "",
        "is_resting": bool(state and state.open_until and state.open_until > now),
        "month": {
            "calls": spent.calls,
            "calls_limit": settings.MODEL_BUDGET_MONTH_CALLS,
            "bytes": spent.bytes,
            "bytes_limit": settings.MODEL_BUDGET_MONTH_BYTES,
        },
    }


def server_host() -> str:
    return str(urlsplit(settings.MODEL_BASE_URL).netloc).rpartition("@")[2]


urls = [
    path("model/", ModelView.as_view(), name="model"),
    path("model/preview/", ModelPreviewView.as_view(), name="model-preview"),
]
