"""A recurring series as it is told, and what may be said of one."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from advisory.analysis.per_year import PER_YEAR
from advisory.api.fact_links import WithFacts
from advisory.models import RecurringSeries
from transactions.api.fields import AmountField, IdField
from transactions.ledger.money import to_text


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
    """A stream of payments that comes back. Where you corrected something your word stands here.

    `source`: found in your rows, declared by you, or merged, which means made by you of others. `missed_days`: due days
    of the last year that nothing came on, as far as rows are known."""

    category_name = serializers.CharField(source="category.name", default="")
    payee_name = serializers.CharField(source="payee.name", default="")
    category = serializers.IntegerField(source="category_id", allow_null=True)
    payee = serializers.IntegerField(source="payee_id", allow_null=True)
    missed_days = serializers.SerializerMethodField()
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
            "id", "source", "label", "payee_key", "payee", "payee_name", "category", "category_name", "account",
            "account_name", "currency", "cadence", "role", "status", "decision", "amount", "amount_low", "amount_high",
            "yearly", "first_date", "last_date", "next_date", "next_from", "next_until", "ends_on", "price_changes",
            "missed", "missed_days", "late", "notes", "confidence", "transactions", "corrected", "found", "is_found",
            "cancelled_on", "unused_on", "facts", "engine", "created_at", "updated_at",
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

    @extend_schema_field(serializers.ListField(child=serializers.DateField()))
    def get_missed_days(self, row: RecurringSeries) -> list[str]:
        return list(row.watched.get("missed", []))

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
    ends_on = serializers.DateField(allow_null=True, required=False, help_text="Nothing is due after this day.")


class DeclaredGivenSerializer(serializers.Serializer[Any]):
    """A series of your own. `amount` is signed: what leaves is negative. `next_date` is a due day that the others are
    counted from. Rows with its payee, without one with its category, else with its name are of it."""

    label = serializers.CharField(max_length=200)  # type: ignore[assignment]
    account = IdField()
    payee = IdField(allow_null=True, required=False)
    category = IdField(allow_null=True, required=False)
    currency = serializers.CharField(max_length=3, min_length=3, required=False, help_text="That of the account.")
    amount = AmountField()
    cadence = serializers.ChoiceField(choices=RecurringSeries.Cadence.choices)
    role = serializers.ChoiceField(
        choices=RecurringSeries.Role.choices, required=False, help_text="A bill or income where you leave it out."
    )
    next_date = serializers.DateField()
    ends_on = serializers.DateField(allow_null=True, required=False, help_text="Nothing is due after this day.")
