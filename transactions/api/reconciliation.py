"""/api/reconciliations/: accounts compared with statements of their bank."""

from __future__ import annotations

from typing import Any, ClassVar

from django.urls import re_path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.accounts import DayField
from transactions.api.base import OwnedViewSet
from transactions.api.fields import AmountField, IdField
from transactions.ledger.money import to_text
from transactions.ledger.reconcile import telling_rows
from transactions.models import Reconciliation, Transaction
from transactions.selectors.lists import account_get
from transactions.selectors.reconciliation import (
    reconciliation_get,
    reconciliation_list,
    reconciliation_tally,
    rows_to_tick,
    ticked_ids,
)
from transactions.services.reconciliation import (
    reconciliation_change,
    reconciliation_discard,
    reconciliation_finish,
    reconciliation_start,
    reconciliation_undo,
)

MOST_TICKS = 5000


class ReconciliationSerializer(serializers.ModelSerializer[Reconciliation]):
    """opening + ticked + difference = closing. Of a finished one the figures that were agreed on."""

    account_name = serializers.CharField(source="account.name", read_only=True)
    currency = serializers.CharField(source="account.currency", read_only=True)
    opening_balance = serializers.SerializerMethodField()
    ticked = serializers.SerializerMethodField()
    closing_balance = serializers.SerializerMethodField()
    difference = serializers.SerializerMethodField()
    rows = serializers.SerializerMethodField(help_text="How many are ticked.")
    adjustment = serializers.IntegerField(source="adjustment_id", allow_null=True, read_only=True)

    class Meta:
        model = Reconciliation
        fields: ClassVar[list[str]] = [
            "id", "account", "account_name", "currency", "statement_date", "status", "opening_balance", "ticked",
            "closing_balance", "difference", "rows", "adjustment", "created_at", "finished_at",
        ]  # fmt: skip
        read_only_fields = fields

    def to_representation(self, instance: Reconciliation) -> Any:
        self._tally = reconciliation_tally(instance)
        return super().to_representation(instance)

    def get_opening_balance(self, one: Reconciliation) -> str:
        return to_text(self._tally.opening, one.account.currency)

    def get_ticked(self, one: Reconciliation) -> str:
        return to_text(self._tally.ticked, one.account.currency)

    def get_closing_balance(self, one: Reconciliation) -> str:
        return to_text(one.closing_balance_minor, one.account.currency)

    def get_difference(self, one: Reconciliation) -> str:
        return to_text(self._tally.difference, one.account.currency)

    def get_rows(self, one: Reconciliation) -> int:
        return len(ticked_ids(one))


class ReconciliationStartSerializer(serializers.Serializer[Any]):
    statement_date = DayField()
    closing_balance = AmountField()


class ReconciliationChangeSerializer(serializers.Serializer[Any]):
    """What is left out stays."""

    tick = serializers.ListField(child=IdField(), required=False, max_length=MOST_TICKS)
    untick = serializers.ListField(child=IdField(), required=False, max_length=MOST_TICKS)
    statement_date = DayField(required=False)
    closing_balance = AmountField(required=False)


class ReconciliationFinishSerializer(serializers.Serializer[Any]):
    adjust = serializers.BooleanField(default=False, help_text="Book what is missing as a row of its own.")


class TickRowSerializer(serializers.ModelSerializer[Transaction]):
    """A row that may be on the statement. `explains`: changing its tick alone would settle the difference."""

    amount = AmountField(read_only=True)
    payee_name = serializers.CharField(source="payee.name", read_only=True, default="")
    category_name = serializers.CharField(source="category.name", read_only=True, default="")
    is_ticked = serializers.SerializerMethodField()
    explains = serializers.SerializerMethodField()

    class Meta:
        model = Transaction
        fields: ClassVar[list[str]] = [
            "id", "booking_date", "amount", "currency", "payee_name", "category_name", "counterparty", "description",
            "note", "status", "is_ticked", "explains",
        ]  # fmt: skip
        read_only_fields = fields

    def get_is_ticked(self, txn: Transaction) -> bool:
        return txn.pk in self.context["ticked"]

    def get_explains(self, txn: Transaction) -> bool:
        row = (txn.pk, txn.amount_minor, txn.pk in self.context["ticked"])
        return bool(telling_rows(self.context["difference"], [row]))


