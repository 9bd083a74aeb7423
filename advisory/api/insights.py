"""/api/insights/."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from advisory.api.fact_links import FindingsViewSet, WithFacts
from advisory.dispatch import analysis_ask_later
from advisory.models import Insight
from advisory.selectors.findings import insight_get, insight_list
from advisory.selectors.retold import insight_retold
from advisory.services.insights import insight_answer
from transactions.ledger.money import to_text

Status = Insight.Status
OPEN = (Status.NEW, Status.SEEN)


class InsightSerializer(WithFacts, serializers.ModelSerializer[Insight]):
    """Something that was noticed. `transactions` are the rows it is about, `peers` those they were held against.
    `title` and `text` are in the reader's language."""

    amount = serializers.SerializerMethodField(help_text="What it is about, negative = leaving.")
    transactions = serializers.ListField(child=serializers.IntegerField())
    peers = serializers.ListField(child=serializers.IntegerField())

    class Meta:
        model = Insight
        fields: ClassVar[list[str]] = [
            "id", "kind", "status", "is_current", "day", "title", "text", "amount", "currency", "score", "p_value",
            "transactions", "peers", "facts", "engine", "noticed_at", "answered_at",
        ]  # fmt: skip
        read_only_fields = fields

    def to_representation(self, row: Insight) -> dict[str, Any]:
        return {**super().to_representation(row), **insight_retold(row, self.context.get("facts", {}))}

    def get_amount(self, row: Insight) -> str:
        return to_text(row.amount_minor, row.currency)


class InsightQuerySerializer(serializers.Serializer[Any]):
    status = serializers.ChoiceField(
        choices=[*Status.values, "open", "all"], default="open", help_text="open: new and seen."
    )
    kind = serializers.ChoiceField(choices=Insight.Kind.choices, required=False)


class InsightViewSet(FindingsViewSet):
    """What the analysis noticed, newest first. Your answers are kept and change what is raised later."""

    serializer_class = InsightSerializer
    queryset = Insight.objects.none()
    ordering = ("-day", "-id")

    @extend_schema(parameters=[InsightQuerySerializer])
    def list(self, request: Request) -> Response:
        asked = self.asked(InsightQuerySerializer)
        rows = insight_list(owner=self.owner)
        if asked["status"] == "open":
            rows = rows.filter(status__in=OPEN, is_current=True)
        elif asked["status"] != "all":
            rows = rows.filter(status=asked["status"])
        return self.page(rows.filter(kind=asked["kind"]) if "kind" in asked else rows)

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(insight_get(owner=self.owner, insight_id=pk))

    def _answer(self, pk: str, status: Insight.Status) -> Response:
        row = insight_get(owner=self.owner, insight_id=pk)
        answered = insight_answer(owner=self.owner, insight_id=row.pk, status=status)
        if status != Status.SEEN:  # looking at it teaches nothing
            analysis_ask_later(owner=self.owner)
        return self.one(answered)

    @extend_schema(request=None, responses=InsightSerializer, description="You have looked at it.")
    @action(detail=True, methods=["post"])
    def seen(self, request: Request, pk: str) -> Response:
        return self._answer(pk, Status.SEEN)

    @extend_schema(
        request=None, responses=InsightSerializer, description="It is as it should be: fewer like it are raised."
    )
    @action(detail=True, methods=["post"])
    def fine(self, request: Request, pk: str) -> Response:
        return self._answer(pk, Status.FINE)

    @extend_schema(request=None, responses=InsightSerializer, description="It was right, and you are done with it.")
    @action(detail=True, methods=["post"])
    def dismiss(self, request: Request, pk: str) -> Response:
        return self._answer(pk, Status.DISMISSED)

    @extend_schema(request=None, responses=InsightSerializer, description="Takes the answer back.")
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, pk: str) -> Response:
        return self._answer(pk, Status.NEW)


router = SimpleRouter()
router.register("insights", InsightViewSet, basename="insight")
urls = router.urls
