"""/api/goals/."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from advisory.analysis.formulas import ratio_text
from advisory.analysis.planning.standing import GoalStanding
from advisory.api.fact_links import FindingsViewSet, WithFacts
from advisory.dispatch import analysis_ask_later
from advisory.models import Goal
from advisory.selectors.findings import facts_named
from advisory.selectors.goals import goal_get, goal_list, goal_removed, goals_standing, last_day_booked
from advisory.services.goals import (
    MOST_ACCOUNTS,
    MOST_GOALS,
    GoalGiven,
    goal_create,
    goal_delete,
    goal_restore,
    goal_update,
    goals_reorder,
)
from transactions.api.accounts import DayField
from transactions.api.fields import MOST_POSITION, AmountField, IdField, TextField
from transactions.ledger.money import to_text

REASONS = ["", "reached", "no_date", "date_passed", "too_far", "history"]


class GoalPartSerializer(serializers.Serializer[Any]):
    """What of an account's balance counts for the goal."""

    account = serializers.IntegerField()
    name = serializers.CharField()
    amount = serializers.CharField()


class GoalSerializer(WithFacts, serializers.ModelSerializer[Goal]):
    """Something to save for, and how it stands at the end of `as_of`, the last day with a row. Amounts are decimal
    strings in the goal's currency.

    `saved` is what counts of the linked accounts (see `parts`); without any it is what you say. `odds`: the part of
    paths like your own past months that reach it in time, as if all that is left over went to this goal alone;
    `needed_monthly`: what has to be put aside each month on top, so that four in five of them do; `low`, `mid`, `high`:
    what stands there on the day on one, five and nine in ten paths at most. All of these are null where `reason` says
    why: reached, no_date, date_passed, too_far (fifty years), or history (fewer than six full months).
    """

    accounts = serializers.SerializerMethodField()
    target = serializers.SerializerMethodField()
    monthly = serializers.SerializerMethodField()
    saved_by_hand = serializers.SerializerMethodField(help_text="Counts where no account is linked.")
    saved = serializers.SerializerMethodField()
    missing = serializers.SerializerMethodField()
    progress = serializers.SerializerMethodField(help_text="Saved as a part of the target, four places.")
    parts = serializers.SerializerMethodField()
    as_of = serializers.SerializerMethodField()
    months = serializers.SerializerMethodField(help_text="Whole months until the date; null without one.")
    reason = serializers.SerializerMethodField()
    odds = serializers.SerializerMethodField()
    needed_monthly = serializers.SerializerMethodField()
    low = serializers.SerializerMethodField()
    mid = serializers.SerializerMethodField()
    high = serializers.SerializerMethodField()
    seen_months = serializers.SerializerMethodField(help_text="Full months that the odds rest on.")

    class Meta:
        model = Goal
        fields: ClassVar[list[str]] = [
            "id", "name", "currency", "target", "target_date", "accounts", "saved_by_hand", "monthly", "note",
            "position", "reached_on", "is_archived", "as_of", "saved", "missing", "progress", "parts", "months",
            "reason", "odds", "needed_monthly", "low", "mid", "high", "seen_months", "facts", "created_at",
        ]  # fmt: skip
        read_only_fields = fields

    def _standing(self, row: Goal) -> GoalStanding:
        found: GoalStanding = self.context["standing"].by_goal[str(row.pk)]
        return found

    def _odds(self, row: Goal, name: str) -> Any:
        odds = self._standing(row).odds
        return None if odds is None else getattr(odds, name)

    def _amount(self, row: Goal, name: str) -> str | None:
        minor = self._odds(row, name)
        return None if minor is None else to_text(minor, row.currency)

    @extend_schema_field(serializers.ListField(child=serializers.IntegerField()))
    def get_accounts(self, row: Goal) -> list[int]:
        return [link.account_id for link in row.links.all()]

    def get_target(self, row: Goal) -> str:
        return to_text(row.target_minor, row.currency)

    def get_monthly(self, row: Goal) -> str:
        return to_text(row.monthly_minor, row.currency)

    def get_saved_by_hand(self, row: Goal) -> str:
        return to_text(row.saved_minor, row.currency)

    def get_saved(self, row: Goal) -> str:
        return to_text(self._standing(row).saved_minor, row.currency)

    def get_missing(self, row: Goal) -> str:
        return to_text(self._standing(row).missing_minor, row.currency)

    def get_progress(self, row: Goal) -> str:
        return ratio_text(self.get_saved(row), self.get_target(row)) or "0.0000"

    @extend_schema_field(GoalPartSerializer(many=True))
    def get_parts(self, row: Goal) -> list[dict[str, Any]]:
        names = {link.account_id: link.account.name for link in row.links.all()}
        return [
            {"account": pk, "name": names.get(pk, ""), "amount": to_text(minor, row.currency)}
            for pk, minor in self._standing(row).parts
        ]

    @extend_schema_field(serializers.DateField())
    def get_as_of(self, _row: Goal) -> str:
        return str(self.context["standing"].as_of.isoformat())

    @extend_schema_field(serializers.IntegerField(allow_null=True))
    def get_months(self, row: Goal) -> int | None:
        return self._standing(row).months

    @extend_schema_field(serializers.ChoiceField(choices=REASONS))
    def get_reason(self, row: Goal) -> str:
        return self._standing(row).reason

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_odds(self, row: Goal) -> str | None:
        odds = self._odds(row, "odds")
        return None if odds is None else f"{odds:.4f}"

    def get_needed_monthly(self, row: Goal) -> str | None:
        return self._amount(row, "monthly_minor")

    def get_low(self, row: Goal) -> str | None:
        return self._amount(row, "low_minor")

    def get_mid(self, row: Goal) -> str | None:
        return self._amount(row, "mid_minor")

    def get_high(self, row: Goal) -> str | None:
        return self._amount(row, "high_minor")

    @extend_schema_field(serializers.IntegerField(allow_null=True))
    def get_seen_months(self, row: Goal) -> int | None:
        seen: int | None = self._odds(row, "seen")
        return seen


