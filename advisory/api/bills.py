"""/api/bills/."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from advisory.api.bills_overview import BillsOverviewSerializer, BillsWindowSerializer, overview_told
from advisory.api.fact_links import FindingsViewSet
from advisory.api.series import DeclaredGivenSerializer, RecurringGivenSerializer, RecurringSerializer
from advisory.dispatch import analysis_ask_later
from advisory.models import RecurringSeries
from advisory.selectors.bills import bills_overview
from advisory.selectors.series import series_get, series_list
from advisory.services.bills import DeclaredGiven, series_declare, series_merge, series_remove, series_separate
from advisory.services.series import SeriesGiven, series_correct, series_decide
from transactions.api.fields import IdField

Decision = RecurringSeries.Decision


class BillQuerySerializer(serializers.Serializer[Any]):
    status = serializers.ChoiceField(choices=RecurringSeries.Status.choices, required=False)
    role = serializers.ChoiceField(choices=RecurringSeries.Role.choices, required=False)
    decision = serializers.ChoiceField(
        choices=[*Decision.values, "all"], required=False, help_text="Without it, all but what you ignore."
    )
    source = serializers.ChoiceField(  # type: ignore[assignment]  # declared fields leave the class body
        choices=RecurringSeries.Source.choices, required=False
    )


class MergeGivenSerializer(serializers.Serializer[Any]):
    series = IdField(help_text="The other one.")


class SeparatedSerializer(serializers.Serializer[Any]):
    """The series that it was made of, as they were."""

    results = RecurringSerializer(many=True)


class BillViewSet(FindingsViewSet):
    """Bills, subscriptions, income and other payments that come back, whether they were found in your rows or you
    declared them. What you say of them stays through all runs."""

    serializer_class = RecurringSerializer
    queryset = RecurringSeries.objects.none()
    ordering = ("-id",)

    @extend_schema(parameters=[BillQuerySerializer])
    def list(self, request: Request) -> Response:
        asked = self.asked(BillQuerySerializer)
        rows = series_list(owner=self.owner)
        decision = asked.pop("decision", None)
        if decision is None:
            rows = rows.exclude(decision=Decision.IGNORED)
        elif decision != "all":
            rows = rows.filter(decision=decision)
        if "role" in asked:
            said = Q(corrections__role=asked["role"])
            rows = rows.filter(said | Q(role=asked["role"]) & ~Q(corrections__has_key="role"))
        plain = {name: asked[name] for name in ("status", "source") if name in asked}
        return self.page(rows.filter(**plain))

    @extend_schema(request=DeclaredGivenSerializer, responses={201: RecurringSerializer})
    def create(self, request: Request) -> Response:
        given: Any = self.given(DeclaredGivenSerializer)
        said: DeclaredGiven = given
        return self._said(series_declare(owner=self.owner, given=said), 201)

    @extend_schema(description="Takes a declaration back. What was found is ignored instead.")
    def destroy(self, request: Request, pk: str) -> Response:
        row = series_get(owner=self.owner, series_id=pk)
        series_remove(owner=self.owner, series_id=row.pk)
        analysis_ask_later(owner=self.owner)
        return Response(status=204)

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(series_get(owner=self.owner, series_id=pk))

    @extend_schema(request=RecurringGivenSerializer, responses=RecurringSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        row = series_get(owner=self.owner, series_id=pk)
        given: Any = self.given(RecurringGivenSerializer, partial=True)
        changes: SeriesGiven = given
        return self._said(series_correct(owner=self.owner, series_id=row.pk, given=changes))

    def _decide(self, pk: str, decision: RecurringSeries.Decision) -> Response:
        row = series_get(owner=self.owner, series_id=pk)
        return self._said(series_decide(owner=self.owner, series_id=row.pk, decision=decision))

    def _said(self, row: RecurringSeries, status: int = 200) -> Response:
        analysis_ask_later(owner=self.owner)
        return self.one(series_get(owner=self.owner, series_id=row.pk), status)

    @extend_schema(request=None, responses=RecurringSerializer, description="It is right, and stays.")
    @action(detail=True, methods=["post"])
    def confirm(self, request: Request, pk: str) -> Response:
        return self._decide(pk, Decision.CONFIRMED)

    @extend_schema(request=None, responses=RecurringSerializer, description="It is no series: it counts nowhere.")
    @action(detail=True, methods=["post"])
    def ignore(self, request: Request, pk: str) -> Response:
        return self._decide(pk, Decision.IGNORED)

    @extend_schema(request=None, responses=RecurringSerializer, description="Takes your decision back.")
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, pk: str) -> Response:
        return self._decide(pk, Decision.OPEN)

    @extend_schema(
        request=MergeGivenSerializer,
        responses={201: RecurringSerializer},
        description="Makes this series and another one: the answer counts in the place of both, until it is separated.",
    )
    @action(detail=True, methods=["post"])
    def merge(self, request: Request, pk: str) -> Response:
        row = series_get(owner=self.owner, series_id=pk)
        other = self.given(MergeGivenSerializer)["series"]
        return self._said(series_merge(owner=self.owner, series_id=row.pk, other_id=other), 201)

    @extend_schema(request=None, responses=SeparatedSerializer, description="Takes a merge back.")
    @action(detail=True, methods=["post"])
    def separate(self, request: Request, pk: str) -> Response:
        row = series_get(owner=self.owner, series_id=pk)
        parts = series_separate(owner=self.owner, series_id=row.pk)
        analysis_ask_later(owner=self.owner)
        return Response({"results": self.told(parts, many=True)})

    @extend_schema(
        parameters=[BillsWindowSerializer],
        responses=BillsOverviewSerializer,
        description="What comes, what did not come, what came twice or at another price, and a year of subscriptions.",
    )
    @action(detail=False, methods=["get"], pagination_class=None)
    def overview(self, request: Request) -> Response:
        days = self.asked(BillsWindowSerializer)["days"]
        found = bills_overview(owner=self.owner, days=days, today=timezone.now().date())
        return Response(overview_told(found))


router = SimpleRouter()
router.register("bills", BillViewSet, basename="bill")
urls = router.urls
