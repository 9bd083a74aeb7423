"""/api/accounts/: bank accounts, cards, cash, loans, assets."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.base import OwnedViewSet
from transactions.api.fields import AmountField, TextField
from transactions.ledger.balance_series import STEPS, sample_days
from transactions.ledger.money import to_text
from transactions.ledger.rates import NoRate, RateBook
from transactions.models import LedgerAccount
from transactions.selectors.balances import balance_series
from transactions.selectors.lists import account_get, account_list
from transactions.selectors.rates import rate_book
from transactions.selectors.summary import base_currency
from transactions.services.accounts import account_create, account_delete, account_update

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)


class DayField(serializers.DateField):
    """A day that arithmetic with years and months can stand on."""

    def to_internal_value(self, value: Any) -> date:
        day = super().to_internal_value(value)
        if not FIRST_DAY <= day <= LAST_DAY:
            raise serializers.ValidationError("Give a day from 1900 to 2200.")
        return day


class AccountSerializer(serializers.ModelSerializer[LedgerAccount]):
    """An account. `balance` = opening balance + all its transactions; `cleared_balance` leaves the pending ones out;
    `balance_in_base` is today's worth in `base_currency`, null without a rate."""

    name = serializers.CharField(max_length=120)
    currency = serializers.CharField(max_length=3, min_length=3)
    opening_balance = AmountField(required=False)
    opening_date = DayField(required=False, allow_null=True)
    note = TextField(required=False, max_length=10_000)
    position = serializers.IntegerField(required=False, min_value=0, max_value=2**31 - 1)
    balance = serializers.SerializerMethodField()
    cleared_balance = serializers.SerializerMethodField()
    balance_in_base = serializers.SerializerMethodField()
    base_currency = serializers.SerializerMethodField()
    transaction_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = LedgerAccount
        fields: ClassVar[list[str]] = [
            "id",
            "name",
            "kind",
            "currency",
            "opening_balance",
            "opening_date",
            "balance",
            "cleared_balance",
            "balance_in_base",
            "base_currency",
            "has_known_opening",
            "external_ref",
            "position",
            "note",
            "is_archived",
            "transaction_count",
        ]
        read_only_fields = ("has_known_opening", "external_ref")

    def get_balance(self, account: LedgerAccount) -> str:
        return to_text(balance_of(account), account.currency)

    def get_cleared_balance(self, account: LedgerAccount) -> str:
        waiting: int = getattr(account, "waiting_minor", 0)
        return to_text(balance_of(account) - waiting, account.currency)

    def get_base_currency(self, _account: LedgerAccount) -> str:
        return str(self.context["view"].base)

    def get_balance_in_base(self, account: LedgerAccount) -> str | None:
        view: AccountViewSet = self.context["view"]
        worth = view.book.convert(balance_of(account), account.currency, view.base, view.today)
        return None if isinstance(worth, NoRate) else to_text(worth, view.base)


def balance_of(account: LedgerAccount) -> int:
    moved: int = getattr(account, "moved_minor", 0)
    return account.opening_balance_minor + moved


class _BalanceQuerySerializer(serializers.Serializer[Any]):
    as_of = DayField(required=False, help_text="Only the balance at the end of this day.")
    step = serializers.ChoiceField(choices=STEPS, default="day")


# `from` is the contract's word, and a keyword of this language.
PERIOD = {"from": DayField(required=False), "to": DayField(required=False)}
BalanceQuerySerializer = type(
    "BalanceQuerySerializer",
    (_BalanceQuerySerializer,),
    {**PERIOD, "__doc__": "A time, both days included (the last twelve months where nothing is said), or one day."},
)


class BalancePointSerializer(serializers.Serializer[Any]):
    day = serializers.DateField()
    balance = AmountField(help_text="At the end of the day.")


class BalancesSerializer(serializers.Serializer[Any]):
    account = serializers.IntegerField()
    currency = serializers.CharField()
    as_of = serializers.DateField()
    balance = AmountField(help_text="At the end of `as_of`.")
    points = BalancePointSerializer(many=True)


class AccountViewSet(OwnedViewSet):
    """Accounts of the caller."""

    serializer_class = AccountSerializer
    queryset = LedgerAccount.objects.none()
    ordering = ("position", "id")

    @cached_property
    def today(self) -> date:
        return timezone.now().date()

    @cached_property
    def base(self) -> str:
        return base_currency(owner=self.owner)

    @cached_property
    def book(self) -> RateBook:
        codes = {*account_list(owner=self.owner).order_by().values_list("currency", flat=True), self.base}
        return rate_book(owner=self.owner, currencies=codes, start=self.today, end=self.today)

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

    @extend_schema(parameters=[BalanceQuerySerializer], responses=BalancesSerializer)
    @action(detail=True, methods=["get"])
    def balances(self, request: Request, pk: str) -> Response:
        """The running balance by day, week or month."""
        account = account_get(owner=self.owner, account_id=pk)
        query = BalanceQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        days = asked_days(query.validated_data, self.today)
        series = balance_series(owner=self.owner, accounts=[account], days=days)[account.pk]
        code = account.currency
        return Response(
            {
                "account": account.pk,
                "currency": code,
                "as_of": days[-1],
                "balance": to_text(series.at(days[-1]), code),
                "points": [{"day": day, "balance": to_text(series.at(day), code)} for day in days],
            }
        )


def asked_days(query: dict[str, Any], today: date) -> list[date]:
    """The days of a query with `as_of`, or `from`, `to` and `step`."""
    if "as_of" in query:
        return [query["as_of"]]
    end = query.get("to", today)
    start = query.get("from", max(FIRST_DAY, end - timedelta(days=365)))
    if start > end:
        raise serializers.ValidationError({"from": ["The first day lies after the last."]})
    try:
        return sample_days(start, end, query["step"])
    except ValueError as error:
        raise serializers.ValidationError({"step": [str(error)]}) from None


router = SimpleRouter()
router.register("accounts", AccountViewSet, basename="account")
urls = router.urls
