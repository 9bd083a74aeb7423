"""/api/recurring/."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Q
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from advisory.analysis.per_year import PER_YEAR
from advisory.api.fact_links import FindingsViewSet, WithFacts
from advisory.dispatch import analysis_ask_later
from advisory.models import RecurringSeries
from advisory.selectors.findings import recurring_get, recurring_list
from advisory.services.series import SeriesGiven, series_correct, series_decide
from transactions.api.fields import AmountField
from transactions.ledger.money import to_text

Decision = RecurringSeries.Decision


class PriceChangeSerializer(serializers.Serializer[Any]):
    """`from` and `to`: amounts before and from this day on."""

    date = serializers.DateField()
    to = serializers.CharField()

    def get_fields(self) -> Any:
        return {**super().get_fields(), "from": serializers.CharField()}


class FoundSerializer(serializers.Serializer[Any]):
    """What the engine found, where you have said something else."""

    label = serializers.CharField()  # type: ignore[assignment]  # declared fields leave the class body
    cadence = serializers.CharField()
    role = serializers.CharField()
    amount = serializers.CharField()
    next_date = serializers.DateField(allow_null=True)


class RecurringSerializer(WithFacts, serializers.ModelSerializer[RecurringSeries]):
    """A stream of payments that comes back. Where you corrected something your word stands here."""

    account = serializers.IntegerField(source="account_id", allow_null=True)
    account_name = serializers.CharField(source="account.name", default="")
    label = serializers.SerializerMethodField()  # type: ignore[assignment]
    cadence = serializers.SerializerMethodField()
    role = serializers.SerializerMethodField()
    amount = serializers.SerializerMethodField(help_text="Expected next, negative = leaving.")
    amount_low = serializers.SerializerMethodField()
    amount_high = serializers.SerializerMethodField()
    yearly = serializers.SerializerMethodField(help_text="A year of it at this amount.")
    next_date = serializers.SerializerMethodField()
    price_changes = serializers.SerializerMethodField()
    notes = serializers.ListField(child=serializers.CharField())
    transactions = serializers.ListField(child=serializers.IntegerField())
    corrected = serializers.SerializerMethodField()
    found = serializers.SerializerMethodField()

    class Meta:
        model = RecurringSeries
        fields: ClassVar[list[str]] = [
            "id", "label", "payee_key", "account", "account_name", "currency", "cadence", "role", "status", "decision",
            "amount", "amount_low", "amount_high", "yearly", "first_date", "last_date", "next_date", "next_from",
            "next_until", "price_changes", "missed", "late", "notes", "confidence", "transactions", "corrected",
            "found", "is_found", "cancelled_on", "unused_on",
            "facts", "engine", "created_at", "updated_at",
        ]  # fmt: skip
        read_only_fields = fields

    def get_label(self, row: RecurringSeries) -> str:
        return str(row.effective("label"))

    @extend_schema_field(serializers.ChoiceField(choices=RecurringSeries.Cadence.choices))
    def get_cadence(self, row: RecurringSeries) -> str:
        return str(row.effective("cadence"))

    @extend_schema_field(serializers.ChoiceField(choices=RecurringSeries.Role.choices))
    def get_role(self, row: RecurringSeries) -> str:
        return str(row.effective("role"))

    def get_amount(self, row: RecurringSeries) -> str:
        return to_text(row.effective("amount_minor"), row.currency)

    def get_amount_low(self, row: RecurringSeries) -> str:
        return to_text(row.amount_low_minor, row.currency)

    def get_amount_high(self, row: RecurringSeries) -> str:
        return to_text(row.amount_high_minor, row.currency)

    def get_yearly(self, row: RecurringSeries) -> str:
        return to_text(row.effective("amount_minor") * PER_YEAR[row.effective("cadence")], row.currency)

    @extend_schema_field(serializers.DateField(allow_null=True))
    def get_next_date(self, row: RecurringSeries) -> str | None:
        day = row.effective("next_date")
        return day.isoformat() if day else None

    @extend_schema_field(PriceChangeSerializer(many=True))
    def get_price_changes(self, row: RecurringSeries) -> list[dict[str, str]]:
        return [
            {
                "date": step["date"],
                "from": to_text(step["from"], row.currency),
                "to": to_text(step["to"], row.currency),
            }
            for step in row.price_changes
        ]

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_corrected(self, row: RecurringSeries) -> list[str]:
        return sorted(name.removesuffix("_minor") for name in row.corrections)

    @extend_schema_field(FoundSerializer)
    def get_found(self, row: RecurringSeries) -> dict[str, Any]:
        return {
            "label": row.label,
            "cadence": row.cadence,
            "role": row.role,
            "amount": to_text(row.amount_minor, row.currency),
            "next_date": row.next_date.isoformat() if row.next_date else None,
        }


class RecurringGivenSerializer(serializers.Serializer[Any]):
    """What you may say of a series. null takes your correction back."""

    label = serializers.CharField(max_length=200, allow_null=True, required=False)  # type: ignore[assignment]
    cadence = serializers.ChoiceField(choices=RecurringSeries.Cadence.choices, allow_null=True, required=False)
    role = serializers.ChoiceField(choices=RecurringSeries.Role.choices, allow_null=True, required=False)
    amount = AmountField(allow_null=True, required=False)
    next_date = serializers.DateField(allow_null=True, required=False)
    cancelled_on = serializers.DateField(
        allow_null=True, required=False, help_text="You cancelled it on this day; a later charge is worth a word."
    )
    unused_on = serializers.DateField(
        allow_null=True, required=False, help_text="Since this day you do not use it; ending it becomes advice."
    )


class RecurringQuerySerializer(serializers.Serializer[Any]):
    status = serializers.ChoiceField(choices=RecurringSeries.Status.choices, required=False)
    role = serializers.ChoiceField(choices=RecurringSeries.Role.choices, required=False)
    decision = serializers.ChoiceField(
        choices=[*Decision.values, "all"], required=False, help_text="Without it, all but what you ignore."
    )


class RecurringViewSet(FindingsViewSet):
    """Bills, subscriptions, income and other payments that come back. What you say of them stays through all runs."""

    serializer_class = RecurringSerializer
    queryset = RecurringSeries.objects.none()
    ordering = ("-id",)

    @extend_schema(parameters=[RecurringQuerySerializer])
    def list(self, request: Request) -> Response:
        asked = self.asked(RecurringQuerySerializer)
        rows = recurring_list(owner=self.owner)
        decision = asked.pop("decision", None)
        if decision is None:
            rows = rows.exclude(decision=Decision.IGNORED)
        elif decision != "all":
            rows = rows.filter(decision=decision)
        if "role" in asked:
            said = Q(corrections__role=asked["role"])
            rows = rows.filter(said | Q(role=asked["role"]) & ~Q(corrections__has_key="role"))
        return self.page(rows.filter(status=asked["status"]) if "status" in asked else rows)

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(recurring_get(owner=self.owner, series_id=pk))

    @extend_schema(request=RecurringGivenSerializer, responses=RecurringSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        row = recurring_get(owner=self.owner, series_id=pk)
        given: Any = self.given(RecurringGivenSerializer, partial=True)
        changes: SeriesGiven = given
        return self._said(series_correct(owner=self.owner, series_id=row.pk, given=changes))

    def _decide(self, pk: str, decision: RecurringSeries.Decision) -> Response:
        row = recurring_get(owner=self.owner, series_id=pk)
        return self._said(series_decide(owner=self.owner, series_id=row.pk, decision=decision))

    def _said(self, row: RecurringSeries) -> Response:
        analysis_ask_later(owner=self.owner)
        return self.one(recurring_get(owner=self.owner, series_id=row.pk))

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


router = SimpleRouter()
router.register("recurring", RecurringViewSet, basename="recurring")
urls = router.urls
