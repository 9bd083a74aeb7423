"""/api/payees/."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.base import OwnedViewSet
from transactions.api.bulk import MOST_CHOSEN
from transactions.api.fields import IdField
from transactions.models import Payee
from transactions.selectors.payees import payee_counterparties, payee_get, payee_list
from transactions.services.payee_merges import payee_merge, payee_split
from transactions.services.payees import payee_create, payee_delete, payee_rename, payee_spellings_set


class PayeeSerializer(serializers.ModelSerializer[Payee]):
    """Our name for the other party, how many transactions have it, and learned spellings that mean it too."""

    transaction_count = serializers.IntegerField(read_only=True)
    aliases = serializers.SerializerMethodField()

    class Meta:
        model = Payee
        fields: ClassVar[list[str]] = ["id", "name", "transaction_count", "aliases"]

    def get_aliases(self, payee: Payee) -> list[str]:
        return [alias.key for alias in getattr(payee, "spellings", ())]


class PayeeMergeSerializer(serializers.Serializer[Any]):
    """The payee that stays."""

    into = IdField()


class PayeeSplitSerializer(serializers.Serializer[Any]):
    """Which transactions get a payee of this name: those on which the bank wrote `counterparty`, or by number."""

    name = serializers.CharField(max_length=160)
    counterparty = serializers.CharField(required=False, max_length=255)
    transactions = serializers.ListField(child=IdField(), required=False, max_length=MOST_CHOSEN)

    def validate(self, given: dict[str, Any]) -> dict[str, Any]:
        if ("counterparty" in given) == ("transactions" in given):
            raise serializers.ValidationError({"counterparty": ["Give either counterparty or transactions."]})
        return given


class PayeeSpellingsSerializer(serializers.Serializer[Any]):
    """All spellings that shall mean the payee beside its own name; those that are left out are forgotten."""

    aliases = serializers.ListField(child=serializers.CharField(max_length=160), max_length=500)


class CounterpartySerializer(serializers.Serializer[Any]):
    """What the bank wrote, on how many of the payee's transactions, and when last."""

    counterparty = serializers.CharField()
    count = serializers.IntegerField()
    last_date = serializers.DateField()


class PayeeViewSet(OwnedViewSet):
    """Payees of the caller, by name."""

    serializer_class = PayeeSerializer
    queryset = Payee.objects.none()
    ordering = ("name", "id")

    def list(self, request: Request) -> Response:
        return self.page(payee_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self._one(pk)

    def create(self, request: Request) -> Response:
        return self._one(payee_create(owner=self.owner, name=self.given()["name"]).pk, 201)

    def update(self, request: Request, pk: str, *, partial: bool = False) -> Response:
        payee = payee_get(owner=self.owner, payee_id=pk)
        name = self.given(partial=partial).get("name", payee.name)
        return self._one(payee_rename(owner=self.owner, payee_id=payee.pk, name=name).pk)

    def partial_update(self, request: Request, pk: str) -> Response:
        return self.update(request, pk, partial=True)

    @extend_schema(description="Its transactions stay, without a payee.")
    def destroy(self, request: Request, pk: str) -> Response:
        payee = payee_get(owner=self.owner, payee_id=pk)
        payee_delete(owner=self.owner, payee_id=payee.pk)
        return Response(status=204)

    @extend_schema(
        request=PayeeMergeSerializer,
        responses=PayeeSerializer,
        description="All its transactions get the other payee, and its spellings mean that one in later imports.",
    )
    @action(detail=True, methods=["post"])
    def merge(self, request: Request, pk: str) -> Response:
        payee = payee_get(owner=self.owner, payee_id=pk)
        into = self.given(PayeeMergeSerializer)["into"]
        return self._one(payee_merge(owner=self.owner, payee_id=payee.pk, into=into).pk)

    @extend_schema(
        request=PayeeSplitSerializer,
        responses=PayeeSerializer,
        description="Some of its transactions get a payee of their own; the answer is that one.",
    )
    @action(detail=True, methods=["post"])
    def split(self, request: Request, pk: str) -> Response:
        payee = payee_get(owner=self.owner, payee_id=pk)
        given = self.given(PayeeSplitSerializer)
        other = payee_split(
            owner=self.owner,
            payee_id=payee.pk,
            name=given["name"],
            counterparty=given.get("counterparty", ""),
            transaction_ids=given.get("transactions", []),
        )
        return self._one(other.pk)

    @extend_schema(
        request=PayeeSpellingsSerializer,
        responses=PayeeSerializer,
        description="Says which spellings mean this payee in later imports. Transactions stay as they are.",
    )
    @action(detail=True, methods=["post"])
    def spellings(self, request: Request, pk: str) -> Response:
        payee = payee_get(owner=self.owner, payee_id=pk)
        given = self.given(PayeeSpellingsSerializer)
        payee_spellings_set(owner=self.owner, payee_id=payee.pk, spellings=given["aliases"])
        return self._one(pk)

    @extend_schema(responses=CounterpartySerializer(many=True), filters=False)
    @action(detail=True, methods=["get"], pagination_class=None)
    def counterparties(self, request: Request, pk: str) -> Response:
        """What the bank wrote on this payee's transactions, the most frequent first."""
        payee = payee_get(owner=self.owner, payee_id=pk)
        rows: Any = payee_counterparties(owner=self.owner, payee=payee)
        return Response(CounterpartySerializer(rows, many=True).data)

    def _one(self, pk: object, status: int = 200) -> Response:
        return self.one(payee_get(owner=self.owner, payee_id=pk), status)


router = SimpleRouter()
router.register("payees", PayeeViewSet, basename="payee")
urls = router.urls