class ReconciliationViewSet(OwnedViewSet):
    """Reconciliations of the caller, newest first."""

    serializer_class = ReconciliationSerializer
    queryset = Reconciliation.objects.none()
    ordering = ("-id",)

    def list(self, request: Request) -> Response:
        return self.page(reconciliation_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(self._get(pk))

    @extend_schema(request=ReconciliationChangeSerializer, responses=ReconciliationSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        one = self._get(pk)
        reconciliation_change(
            owner=self.owner, reconciliation_id=one.pk, **self.given(ReconciliationChangeSerializer, partial=True)
        )
        return self.one(self._get(pk))

    @extend_schema(description="Only while it is open; no row changes.")
    def destroy(self, request: Request, pk: str) -> Response:
        reconciliation_discard(owner=self.owner, reconciliation_id=self._get(pk).pk)
        return Response(status=204)

    @extend_schema(request=ReconciliationFinishSerializer, responses=ReconciliationSerializer)
    @action(detail=True, methods=["post"])
    def finish(self, request: Request, pk: str) -> Response:
        """Lock the ticked rows. 409 `difference` where they do not lead to the closing balance."""
        one = self._get(pk)
        reconciliation_finish(owner=self.owner, reconciliation_id=one.pk, **self.given(ReconciliationFinishSerializer))
        return self.one(self._get(pk))

    @extend_schema(request=None, responses=ReconciliationSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: str) -> Response:
        """Unlock the rows of the account's latest one."""
        reconciliation_undo(owner=self.owner, reconciliation_id=self._get(pk).pk)
        return self.one(self._get(pk))

    def _get(self, pk: str) -> Reconciliation:
        return reconciliation_get(owner=self.owner, reconciliation_id=pk)


class AccountReconciliationViewSet(OwnedViewSet):
    """The reconciliations of one account."""

    serializer_class = ReconciliationSerializer
    queryset = Reconciliation.objects.none()
    ordering = ("-id",)

    @extend_schema(operation_id="accounts_reconciliations_list")
    def list(self, request: Request, pk: str) -> Response:
        account = account_get(owner=self.owner, account_id=pk)
        return self.page(reconciliation_list(owner=self.owner, account=account))

    @extend_schema(
        operation_id="accounts_reconciliations_create",
        request=ReconciliationStartSerializer,
        responses={201: ReconciliationSerializer},
    )
    def create(self, request: Request, pk: str) -> Response:
        """Begin with every cleared row up to the day of the statement ticked."""
        account = account_get(owner=self.owner, account_id=pk)
        one = reconciliation_start(owner=self.owner, account_id=account.pk, **self.given(ReconciliationStartSerializer))
        return self.one(reconciliation_get(owner=self.owner, reconciliation_id=one.pk), 201)


class ReconciliationRowViewSet(OwnedViewSet):
    """The rows that may be on the statement, newest first."""

    serializer_class = TickRowSerializer
    queryset = Transaction.objects.none()
    ordering = ("-booking_date", "-id")

    @extend_schema(operation_id="reconciliations_rows_list")
    def list(self, request: Request, pk: str) -> Response:
        self.chosen = reconciliation_get(owner=self.owner, reconciliation_id=pk)
        return self.page(rows_to_tick(owner=self.owner, one=self.chosen))

    def get_serializer_context(self) -> dict[str, Any]:
        context = super().get_serializer_context()
        chosen = getattr(self, "chosen", None)
        if chosen is None:
            return dict(context)
        return {**context, "ticked": ticked_ids(chosen), "difference": reconciliation_tally(chosen).difference}


router = SimpleRouter()
router.register("reconciliations", ReconciliationViewSet, basename="reconciliation")
urls = [
    re_path(
        r"^accounts/(?P<pk>[^/.]+)/reconciliations/$",
        AccountReconciliationViewSet.as_view({"get": "list", "post": "create"}),
        name="account-reconciliations",
    ),
    re_path(
        r"^reconciliations/(?P<pk>[^/.]+)/rows/$",
        ReconciliationRowViewSet.as_view({"get": "list"}),
        name="reconciliation-rows",
    ),
    *router.urls,
]
