"""/api/advice/."""

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

from advisory.analysis.carried.trials import LONGEST_LABEL
from advisory.analysis.planning.from_advice import changes_from
from advisory.analysis.planning.written import KINDS
from advisory.api.fact_links import FindingsViewSet, WithFacts
from advisory.dispatch import analysis_ask_later
from advisory.models import Advice, Outcome
from advisory.selectors.findings import advice_get, advice_list, advice_shown, advice_totals, facts_named
from advisory.selectors.retold import advice_retold
from advisory.selectors.scenarios import rows_of_running
from advisory.services.advice import (
    advice_accept,
    advice_assume,
    advice_dismiss,
    advice_done,
    advice_reopen,
    advice_see,
)
from transactions.ledger.money import to_text
from transactions.ledger.period import month_of

Status = Advice.Status


class SavingSerializer(serializers.Serializer[Any]):
    """What a year could bring, rounded down; never a promise."""

    low = serializers.CharField()
    mid = serializers.CharField()
    high = serializers.CharField()


class OutcomeSerializer(serializers.ModelSerializer[Outcome]):
    """What came of it, from rows after the acceptance only."""

    saved = serializers.SerializerMethodField()
    transactions = serializers.ListField(child=serializers.IntegerField())

    class Meta:
        model = Outcome
        fields: ClassVar[list[str]] = ["state", "as_of", "saved", "currency", "p_value", "transactions", "measured_at"]
        read_only_fields = fields

    def get_saved(self, row: Outcome) -> str:
        return to_text(row.saved_minor, row.currency)


class AssumptionSerializer(serializers.Serializer[Any]):
    key = serializers.CharField()
    value = serializers.CharField()
    unit = serializers.CharField(default="")
    source = serializers.CharField(default="")  # type: ignore[assignment]
    is_editable = serializers.BooleanField(default=False)


class FollowUpSerializer(serializers.Serializer[Any]):
    kind = serializers.CharField(help_text="Empty where there is nothing to see.")
    metric = serializers.CharField()
    window_days = serializers.IntegerField()
    due = serializers.CharField(help_text="When it is over, once it was accepted; empty before.")


class StartedChangeSerializer(serializers.Serializer[Any]):
    """A change as `/api/scenarios/` takes it."""

    kind = serializers.ChoiceField(choices=KINDS)
    series = serializers.IntegerField(required=False)
    amount = serializers.CharField(required=False)
    cadence = serializers.CharField(required=False)
    starts = serializers.DateField(required=False)
    label = serializers.CharField(required=False)  # type: ignore[assignment]  # declared fields leave the class body


class AdviceSerializer(WithFacts, serializers.ModelSerializer[Advice]):
    """One thing to do. `saving` is null where a risk is lowered rather than money saved. Its sentences are in the
    reader's language."""

    saving = serializers.SerializerMethodField()
    reason = serializers.ChoiceField(
        choices=Advice.Reason.choices, allow_blank=True, read_only=True, help_text="Why it was dismissed."
    )
    transactions = serializers.ListField(child=serializers.IntegerField(), help_text="Whose money the saving counts.")
    assumptions = AssumptionSerializer(many=True)
    action = serializers.DictField()
    what_if = serializers.SerializerMethodField()
    follow_up = serializers.SerializerMethodField()
    outcome = serializers.SerializerMethodField()

    class Meta:
        model = Advice
        fields: ClassVar[list[str]] = [
            "id", "rule", "status", "reason", "is_current", "rank", "title", "what", "why", "how", "gain", "effort",
            "currency", "saving", "confidence", "urgency", "assumptions", "action", "what_if", "follow_up",
            "transactions", "facts", "outcome", "as_of", "cool_down_until", "given_at", "accepted_at", "ended_at",
            "engine",
        ]  # fmt: skip
        read_only_fields = fields

    def to_representation(self, row: Advice) -> dict[str, Any]:
        told = advice_retold(row, self.context.get("facts", {}))
        found = super().to_representation(row)
        named = [{**one, "label": told["title"][:LONGEST_LABEL]} if "label" in one else one for one in found["what_if"]]
        return {**found, **told, "what_if": named}

    @extend_schema_field(SavingSerializer(allow_null=True))
    def get_saving(self, row: Advice) -> dict[str, str] | None:
        minors = {"low": row.saving_low_minor, "mid": row.saving_mid_minor, "high": row.saving_high_minor}
        found = {name: to_text(minor, row.currency) for name, minor in minors.items() if minor is not None}
        return found if len(found) == len(minors) else None

    @extend_schema_field(StartedChangeSerializer(many=True))
    def get_what_if(self, row: Advice) -> list[dict[str, Any]]:
        """The changes it comes down to, for `/api/scenarios/evaluate/`; empty where money does not move."""
        found = changes_from(
            row.rule,
            row.transactions,
            row.saving_mid_minor,
            ids_of=self.context.get("running", {}),
            first=month_of(timezone.now().date()).end,
            label=row.title[:LONGEST_LABEL],
        )
        return [{**one, "amount": to_text(one["amount"], row.currency)} if "amount" in one else one for one in found]

    @extend_schema_field(FollowUpSerializer)
    def get_follow_up(self, row: Advice) -> dict[str, Any]:
        """How it will be seen whether it helped; what the judge remembers stays inside."""
        told = {name: row.follow_up.get(name, "") for name in ("kind", "metric", "due")}
        return told | {"window_days": row.follow_up.get("window_days", 0)}

    @extend_schema_field(OutcomeSerializer(allow_null=True))
    def get_outcome(self, row: Advice) -> Any:
        """The newest measurement; null before it was accepted."""
        newest = next(iter(row.outcomes.all()), None)
        return OutcomeSerializer(newest).data if newest is not None else None


