"""/api/budgets/."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from advisory.api.budget_month import (
    BudgetChoiceSerializer,
    BudgetMonthSerializer,
    BudgetProofSerializer,
    BudgetProposalSerializer,
    MonthField,
    told_choice,
    told_month,
    told_proof,
    told_proposal,
)
from advisory.dispatch import analysis_ask_later
from advisory.models import Budget
from advisory.selectors.budget_month import budget_month
from advisory.selectors.budget_rows import budget_proof
from advisory.selectors.budgets import budget_choice, budget_get, budget_removed
from advisory.services.budget_proposals import budget_propose
from advisory.services.budgets import (
    MOST_BUDGETS,
    Wanted,
    budget_change,
    budget_delete,
    budget_restore,
    budgeting_choose,
    budgets_copy,
    budgets_plan,
)
from transactions.api.base import OwnedViewSet
from transactions.api.fields import AmountField, IdField
from transactions.ledger.period import Period, month_of

# A month is answered whole.
NO_PAGES = [OpenApiParameter(name, exclude=True) for name in ("cursor", "page_size")]


class BudgetQuerySerializer(serializers.Serializer[Any]):
    month = MonthField(required=False, help_text="YYYY-MM; the running month if left out.")


class BudgetMonthGivenSerializer(serializers.Serializer[Any]):
    month = MonthField()


class PlannedSerializer(serializers.Serializer[Any]):
    """What to plan for one category or one group. `amount` null takes the month's plan away."""

    category = IdField(required=False, allow_null=True)
    group = serializers.CharField(required=False, allow_blank=True, max_length=40)
    is_income = serializers.BooleanField(required=False, help_text="Of a group: its income in place of its spending.")
    amount = AmountField(allow_null=True)
    rollover = serializers.ChoiceField(choices=Budget.Rollover.choices, required=False)


class BudgetGivenSerializer(PlannedSerializer):
    month = MonthField()


class BudgetPlanGivenSerializer(serializers.Serializer[Any]):
    """All or none of them."""

    month = MonthField()
    lines = PlannedSerializer(many=True, allow_empty=False, max_length=MOST_BUDGETS)  # type: ignore[call-arg]  # of lists


class BudgetPatchSerializer(serializers.Serializer[Any]):
    """`amount` is that of `month`; null takes it away."""

    month = MonthField(required=False)
    amount = AmountField(required=False, allow_null=True)
    rollover = serializers.ChoiceField(choices=Budget.Rollover.choices, required=False)


class BudgetChoiceGivenSerializer(serializers.Serializer[Any]):
    """`envelopes_from` null: no envelopes. `opening`: what there is to give out at the start of that month."""

    envelopes_from = MonthField(allow_null=True)
    opening = AmountField(required=False)


def today() -> date:
    return timezone.now().date()


def wanted(given: dict[str, Any]) -> Wanted:
    return Wanted(
        category=given.get("category"),
        group=given.get("group", ""),
        amount=given["amount"],
        rollover=given.get("rollover"),
        is_income=given.get("is_income", False),
    )


