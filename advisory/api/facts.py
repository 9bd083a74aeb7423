"""Facts and their evidence over HTTP."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.people import owner_of
from advisory.models import Fact
from advisory.narration.labels import definition, label
from advisory.selectors.facts import Evidence, EvidenceRow, fact_evidence, fact_get, stale_among
from transactions.ledger.money import to_text
from transactions.ledger.period import Period


class FactPeriodSerializer(serializers.Serializer[Any]):
    start = serializers.DateField()
    end = serializers.DateField(help_text="The last day, included.")


class FactSerializer(serializers.ModelSerializer[Fact]):
    label = serializers.SerializerMethodField()  # type: ignore[assignment]  # declared fields leave the class body
    period = serializers.SerializerMethodField()
    transaction_count = serializers.SerializerMethodField()
    is_stale = serializers.SerializerMethodField()
    params = serializers.DictField(read_only=True)
    inputs = serializers.ListField(child=serializers.CharField(), read_only=True)
    transactions = serializers.ListField(child=serializers.IntegerField(), read_only=True)

    class Meta:
        model = Fact
        fields = [
            "id",
            "metric",
            "label",
            "kind",
            "value",
            "unit",
            "period",
            "formula",
            "params",
            "transaction_count",
            "transactions",
            "inputs",
            "computed_at",
            "is_stale",
        ]
        read_only_fields = fields

    def get_label(self, fact: Fact) -> str:
        return label(fact.metric, fact.params)

    @extend_schema_field(FactPeriodSerializer)
    def get_period(self, fact: Fact) -> dict[str, str]:
        period = Period(fact.period_start, fact.period_end)
        return {"start": period.start.isoformat(), "end": period.last_day.isoformat()}

    def get_transaction_count(self, fact: Fact) -> int:
        return len(fact.transactions)

    def get_is_stale(self, fact: Fact) -> bool:
        """`stale` in the context: the ids of those that are, found for all of them at once."""
        return fact.pk in self.context["stale"]


class EvidenceRowSerializer(serializers.Serializer[EvidenceRow]):
    transaction = serializers.IntegerField(source="txn.pk")
    booking_date = serializers.DateField(source="txn.booking_date")
    account_name = serializers.CharField(source="txn.account.name")
    payee_name = serializers.CharField(source="txn.payee.name", default="")
    description = serializers.CharField(source="txn.description")
    category_name = serializers.CharField(source="txn.category.name", default="")
    currency = serializers.CharField(source="txn.currency")
    amount = serializers.SerializerMethodField()
    counted = serializers.SerializerMethodField()
    running = serializers.SerializerMethodField()

    def get_amount(self, row: EvidenceRow) -> str:
        return to_text(row.txn.amount_minor, row.txn.currency)

    def get_counted(self, row: EvidenceRow) -> str:
        return to_text(row.counted_minor, row.txn.currency)

    def get_running(self, row: EvidenceRow) -> str:
        return to_text(row.running_minor, row.txn.currency)


class EvidenceSerializer(serializers.Serializer[Evidence]):
    fact = FactSerializer()
    definition = serializers.SerializerMethodField()
    rows = EvidenceRowSerializer(many=True)
    inputs = FactSerializer(many=True)
    recomputed = serializers.CharField()
    matches = serializers.BooleanField()
    is_stale = serializers.BooleanField()

    def get_definition(self, evidence: Evidence) -> str:
        return definition(evidence.fact.formula)


class FactDetailView(APIView):
    """One stored figure: its value, formula, period and the ids of what proves it."""

    @extend_schema(responses=FactSerializer)
    def get(self, request: Request, pk: str) -> Response:
        owner = owner_of(request)
        fact = fact_get(owner, pk)
        return Response(FactSerializer(fact, context={"stale": stale_among(owner, [fact])}).data)


class FactEvidenceView(APIView):
    """The rows behind a fact, summed again now."""

    @extend_schema(responses=EvidenceSerializer)
    def get(self, request: Request, pk: str) -> Response:
        evidence = fact_evidence(owner_of(request), pk)
        return Response(EvidenceSerializer(evidence, context={"stale": evidence.stale}).data)
