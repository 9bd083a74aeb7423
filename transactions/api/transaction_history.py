"""How a row's history and deleted rows are told."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from transactions.api.changes import RuleNameSerializer
from transactions.ledger.history import Difference, field_changes
from transactions.ledger.money import from_minor, to_text
from transactions.models import Change, ChangeSet


class FieldChangeSerializer(serializers.Serializer[Any]):
    """One field before and after: texts, days, decimal strings, lists of tags, shares; null for nothing."""

    field = serializers.CharField()
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)


class HistorySerializer(serializers.ModelSerializer[Change]):
    """One change of a row: when, by whom, as part of what, by which rule, and what was different."""

    change = serializers.IntegerField(source="change_set_id")
    when = serializers.DateTimeField(source="change_set.made_at")
    who = serializers.CharField(source="change_set.actor.shown_as", default="")
    kind = serializers.ChoiceField(source="change_set.kind", choices=ChangeSet.Kind.choices)
    summary = serializers.CharField(source="change_set.summary")
    rule = serializers.SerializerMethodField()
    fields_changed = serializers.SerializerMethodField(method_name="get_fields_changed")

    class Meta:
        model = Change
        fields = ("change", "when", "who", "kind", "summary", "rule", "fields_changed")
        read_only_fields = fields

    def get_fields(self) -> Any:
        # "fields" is a name that serializers use themselves; the answer has it all the same.
        found = super().get_fields()
        found["fields"] = found.pop("fields_changed")
        return found

    @extend_schema_field(RuleNameSerializer(allow_null=True))
    def get_rule(self, change: Change) -> dict[str, Any] | None:
        made = change.change_set
        return None if made.rule_id is None else dict(RuleNameSerializer(made).data)

    @extend_schema_field(FieldChangeSerializer(many=True))
    def get_fields_changed(self, change: Change) -> list[dict[str, Any]]:
        currency = self.context["currency"]
        return [
            {
                "field": one.field.removesuffix("_minor"),
                "before": shown(one.field, one.before, currency),
                "after": shown(one.field, one.after, currency),
            }
            for one in field_changes(Difference(change.before, change.after))
        ]


def shown(field: str, value: Any, currency: str) -> Any:
    """Amounts as decimal strings."""
    if value is None:
        return None
    if field == "amount_minor":
        return to_text(value, currency)
    if field == "splits":
        return [
            {"amount": to_text(one["amount_minor"], currency), "category": one["category"], "note": one["note"]}
            for one in value
        ]
    return value


class DeletedSerializer(serializers.Serializer[Change]):
    """A deleted row as it was, and the change that deleted it."""

    id = serializers.IntegerField(source="transaction_id")
    deleted_at = serializers.DateTimeField(source="change_set.made_at")
    change = serializers.IntegerField(source="change_set_id")
    account = serializers.IntegerField(source="before.account.id")
    account_name = serializers.CharField(source="before.account.name")
    booking_date = serializers.DateField(source="before.booking_date")
    amount = serializers.SerializerMethodField()
    currency = serializers.CharField(source="before.currency")
    payee_name = serializers.SerializerMethodField()
    category_name = serializers.SerializerMethodField()
    counterparty = serializers.CharField(source="before.counterparty")
    description = serializers.CharField(source="before.description")
    note = serializers.CharField(source="before.note")

    @extend_schema_field({"type": "string", "format": "decimal"})
    def get_amount(self, change: Change) -> str:
        before = change.before or {}
        return str(from_minor(before["amount_minor"], before["currency"]))

    def get_payee_name(self, change: Change) -> str:
        return named(change, "payee")

    def get_category_name(self, change: Change) -> str:
        return named(change, "category")


def named(change: Change, field: str) -> str:
    found = (change.before or {})[field]
    return str(found["name"]) if found else ""
