"""/api/accounts/: bank accounts, cards, cash, loans, assets."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.base import OwnedViewSet
from transactions.api.fields import AmountField
from transactions.ledger.money import to_text
from transactions.models import LedgerAccount
from transactions.selectors.lists import account_get, account_list
from transactions.services.accounts import account_create, account_delete, account_update


class AccountSerializer(serializers.ModelSerializer[LedgerAccount]):
    """An account. `balance` = opening balance + all its transactions."""

    name = serializers.CharField(max_length=120)
    currency = serializers.CharField(max_length=3, min_length=3)
    opening_balance = AmountField(required=False)
    balance = serializers.SerializerMethodField()
    transaction_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = LedgerAccount
        fields: ClassVar[list[str]] = [
            "id",
            "name",
            "kind",
            "currency",
            "opening_balance",
            "balance",
            "has_known_opening",
            "is_archived",
            "transaction_count",
        ]
        read_only_fields = ("has_known_opening",)

    def get_balance(self, account: LedgerAccount) -> str:
        moved: int = getattr(account, "moved_minor", 0)
        return to_text(account.opening_balance_minor + moved, account.currency)


class AccountViewSet(OwnedViewSet):
    """Accounts of the caller."""

    serializer_class = AccountSerializer
    queryset = LedgerAccount.objects.none()
    ordering = ("id",)

    def list(self, request: Request) -> Response:
        return self.page(account_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(account_get(owner=self.owner, account_id=pk))

    def create(self, request: Request) -> Response:
        account = account_create(owner=self.owner, **self.given())
        return self.one(account_get(owner=self.owner, account_id=account.pk), 201)

    @extend_schema(description="The currency is fixed once the account has transactions.")
    def update(self, request: Request, pk: str, *, partial: bool = False) -> Response:
        account_get(owner=self.owner, account_id=pk)
        changes: Any = self.given(partial=partial)
        account = account_update(owner=self.owner, account_id=int(pk), changes=changes)
        return self.one(account_get(owner=self.owner, account_id=account.pk))

    def partial_update(self, request: Request, pk: str) -> Response:
        return self.update(request, pk, partial=True)

    @extend_schema(description="Removes the account with all its transactions and statement lines.")
    def destroy(self, request: Request, pk: str) -> Response:
        account = account_get(owner=self.owner, account_id=pk)
        account_delete(owner=self.owner, account_id=account.pk)
        return Response(status=204)


router = SimpleRouter()
router.register("accounts", AccountViewSet, basename="account")
urls = router.urls