class BudgetViewSet(OwnedViewSet):
    """Budgets by month: what was planned, what was used, what is carried over and what is left."""

    serializer_class = BudgetMonthSerializer
    queryset = Budget.objects.none()

    @extend_schema(parameters=[BudgetQuerySerializer, *NO_PAGES], responses=BudgetMonthSerializer)
    def list(self, request: Request) -> Response:
        return self._month(self._asked())

    @extend_schema(parameters=[BudgetQuerySerializer], responses=BudgetMonthSerializer)
    def retrieve(self, request: Request, pk: str) -> Response:
        """The month with this budget alone."""
        row = budget_get(owner=self.owner, budget_id=pk)
        return self._month(self._asked(), only={row.pk})

    @extend_schema(request=BudgetGivenSerializer, responses={201: BudgetMonthSerializer})
    def create(self, request: Request) -> Response:
        """Plans a month for one category or group, with a budget of its own from then on."""
        given = self.given(BudgetGivenSerializer)
        return self._plan(given["month"], [wanted(given)], 201)

    @extend_schema(request=BudgetPatchSerializer, responses=BudgetMonthSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        row = budget_get(owner=self.owner, budget_id=pk)
        given = self.given(BudgetPatchSerializer)
        is_planned = "amount" in given
        budget_change(owner=self.owner, budget_id=row.pk, is_planned=is_planned, **given)
        return self._changed(given.get("month") or self._asked().start, {row.pk})

    @extend_schema(description="It can be brought back with `restore`.")
    def destroy(self, request: Request, pk: str) -> Response:
        row = budget_get(owner=self.owner, budget_id=pk)
        budget_delete(owner=self.owner, budget_id=row.pk)
        analysis_ask_later(owner=self.owner)
        return Response(status=204)

    @extend_schema(request=None, responses=BudgetMonthSerializer, description="Brings a removed budget back.")
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, pk: str) -> Response:
        row = budget_removed(owner=self.owner, budget_id=pk)
        budget_restore(owner=self.owner, budget_id=row.pk)
        return self._changed(self._asked().start, {row.pk})

    @extend_schema(parameters=[BudgetQuerySerializer], responses=BudgetProofSerializer)
    @action(detail=True, methods=["get"])
    def rows(self, request: Request, pk: str) -> Response:
        """What was used of it in the month, row by row."""
        row = budget_get(owner=self.owner, budget_id=pk)
        found = budget_proof(owner=self.owner, budget=row, month=self._asked())
        return Response(BudgetProofSerializer(told_proof(found)).data)

    @extend_schema(request=BudgetPlanGivenSerializer, responses=BudgetMonthSerializer)
    @action(detail=False, methods=["post"])
    def plan(self, request: Request) -> Response:
        """Plans many at once: to fill a month from a proposal, and to take such a step back."""
        given = self.given(BudgetPlanGivenSerializer)
        return self._plan(given["month"], [wanted(one) for one in given["lines"]], 200)

    @extend_schema(request=BudgetMonthGivenSerializer, responses=BudgetMonthSerializer)
    @action(detail=False, methods=["post"])
    def copy(self, request: Request) -> Response:
        """Plans what was planned the month before, where nothing is planned yet. Answers with those it planned."""
        month = self.given(BudgetMonthGivenSerializer)["month"]
        planned = budgets_copy(owner=self.owner, month=month)
        return self._changed(month, {row.pk for row in planned})

    @extend_schema(parameters=[BudgetQuerySerializer], responses=BudgetProposalSerializer)
    @action(detail=False, methods=["get"])
    def proposal(self, request: Request) -> Response:
        """What could be kept to, by your own full months before."""
        found = budget_propose(owner=self.owner, month=self._asked())
        return Response(BudgetProposalSerializer(told_proposal(found)).data)

    @extend_schema(responses=BudgetChoiceSerializer)
    @action(detail=False, methods=["get"])
    def choice(self, request: Request) -> Response:
        """Whether you budget in envelopes, and since when."""
        return Response(BudgetChoiceSerializer(told_choice(budget_choice(owner=self.owner))).data)

    @extend_schema(request=BudgetChoiceGivenSerializer, responses=BudgetChoiceSerializer)
    @choice.mapping.put
    def choose(self, request: Request) -> Response:
        given = self.given(BudgetChoiceGivenSerializer)
        made = budgeting_choose(owner=self.owner, envelopes_from=given["envelopes_from"], opening=given.get("opening"))
        return Response(BudgetChoiceSerializer(told_choice(made)).data)

    def _asked(self) -> Period:
        checked = BudgetQuerySerializer(data=self.request.query_params)
        checked.is_valid(raise_exception=True)
        return month_of(checked.validated_data.get("month") or today())

    def _plan(self, month: date, lines: Sequence[Wanted], status: int) -> Response:
        rows = budgets_plan(owner=self.owner, month=month, wanted=lines)
        return self._changed(month, {row.pk for row in rows}, status)

    def _changed(self, month: date, only: set[int], status: int = 200) -> Response:
        analysis_ask_later(owner=self.owner)
        return self._month(month_of(month), status, only=only)

    def _month(self, month: Period, status: int = 200, *, only: set[int] | None = None) -> Response:
        """`only`: the budgets to tell of; all where it is not given."""
        found = budget_month(owner=self.owner, month=month, today=today())
        return Response(BudgetMonthSerializer(told_month(found, only)).data, status=status)


router = SimpleRouter()
router.register("budgets", BudgetViewSet, basename="budget")
urls = router.urls
