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
from transactions.api.fields import AmountField, IdField, TextField
from transactions.api.transaction_serializers import UnlockQuerySerializer
from transactions.models import Transaction, Transfer
from transactions.selectors.lists import transfer_get, transfer_list
from transactions.services.transfer_entry import transfer_delete, transfer_enter, transfer_update
from transactions.services.transfers import transfer_confirm, transfer_create, transfer_refuse

LINK = ("outgoing", "incoming")
ENTRY = ("from_account", "to_account", "amount", "booking_date")


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
    """Either two transactions to link: `outgoing`, money leaving one account, and `incoming`, coming into another. Or
    two accounts to enter both sides on: `amount` (without a sign) leaves `from_account`; `to_amount` arrives on
    `to_account`, and is needed only between two currencies."""

    outgoing = IdField(required=False)
    incoming = IdField(required=False)
    from_account = IdField(required=False)
    to_account = IdField(required=False)
    amount = AmountField(required=False)
    to_amount = AmountField(required=False)
    booking_date = serializers.DateField(required=False)
    note = TextField(required=False, max_length=10_000)

    def validate(self, given: dict[str, Any]) -> dict[str, Any]:
        wanted = LINK if given.keys() & set(LINK) else ENTRY
        missing = [name for name in wanted if name not in given]
        if missing:
            raise serializers.ValidationError({name: ["This field is required."] for name in missing})
        if wanted == LINK and given.keys() - set(LINK):
            raise serializers.ValidationError({"outgoing": ["Name two transactions or two accounts, not both."]})
        return given


class TransferChangesSerializer(serializers.Serializer[Any]):
    """What changes on both sides; amounts without a sign, `to_amount` only between two currencies."""

    amount = AmountField(required=False)
    to_amount = AmountField(required=False)
    booking_date = serializers.DateField(required=False)
    note = TextField(required=False, max_length=10_000)
    unlock = serializers.BooleanField(required=False, help_text="Move reconciled rows too.")


class TransferRemovalSerializer(UnlockQuerySerializer):
    """What becomes of the two transactions."""

    rows = serializers.ChoiceField(choices=["keep", "delete"], default="keep")


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
        given = self.given(TransferGivenSerializer)
        link = (transfer_create if "outgoing" in given else transfer_enter)(owner=self.owner, **given)
        return self.one(transfer_get(owner=self.owner, transfer_id=link.pk), 201)

    @extend_schema(request=TransferChangesSerializer, responses=TransferSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        link = transfer_get(owner=self.owner, transfer_id=pk)
        changes = self.given(TransferChangesSerializer, partial=True)
        unlock = changes.pop("unlock", False)
        transfer_update(owner=self.owner, transfer_id=link.pk, changes=changes, unlock=unlock)  # type: ignore[arg-type]
        return self.one(transfer_get(owner=self.owner, transfer_id=link.pk))

    @extend_schema(
        parameters=[TransferRemovalSerializer],
        description="Unlinks the two transactions, which count again; `rows=delete` deletes them too.",
    )
    def destroy(self, request: Request, pk: str) -> Response:
        link = transfer_get(owner=self.owner, transfer_id=pk)
        query = TransferRemovalSerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        with_rows = query.validated_data["rows"] == "delete"
        unlock = query.validated_data["unlock"]
        transfer_delete(owner=self.owner, transfer_id=link.pk, with_rows=with_rows, unlock=unlock)
        return Response(status=204)

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
