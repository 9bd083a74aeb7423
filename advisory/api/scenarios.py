"""/api/scenarios/: what if. Changes to what is expected, saved under a name or only tried."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from accounts.models import User
from advisory.analysis.carried.trials import LONGEST_LABEL, LONGEST_LOSS, MOST_CHANGES
from advisory.analysis.planning.compared import MOST_MONTHS
from advisory.analysis.planning.written import KINDS
from advisory.api.scenario_trials import TrialSerializer, changes_told, trial_told
from advisory.api.spoken import Spoken
from advisory.models import RecurringSeries, SavedScenario
from advisory.selectors.scenarios import Subjects, scenario_get, scenario_list, scenarios_tried, subjects_for
from advisory.services.scenarios import (
    ScenarioGiven,
    changes_written,
    scenario_create,
    scenario_delete,
    scenario_update,
)
from transactions.api.accounts import DayField
from transactions.api.base import OwnedViewSet
from transactions.api.conditions import etag_of
from transactions.api.fields import AmountField, IdField, TextField
from transactions.selectors.summary import base_currency
from transactions.services.given import currency_code, field_error

MOST_COMPARED = 5
A_YEAR = 12


class ChangeGivenSerializer(serializers.Serializer[Any]):
    """One change. cancel: `series`. amount: `series` and its new signed `amount`. due_day: `series` and the `day` of
    the month. add: a signed `amount` from `starts` on, once or in a `cadence` until `until`. lose_income: for `months`,
    of the series in `income` or of all. category: `per_cent` more or less in `category`. debt: `amount` more a month on
    the `account`. Each may have a day from which it holds, `starts`, and a `label` of yours."""

    kind = serializers.ChoiceField(choices=KINDS)
    series = IdField(required=False)
    income = serializers.ListField(child=IdField(), required=False, max_length=MOST_CHANGES)
    account = IdField(required=False)
    category = IdField(required=False)
    amount = AmountField(required=False)
    per_cent = AmountField(required=False)
    day = serializers.IntegerField(required=False, min_value=1, max_value=31)
    months = serializers.IntegerField(required=False, min_value=1, max_value=LONGEST_LOSS)
    cadence = serializers.ChoiceField(required=False, allow_blank=True, choices=RecurringSeries.Cadence.choices)
    starts = DayField(required=False)
    until = DayField(required=False)
    label = TextField(required=False, max_length=LONGEST_LABEL)  # type: ignore[assignment]


class ScenarioGivenSerializer(serializers.Serializer[Any]):
    """A scenario as you say it; amounts are in its currency, your base currency where none is named."""

    name = serializers.CharField(max_length=80)
    currency = serializers.CharField(required=False, min_length=3, max_length=3)
    changes: Any = serializers.ListSerializer(child=ChangeGivenSerializer(), max_length=MOST_CHANGES)


class TriedSerializer(serializers.Serializer[Any]):
    """A saved scenario by its `id`, or changes that are not saved."""

    id = IdField(required=False)
    name = serializers.CharField(required=False, max_length=80, allow_blank=True)
    changes: Any = serializers.ListSerializer(child=ChangeGivenSerializer(), required=False, max_length=MOST_CHANGES)


class EvaluateSerializer(serializers.Serializer[Any]):
    """What to try, side by side with the forecast itself."""

    currency = serializers.CharField(required=False, min_length=3, max_length=3)
    months = serializers.IntegerField(default=A_YEAR, min_value=1, max_value=MOST_MONTHS)
    scenarios: Any = serializers.ListSerializer(child=TriedSerializer(), required=False, max_length=MOST_COMPARED)


class ChangeSerializer(serializers.Serializer[Any]):
    """A change as it is kept. `about`: what it is about, by name; `is_lost`: that is no longer there, and the
    change does nothing."""

    kind = serializers.ChoiceField(choices=KINDS)
    series = serializers.IntegerField(allow_null=True)
    income = serializers.ListField(child=serializers.IntegerField())
    account = serializers.IntegerField(allow_null=True)
    category = serializers.IntegerField(allow_null=True)
    amount = serializers.CharField(allow_null=True)
    per_cent = serializers.CharField(allow_null=True)
    day = serializers.IntegerField(allow_null=True)
    months = serializers.IntegerField(allow_null=True)
    cadence = serializers.CharField(allow_blank=True)
    starts = serializers.DateField(allow_null=True)
    until = serializers.DateField(allow_null=True)
    label = serializers.CharField(allow_blank=True)  # type: ignore[assignment]
    about = serializers.CharField(allow_blank=True)
    is_lost = serializers.BooleanField()


class ScenarioSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    name = serializers.CharField()
    currency = serializers.CharField()
    changes = ChangeSerializer(many=True)
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class ScenarioViewSet(Spoken, OwnedViewSet):
    """Your scenarios, the newest first. Only what you said is kept: what comes of it is worked out when you ask."""

    serializer_class = ScenarioSerializer
    queryset = SavedScenario.objects.none()
    ordering = ("-id",)

    def list(self, request: Request) -> Response:
        rows = self.paginate_queryset(scenario_list(owner=self.owner)) or []
        return self.get_paginated_response(_told(self.owner, rows))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self._one(scenario_get(owner=self.owner, scenario_id=pk))

    @extend_schema(request=ScenarioGivenSerializer, responses={201: ScenarioSerializer})
    def create(self, request: Request) -> Response:
        given: Any = self.given(ScenarioGivenSerializer)
        given.setdefault("currency", base_currency(owner=self.owner))
        return self._one(scenario_create(owner=self.owner, given=given), 201)

    @extend_schema(request=ScenarioGivenSerializer, responses=ScenarioSerializer)
    def update(self, request: Request, pk: str, *, partial: bool = False) -> Response:
        row = scenario_get(owner=self.owner, scenario_id=pk)
        given: ScenarioGiven = self.given(ScenarioGivenSerializer, partial=partial)  # type: ignore[assignment]
        return self._one(scenario_update(owner=self.owner, scenario_id=row.pk, given=given))

    @extend_schema(request=ScenarioGivenSerializer, responses=ScenarioSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        return self.update(request, pk, partial=True)

    def destroy(self, request: Request, pk: str) -> Response:
        row = scenario_get(owner=self.owner, scenario_id=pk)
        scenario_delete(owner=self.owner, scenario_id=row.pk)
        return Response(status=204)

    @extend_schema(request=EvaluateSerializer, responses=TrialSerializer)
    @action(detail=False, methods=["post"])
    def evaluate(self, request: Request) -> Response:
        """Tries scenarios, saved or not, side by side on the newest forecast. Nothing is stored."""
        given = self.given(EvaluateSerializer)
        asked = [self._saved_or_said(one) for one in given.get("scenarios", [])]
        code = self._currency(given.get("currency"), asked)
        changes = [
            row.changes if row else changes_written(owner=self.owner, currency=code, changes=said.get("changes", ()))
            for row, said in asked
        ]
        trial = scenarios_tried(
            owner=self.owner, currency=code, months=given["months"], scenarios=changes, today=timezone.now().date()
        )
        names = [(row.pk, row.name) if row else (None, said.get("name", "")) for row, said in asked]
        return Response(trial_told(trial, names, changes))

    def _saved_or_said(self, said: dict[str, Any]) -> tuple[SavedScenario | None, dict[str, Any]]:
        if "id" not in said:
            return None, said
        if "changes" in said:
            raise field_error("scenarios", "Name a saved scenario or say changes, not both.")
        return scenario_get(owner=self.owner, scenario_id=said["id"]), said

    def _currency(self, given: str | None, asked: Sequence[tuple[SavedScenario | None, Any]]) -> str:
        """The one asked for, that of the saved scenarios, or the base currency; all must agree."""
        saved = {row.currency for row, _ in asked if row}
        code = currency_code(given) if given else next(iter(sorted(saved)), base_currency(owner=self.owner))
        if saved - {code}:
            raise field_error("scenarios", "Compare scenarios of one currency.")
        return code

    def _one(self, row: SavedScenario, status: int = 200) -> Response:
        (data,) = _told(self.owner, [row])
        return Response(data, status=status, headers={"ETag": etag_of(row, data)})


def _told(owner: User, rows: Sequence[SavedScenario]) -> list[dict[str, Any]]:
    today = timezone.now().date()
    subjects = {code: subjects_for(owner=owner, currency=code, as_of=today) for code in {row.currency for row in rows}}
    return [_scenario(row, subjects[row.currency]) for row in rows]


def _scenario(row: SavedScenario, subjects: Subjects) -> dict[str, Any]:
    return {
        "id": row.pk,
        "name": row.name,
        "currency": row.currency,
        "changes": changes_told(row.changes, row.currency, subjects),
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }


router = SimpleRouter()
router.register("scenarios", ScenarioViewSet, basename="scenario")
urls = router.urls