class GoalGivenSerializer(serializers.Serializer[Any]):
    """What you may say of a goal; amounts in units of its currency. An account that serves several goals is shared out
    in their order. `saved_by_hand` counts where no account is linked."""

    name = serializers.CharField(max_length=80)
    currency = serializers.CharField(max_length=3, min_length=3)
    target = AmountField()
    target_date = DayField(required=False, allow_null=True)
    accounts = serializers.ListField(child=IdField(), required=False, max_length=MOST_ACCOUNTS)
    saved_by_hand = AmountField(required=False)
    monthly = AmountField(required=False)
    note = TextField(required=False, max_length=10_000)
    position = serializers.IntegerField(required=False, min_value=0, max_value=MOST_POSITION)
    reached_on = DayField(required=False, allow_null=True)
    is_archived = serializers.BooleanField(required=False)


class GoalOrderSerializer(serializers.Serializer[Any]):
    ids = serializers.ListField(child=IdField(), allow_empty=False, max_length=MOST_GOALS)


class GoalViewSet(FindingsViewSet):
    """Goals of the caller, in their order. Figures in `facts` are those of the last analysis; the others are of now."""

    serializer_class = GoalSerializer
    queryset = Goal.objects.none()
    ordering = ("position", "id")

    def told(self, found: Any, *, many: bool = False) -> Any:
        rows: Sequence[Goal] = found if many else [found]
        as_of = last_day_booked(owner=self.owner, today=timezone.now().date())
        standing = goals_standing(owner=self.owner, as_of=as_of, also=rows)
        context = {
            **self.get_serializer_context(), "facts": facts_named(self.owner, rows), "standing": standing,
        }  # fmt: skip
        return GoalSerializer(found, many=many, context=context).data

    def list(self, request: Request) -> Response:
        return self.page(goal_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(goal_get(owner=self.owner, goal_id=pk))

    @extend_schema(request=GoalGivenSerializer, responses={201: GoalSerializer})
    def create(self, request: Request) -> Response:
        goal = goal_create(owner=self.owner, given=self._said())
        return self._changed(goal, 201)

    @extend_schema(request=GoalGivenSerializer, responses=GoalSerializer)
    def update(self, request: Request, pk: str, *, partial: bool = False) -> Response:
        goal = goal_get(owner=self.owner, goal_id=pk)
        return self._changed(goal_update(owner=self.owner, goal_id=goal.pk, given=self._said(partial=partial)))

    @extend_schema(request=GoalGivenSerializer, responses=GoalSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        return self.update(request, pk, partial=True)

    @extend_schema(description="It can be brought back with `restore`.")
    def destroy(self, request: Request, pk: str) -> Response:
        goal = goal_get(owner=self.owner, goal_id=pk)
        goal_delete(owner=self.owner, goal_id=goal.pk)
        analysis_ask_later(owner=self.owner)
        return Response(status=204)

    @extend_schema(request=None, responses=GoalSerializer, description="Brings a goal back that was removed.")
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, pk: str) -> Response:
        goal = goal_removed(owner=self.owner, goal_id=pk)
        return self._changed(goal_restore(owner=self.owner, goal_id=goal.pk))

    @extend_schema(
        request=GoalOrderSerializer,
        responses={204: None},
        description="Puts goals into this order, which is also the order in which an account is shared out.",
    )
    @action(detail=False, methods=["post"])
    def reorder(self, request: Request) -> Response:
        goals_reorder(owner=self.owner, ids=self.given(GoalOrderSerializer)["ids"])
        analysis_ask_later(owner=self.owner)
        return Response(status=204)

    def _said(self, *, partial: bool = False) -> GoalGiven:
        given: Any = self.given(GoalGivenSerializer, partial=partial)
        if "saved_by_hand" in given:
            given["saved"] = given.pop("saved_by_hand")
        return given  # type: ignore[no-any-return]  # what the serializer lets through

    def _changed(self, goal: Goal, status: int = 200) -> Response:
        analysis_ask_later(owner=self.owner)
        return self.one(goal_get(owner=self.owner, goal_id=goal.pk), status)


router = SimpleRouter()
router.register("goals", GoalViewSet, basename="goal")
urls = router.urls
