"""/api/suggestions/: the queue of categories that were worked out."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from advisory.models import Suggestion
from advisory.selectors.findings import category_names, suggestion_get, suggestion_list
from advisory.services.suggestions import suggestion_accept, suggestion_refuse
from transactions.api.base import OwnedViewSet
from transactions.api.fields import IdField
from transactions.ledger.money import to_text
from transactions.models import Transaction

Status = Suggestion.Status


class SuggestedRowSerializer(serializers.Serializer[Transaction]):
    """The transaction that it is about."""

    id = serializers.IntegerField(source="pk")
    booking_date = serializers.DateField()
    amount = serializers.SerializerMethodField()
    currency = serializers.CharField()
    payee_name = serializers.CharField(source="payee.name", default="")
    counterparty = serializers.CharField()
    description = serializers.CharField()
    account = serializers.IntegerField(source="account_id")
    account_name = serializers.CharField(source="account.name")

    def get_amount(self, txn: Transaction) -> str:
        return to_text(txn.amount_minor, txn.currency)


class CandidateSerializer(serializers.Serializer[Any]):
    category = serializers.IntegerField()
    category_name = serializers.CharField()
    confidence = serializers.FloatField()


class SuggestionSerializer(serializers.ModelSerializer[Suggestion]):
    """`applied`: the row has it, marked as suggested. `review`: not sure enough; choose one of the candidates."""

    transaction = SuggestedRowSerializer()
    category = serializers.IntegerField(source="category_id", allow_null=True)
    category_name = serializers.CharField(source="category.name", default="")
    candidates = serializers.SerializerMethodField()
    evidence = serializers.ListField(
        child=serializers.IntegerField(), help_text="Your own rows that it was learned from."
    )

    class Meta:
        model = Suggestion
        fields: ClassVar[list[str]] = [
            "id", "status", "transaction", "category", "category_name", "confidence", "reason", "source", "candidates",
            "evidence", "engine", "made_at",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(CandidateSerializer(many=True))
    def get_candidates(self, row: Suggestion) -> list[dict[str, Any]]:
        """Those that are still there, the likeliest first."""
        names = self.context.get("names", {})
        return [{**one, "category_name": names[one["category"]]} for one in row.candidates if one["category"] in names]


class SuggestionQuerySerializer(serializers.Serializer[Any]):
    status = serializers.ChoiceField(choices=[*Status.values, "all"], default=Status.REVIEW.value)


class SuggestionAcceptSerializer(serializers.Serializer[Any]):
    category = IdField(required=False, allow_null=True, help_text="Another one of yours than the one suggested.")


class SuggestionViewSet(OwnedViewSet):
    """Categories for rows that nobody has decided. Accepting teaches; nothing here touches what you decided by hand."""

    serializer_class = SuggestionSerializer
    queryset = Suggestion.objects.none()
    ordering = ("-id",)

    def get_serializer_context(self) -> dict[str, Any]:
        context = dict(super().get_serializer_context())
        is_asked = getattr(self, "swagger_fake_view", False)
        return context if is_asked else {**context, "names": category_names(owner=self.owner)}

    @extend_schema(parameters=[SuggestionQuerySerializer])
    def list(self, request: Request) -> Response:
        asked = SuggestionQuerySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        status = asked.validated_data["status"]
        rows = suggestion_list(owner=self.owner)
        return self.page(rows if status == "all" else rows.filter(status=status))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(suggestion_get(owner=self.owner, suggestion_id=pk))

    @extend_schema(
        request=SuggestionAcceptSerializer,
        responses=SuggestionSerializer,
        description="The category becomes your own word about the row, and the next analysis learns from it.",
    )
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, pk: str) -> Response:
        row = suggestion_get(owner=self.owner, suggestion_id=pk)
        given = self.given(SuggestionAcceptSerializer)
        suggestion_accept(owner=self.owner, suggestion_id=row.pk, **given)
        return self.one(suggestion_get(owner=self.owner, suggestion_id=pk))

    @extend_schema(
        request=None,
        responses=SuggestionSerializer,
        description="Not this one: it is taken off where it was applied, and not suggested for this row again.",
    )
    @action(detail=True, methods=["post"])
    def refuse(self, request: Request, pk: str) -> Response:
        row = suggestion_get(owner=self.owner, suggestion_id=pk)
        suggestion_refuse(owner=self.owner, suggestion_id=row.pk)
        return self.one(suggestion_get(owner=self.owner, suggestion_id=pk))


router = SimpleRouter()
router.register("suggestions", SuggestionViewSet, basename="suggestion")
urls = router.urls