class AdviceQuerySerializer(serializers.Serializer[Any]):
    status = serializers.ChoiceField(
        choices=[*Status.values, "shown", "all"],
        default="shown",
        help_text="shown: at most five that are advised now, and what you have accepted.",
    )


class DismissSerializer(serializers.Serializer[Any]):
    reason = serializers.ChoiceField(choices=Advice.Reason.choices, default=Advice.Reason.OTHER)


class AssumeSerializer(serializers.Serializer[Any]):
    key = serializers.CharField(max_length=40, help_text="Of one of the advice's assumptions that can be changed.")
    value = serializers.CharField(max_length=40, help_text="A decimal number as text, in the assumption's unit.")


class TotalsSerializer(serializers.Serializer[Any]):
    """What advice in one currency has brought; amounts are decimal strings."""

    currency = serializers.CharField()
    claimed = serializers.CharField(help_text="Promised for a year by all that was accepted, the middle figures.")
    proven = serializers.CharField(help_text="Saved so far, where chance is ruled out.")
    likely = serializers.CharField(help_text="Saved so far, where it is not yet.")
    failed = serializers.CharField(help_text="The part of what was claimed whose advice failed or came back.")
    counts = serializers.DictField(child=serializers.IntegerField(), help_text="Pieces of advice by state.")


class TotalsListSerializer(serializers.Serializer[Any]):
    results = TotalsSerializer(many=True)


class AdviceViewSet(FindingsViewSet):
    """What you could do, newest first; `rank` is the order in which to read what is advised now."""

    serializer_class = AdviceSerializer
    queryset = Advice.objects.none()
    ordering = ("-id",)

    def told(self, found: Any, *, many: bool = False) -> Any:
        rows: Sequence[Advice] = found if many else [found]
        running = rows_of_running(owner=self.owner, currencies=sorted({row.currency for row in rows}))
        facts = facts_named(self.owner, rows)
        context = {**self.get_serializer_context(), "facts": facts, "running": running}
        return AdviceSerializer(found, many=many, context=context).data

    @extend_schema(parameters=[AdviceQuerySerializer])
    def list(self, request: Request) -> Response:
        status = self.asked(AdviceQuerySerializer)["status"]
        if status == "shown":
            return self.page(advice_shown(owner=self.owner))
        rows = advice_list(owner=self.owner)
        return self.page(rows if status == "all" else rows.filter(status=status))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(advice_get(owner=self.owner, advice_id=pk))

    def _told(self, pk: int) -> Response:
        return self.one(advice_get(owner=self.owner, advice_id=pk))

    def _answered(self, pk: int) -> Response:
        """An answer makes room for other advice, or moves its figures: the next run sees to it."""
        analysis_ask_later(owner=self.owner)
        return self._told(pk)

    def _mine(self, pk: str) -> int:
        return int(advice_get(owner=self.owner, advice_id=pk).pk)

    @extend_schema(request=None, responses=AdviceSerializer, description="You have looked at it.")
    @action(detail=True, methods=["post"])
    def seen(self, request: Request, pk: str) -> Response:
        return self._told(advice_see(owner=self.owner, advice_id=self._mine(pk)).pk)

    @extend_schema(
        request=None,
        responses=AdviceSerializer,
        description="You will do it. Its words and figures stay as they are, and rows from now on show what it brings.",
    )
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, pk: str) -> Response:
        return self._answered(advice_accept(owner=self.owner, advice_id=self._mine(pk)).pk)

    @extend_schema(
        request=DismissSerializer,
        responses=AdviceSerializer,
        description="You will not. It does not come again for half a year.",
    )
    @action(detail=True, methods=["post"])
    def dismiss(self, request: Request, pk: str) -> Response:
        advice_id = self._mine(pk)
        given = self.given(DismissSerializer)
        return self._answered(advice_dismiss(owner=self.owner, advice_id=advice_id, **given).pk)

    @extend_schema(request=None, responses=AdviceSerializer, description="You did it.")
    @action(detail=True, methods=["post"])
    def done(self, request: Request, pk: str) -> Response:
        return self._answered(advice_done(owner=self.owner, advice_id=self._mine(pk)).pk)

    @extend_schema(
        request=None,
        responses=AdviceSerializer,
        description=(
            "Take the last answer back: what was done or put away is accepted again if it was, what was accepted is "
            "open. 409 where it has expired, or was given anew since."
        ),
    )
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, pk: str) -> Response:
        return self._answered(advice_reopen(owner=self.owner, advice_id=self._mine(pk)).pk)

    @extend_schema(
        request=AssumeSerializer,
        responses=AdviceSerializer,
        description=(
            "Say what an assumption really is. It is kept at once and for all runs to come; the analysis that it asks "
            "for works out the figures anew within a minute or two. Those of accepted advice stay as they are."
        ),
    )
    @action(detail=True, methods=["patch"])
    def assumptions(self, request: Request, pk: str) -> Response:
        advice_id = self._mine(pk)
        given = self.given(AssumeSerializer)
        return self._answered(advice_assume(owner=self.owner, advice_id=advice_id, **given).pk)

    @extend_schema(
        responses=TotalsListSerializer, description="What all accepted advice has claimed and brought, by currency."
    )
    @action(detail=False, methods=["get"])
    def totals(self, request: Request) -> Response:
        found = [
            {
                "currency": one.currency,
                **{
                    name: to_text(getattr(one, name), one.currency)
                    for name in ("claimed", "proven", "likely", "failed")
                },
                "counts": one.counts,
            }
            for one in advice_totals(owner=self.owner)
        ]
        return Response({"results": found})


router = SimpleRouter()
router.register("advice", AdviceViewSet, basename="advice")
urls = router.urls
