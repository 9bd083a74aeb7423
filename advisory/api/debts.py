"""/api/debts/: what is owed, what it costs, and how soon it could be gone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from drf_spectacular.helpers import forced_singular_serializer
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import GenericViewSet

from accounts.api.people import owner_of
from accounts.models import User
from advisory.api.debt_plans import PayoffSerializer, payoff_told
from advisory.dispatch import analysis_ask_later
from advisory.models import PayoffChoice
from advisory.selectors.debts import DebtRow, debt_get, debt_rows, payoff_choices, payoff_for
from advisory.services.debts import HIGHEST_RATE, debt_terms_forget, debt_terms_set, payoff_choose
from transactions.api.base import ConditionalView
from transactions.api.fields import MOST_POSITION, AmountField
from transactions.api.strict import refuse_unknown
from transactions.ledger.money import to_text
from transactions.models import LedgerAccount
from transactions.services.given import currency_code, field_error, minor

Order = PayoffChoice.Order


class DebtTermsSerializer(serializers.Serializer[Any]):
    """`rate`: per cent a year, at most three decimals; `least`: what must be paid a month, in the account's currency;
    `position`: the place in your own order."""

    rate = AmountField(help_text=f"0 to {HIGHEST_RATE}.")
    least = AmountField()
    position = serializers.IntegerField(required=False, min_value=0, max_value=MOST_POSITION)


class DebtSerializer(serializers.Serializer[Any]):
    """A loan or a card. `owed` is positive; `terms` is null until you say them."""

    account = serializers.IntegerField()
    name = serializers.CharField()
    kind = serializers.CharField()
    currency = serializers.CharField()
    owed = serializers.CharField()
    as_of = serializers.DateField()
    terms = DebtTermsSerializer(allow_null=True)


class PayoffChoiceSerializer(serializers.Serializer[Any]):
    """How you pay off debts of one currency: `extra` a month on top of the least payments, and in which order."""

    currency = serializers.CharField(max_length=3, min_length=3)
    extra = AmountField()
    order = serializers.ChoiceField(choices=Order.choices)


class DebtsSerializer(serializers.Serializer[Any]):
    results = DebtSerializer(many=True)
    choices = PayoffChoiceSerializer(many=True)


# Debts are few: the list is one answer, not pages, which the schema would make of a viewset's list.
AT_ONCE: Any = forced_singular_serializer(DebtsSerializer)  # type: ignore[no-untyped-call]  # the library has no types


class PlanQuerySerializer(serializers.Serializer[Any]):
    extra = AmountField(required=False, help_text="A month on top; without it, what you chose.")
    order = serializers.ChoiceField(choices=Order.choices, required=False, help_text="Without it, what you chose.")
    currency = serializers.CharField(
        required=False, max_length=3, min_length=3, help_text="Without it, your base currency where you owe in it."
    )


class DebtViewSet(ConditionalView, GenericViewSet[Any]):
    """Loans and cards that owe something, in your own order."""

    permission_classes = [IsAuthenticated]
    serializer_class = DebtSerializer
    queryset = LedgerAccount.objects.none()
    pagination_class = None

    @property
    def owner(self) -> User:
        return owner_of(self.request)

    @property
    def today(self) -> date:
        return timezone.now().date()

    @extend_schema(responses=AT_ONCE)
    def list(self, request: Request) -> Response:
        rows = [row for row in debt_rows(owner=self.owner, today=self.today) if row.owed_minor]
        choices = [_choice(one) for one in payoff_choices(owner=self.owner)]
        return Response({"results": [_debt(row, self.today) for row in rows], "choices": choices})

    def retrieve(self, request: Request, pk: str) -> Response:
        return Response(_debt(self._row(pk), self.today))

    @extend_schema(request=DebtTermsSerializer, description="Says what a loan or a card costs. `pk`: of its account.")
    def update(self, request: Request, pk: str) -> Response:
        row = self._row(pk)
        debt_terms_set(owner=self.owner, account_id=row.account.account_id, **self._given(DebtTermsSerializer))
        return self._said(pk)

    @extend_schema(description="Forgets what you said of it. The account stays.")
    def destroy(self, request: Request, pk: str) -> Response:
        row = self._row(pk)
        debt_terms_forget(owner=self.owner, account_id=row.account.account_id)
        analysis_ask_later(owner=self.owner)
        return Response(status=204)

    @extend_schema(request=PayoffChoiceSerializer, responses=PayoffChoiceSerializer)
    @action(detail=False, methods=["put"])
    def choice(self, request: Request) -> Response:
        """Keeps how you pay off debts of one currency."""
        row = payoff_choose(owner=self.owner, **self._given(PayoffChoiceSerializer))
        return Response(_choice(row))

    @extend_schema(parameters=[PlanQuerySerializer], responses=PayoffSerializer)
    @action(detail=False, methods=["get"])
    def plan(self, request: Request) -> Response:
        """All ways to pay off side by side, month by month and to the cent. Nothing is stored."""
        query = PlanQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        asked = query.validated_data
        code = currency_code(asked["currency"]) if "currency" in asked else None
        payoff, chosen = payoff_for(owner=self.owner, today=self.today, currency=code)
        if "extra" in asked:
            payoff, chosen = payoff_for(
                owner=self.owner, today=self.today, currency=payoff.currency,
                extra_minor=_extra(asked["extra"], payoff.currency),
            )  # fmt: skip
        return Response(payoff_told(payoff, asked.get("order", chosen), self.today))

    def _row(self, pk: str) -> DebtRow:
        return debt_get(owner=self.owner, account_id=pk, today=self.today)

    def _given(self, serializer: type[serializers.Serializer[Any]]) -> dict[str, Any]:
        checked = serializer(data=self.request.data)
        refuse_unknown(checked, self.request.data)
        checked.is_valid(raise_exception=True)
        return dict(checked.validated_data)

    def _said(self, pk: str) -> Response:
        analysis_ask_later(owner=self.owner)
        return self.retrieve(self.request, pk)


def _extra(amount: Decimal, currency: str) -> int:
    found = minor(amount, currency, "extra")
    if found < 0:
        raise field_error("extra", "It cannot be negative.")
    return found


def _choice(row: PayoffChoice) -> dict[str, str]:
    return {"currency": row.currency, "extra": to_text(row.extra_minor, row.currency), "order": row.order}


def _debt(row: DebtRow, as_of: date) -> dict[str, Any]:
    account, terms = row.account, row.terms
    return {
        "account": account.account_id,
        "name": account.name,
        "kind": account.kind,
        "currency": account.currency,
        "owed": to_text(row.owed_minor, account.currency),
        "as_of": as_of.isoformat(),
        "terms": terms
        and {
            "rate": f"{terms.rate:f}",
            "least": to_text(terms.least_minor, account.currency),
            "position": terms.position,
        },
    }


router = SimpleRouter()
router.register("debts", DebtViewSet, basename="debt")
urls = router.urls
