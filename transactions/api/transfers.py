"""/api/transfers/: links between two own transactions."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.base import OwnedViewSet
from transactions.api.fields import AmountField, IdField
from transactions.models import Transaction, Transfer
from transactions.selectors.lists import transfer_get, transfer_list
from transactions.services.transfers import transfer_confirm, transfer_create, transfer_refuse


class TransferSideSerializer(serializers.ModelSerializer[Transaction]):
    """One side of a transfer, enough to show it."""

    account_name = serializers.CharField(source="account.name", read_only=True)
    amount = AmountField(read_only=True)

    class Meta:
        model = Transaction
        fields: ClassVar[list[str]] = [
            "id",
            "account",
            "account_name",
            "booking_date",
            "amount",
            "currency",
            "description",
        ]
        read_only_fields = fields


class TransferSerializer(serializers.ModelSerializer[Transfer]):
    """Two transactions that are one movement between own accounts."""

    outgoing = TransferSideSerializer(read_only=True)
    incoming = TransferSideSerializer(read_only=True)

    rate = serializers.SerializerMethodField()

    class Meta:
        model = Transfer
        fields: ClassVar[list[str]] = [
            "id", "status", "confidence", "reason", "outgoing", "incoming", "rate", "created_at",
        ]  # fmt: skip

    def get_rate(self, link: Transfer) -> str | None:
        """Units of the incoming currency for one of the outgoing; null within one currency."""
        out, into = link.outgoing, link.incoming
        if out.currency == into.currency or not out.amount:
            return None
        return f"{-into.amount / out.amount:.6f}"


class TransferGivenSerializer(serializers.Serializer[Any]):
    """The two transactions to link: money leaving one account, and coming into another."""

    outgoing = IdField()
    incoming = IdField()


class TransferQuerySerializer(serializers.Serializer[Any]):
    status = serializers.ChoiceField(choices=Transfer.Status.choices, required=False)


class TransferViewSet(OwnedViewSet):
    """Transfers of the caller: confirmed, suggested and refused."""

    serializer_class = TransferSerializer
    queryset = Transfer.objects.none()
    ordering = ("-id",)

    @extend_schema(parameters=[TransferQuerySerializer])
    def list(self, request: Request) -> Response:
        query = TransferQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        return self.page(transfer_list(owner=self.owner, **query.validated_data))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(transfer_get(owner=self.owner, transfer_id=pk))

    @extend_schema(request=TransferGivenSerializer, responses={201: TransferSerializer})
    def create(self, request: Request) -> Response:
        link = transfer_create(owner=self.owner, **self.given(TransferGivenSerializer))
        return self.one(transfer_get(owner=self.owner, transfer_id=link.pk), 201)

    @extend_schema(request=None, responses=TransferSerializer)
    @action(detail=True, methods=["post"])
    def confirm(self, request: Request, pk: str) -> Response:
        link = transfer_get(owner=self.owner, transfer_id=pk)
        transfer_confirm(owner=self.owner, transfer_id=link.pk)
        return self.one(transfer_get(owner=self.owner, transfer_id=link.pk))

    @extend_schema(
        request=None, responses=TransferSerializer, description="The two are no transfer; it is not proposed again."
    )
    @action(detail=True, methods=["post"])
    def refuse(self, request: Request, pk: str) -> Response:
        link = transfer_get(owner=self.owner, transfer_id=pk)
        transfer_refuse(owner=self.owner, transfer_id=link.pk)
        return self.one(transfer_get(owner=self.owner, transfer_id=link.pk))


router = SimpleRouter()
router.register("transfers", TransferViewSet, basename="transfer")
urls = router.urls
