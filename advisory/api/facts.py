"""Facts and their evidence over HTTP."""

from __future__ import annotations

import base64
from datetime import date
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from accounts.api.people import owner_of
from advisory.api.spoken import Spoken
from advisory.models import Fact
from advisory.narration.labels import definition, label
from advisory.selectors.facts import (
    MOST_LISTED,
    Evidence,
    EvidenceRow,
    fact_evidence,
    fact_get,
    id_ranges,
    stale_among,
)
from transactions.api.pagination import BAD_CURSOR
from transactions.ledger.money import is_currency, to_text
from transactions.ledger.period import Period


class FactPeriodSerializer(serializers.Serializer[Any]):
    start = serializers.DateField()
    end = serializers.DateField(help_text="The last day, included.")


class FactQuerySerializer(serializers.Serializer[Any]):
    """The rows of a figure that stands on more than 500 of them."""

    id_ranges = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2),
        help_text="Every transaction of yours whose id lies in one of these, both ends included.",
    )
    count = serializers.IntegerField()
    sum = serializers.CharField(allow_null=True, help_text="Of what each counts, where the figure is a sum.")
    hash = serializers.CharField(help_text="Over ids and revisions of the rows it was computed from.")


def is_long(fact: Fact) -> bool:
    return len(fact.transaction_ids) > MOST_LISTED


class FactSerializer(serializers.ModelSerializer[Fact]):
    label = serializers.SerializerMethodField()  # type: ignore[assignment]  # declared fields leave the class body
    period = serializers.SerializerMethodField()
    transaction_count = serializers.SerializerMethodField()
    is_stale = serializers.SerializerMethodField()
    params = serializers.DictField(read_only=True)
    inputs = serializers.ListField(child=serializers.CharField(), read_only=True)
    transactions = serializers.SerializerMethodField(
        help_text="Ids, ascending; empty where there are more than 500: then `query` says which."
    )
    query = serializers.SerializerMethodField()

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
            "query",
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
        return fact.row_count or len(fact.transaction_ids)

    def get_transactions(self, fact: Fact) -> list[int]:
        return [] if is_long(fact) else fact.transaction_ids

    @extend_schema_field(FactQuerySerializer(allow_null=True))
    def get_query(self, fact: Fact) -> dict[str, Any] | None:
        """Which rows it stands on, where they are too many to list."""
        if not is_long(fact):
            return None
        ids = fact.transaction_ids
        return {
            "id_ranges": fact.ranges or id_ranges(ids),
            "count": len(ids),
            "sum": fact.value if fact.kind == Fact.Kind.SUM else None,
            "hash": fact.rows_hash,
        }

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
    row_count = serializers.IntegerField(help_text="Of all that are still there.")
    offset = serializers.IntegerField(help_text="How many rows lie before these.")
    next = serializers.SerializerMethodField(help_text="Where the rows that follow are, if there are any.")
    total = serializers.SerializerMethodField()
    inputs = FactSerializer(many=True)
    recomputed = serializers.CharField()
    matches = serializers.BooleanField()
    is_stale = serializers.BooleanField()

    def get_total(self, evidence: Evidence) -> str | None:
        """All rows summed now, the ones not shown included; none where they are of several currencies or of none."""
        unit = evidence.fact.unit
        return to_text(evidence.total_minor, unit) if is_currency(unit) and evidence.row_count else None

    @extend_schema_field(serializers.URLField(allow_null=True))
    def get_next(self, evidence: Evidence) -> str | None:
        if evidence.after is None:
            return None
        address = self.context["request"].build_absolute_uri()
        return str(replace_query_param(address, "cursor", cursor_of(evidence.after)))

    def get_definition(self, evidence: Evidence) -> str:
        return definition(evidence.fact.formula)


def cursor_of(place: tuple[date, int]) -> str:
    """Booking date and id of the last row of a page, as text that nobody is meant to read."""
    return base64.urlsafe_b64encode(f"{place[0].isoformat()} {place[1]}".encode()).decode()


def place_of(cursor: str) -> tuple[date, int] | None:
    """What `cursor_of` was given; None for no cursor. ValidationError for any other text."""
    if not cursor:
        return None
    try:
        day, number = base64.urlsafe_b64decode(cursor.encode("ascii")).decode("ascii").split(" ")
        return date.fromisoformat(day), int(number)
    except ValueError:
        raise serializers.ValidationError({"cursor": [BAD_CURSOR]}) from None


class FactDetailView(Spoken):
    """One stored figure: its value, formula, period and the ids of what proves it."""

    @extend_schema(responses=FactSerializer)
    def get(self, request: Request, pk: str) -> Response:
        owner = owner_of(request)
        fact = fact_get(owner, pk)
        return Response(FactSerializer(fact, context={"stale": stale_among(owner, [fact])}).data)


class FactEvidenceView(Spoken):
    """The rows behind a fact, at most 500 at a time, summed again now."""

    @extend_schema(
        parameters=[OpenApiParameter("cursor", str, description="From `next` of another page.")],
        responses=EvidenceSerializer,
    )
    def get(self, request: Request, pk: str) -> Response:
        evidence = fact_evidence(owner_of(request), pk, place_of(request.query_params.get("cursor", "")))
        return Response(EvidenceSerializer(evidence, context={"stale": evidence.stale, "request": request}).data)
