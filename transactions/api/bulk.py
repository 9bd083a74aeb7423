"""How an edit over many transactions is asked for and answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from transactions.api.fields import IdField, TextField
from transactions.api.jobs import JobSerializer
from transactions.api.transaction_history import shown
from transactions.api.transaction_serializers import TagNamesField, whole
from transactions.models import Transaction
from transactions.services.bulk_edit import RowChange, Selection

FILTERS = ("account", "category", "payee", "start", "end")
MOST_CHOSEN = 10_000
BULK = (
    "Changes or deletes many transactions as one change. `preview: true` only says what would change. Without "
    "`unlock`, 409 `reconciled` when reconciled rows would move; with `expected_count`, 409 `count_changed` when the "
    "selection has another size by now. Many rows are a job's work (202), done in short steps."
)


class BulkChangesSerializer(serializers.Serializer[Any]):
    """What every row gets; what is not named stays."""

    category = IdField(required=False, allow_null=True)
    payee = IdField(required=False, allow_null=True)
    account = IdField(required=False)
    note = TextField(required=False, max_length=10_000)
    status = serializers.ChoiceField(choices=Transaction.Status.choices, required=False)
    booking_date = serializers.DateField(required=False)
    tags_add = TagNamesField(required=False)
    tags_remove = TagNamesField(required=False)


class BulkGivenSerializer(serializers.Serializer[Any]):
    """Which rows: `ids`, or everything that the list shows with this `query` (empty for all) and these filters, without
    `except_ids`. What: `changes`, or `action`."""

    ids = serializers.ListField(child=IdField(), required=False, max_length=MOST_CHOSEN)
    query = serializers.CharField(required=False, allow_blank=True, max_length=2000)
    account = IdField(required=False)
    category = serializers.CharField(required=False, help_text="A category's id, or 'none'.")
    payee = IdField(required=False)
    start = serializers.DateField(required=False)
    end = serializers.DateField(required=False)
    except_ids = serializers.ListField(child=IdField(), required=False, max_length=MOST_CHOSEN)
    changes = BulkChangesSerializer(required=False)
    action = serializers.ChoiceField(choices=["delete"], required=False)
    preview = serializers.BooleanField(default=False)
    expected_count = serializers.IntegerField(required=False, min_value=0)
    unlock = serializers.BooleanField(default=False)

    def validate_category(self, text: str) -> int | str:
        return "none" if text == "none" else whole(text)

    def validate(self, given: dict[str, Any]) -> dict[str, Any]:
        beside = [name for name in (*FILTERS, "except_ids") if name in given and "ids" in given]
        if beside:
            raise serializers.ValidationError({name: ["This goes with a query, not with ids."] for name in beside})
        if ("ids" in given) == ("query" in given):
            raise serializers.ValidationError({"ids": ["Name the rows either by ids or by a query."]})
        if ("changes" in given) == ("action" in given):
            raise serializers.ValidationError({"changes": ["Say either what to change or what to do."]})
        return given


class BulkRowChangeSerializer(serializers.Serializer[RowChange]):
    """One field of one row; `amount` goes to null on a row that would be deleted."""

    id = serializers.IntegerField(source="transaction_id")
    field = serializers.SerializerMethodField(method_name="get_name")
    before = serializers.SerializerMethodField()
    after = serializers.SerializerMethodField()

    def get_name(self, row: RowChange) -> str:
        return row.change.field.removesuffix("_minor")

    @extend_schema_field(serializers.JSONField(allow_null=True))
    def get_before(self, row: RowChange) -> Any:
        return shown(row.change.field, row.change.before, row.currency)

    @extend_schema_field(serializers.JSONField(allow_null=True))
    def get_after(self, row: RowChange) -> Any:
        return shown(row.change.field, row.change.after, row.currency)


class BulkPreviewSerializer(serializers.Serializer[Any]):
    """How many rows are chosen, the first 50 changes, and how many rows are reconciled and would need `unlock`."""

    count = serializers.IntegerField()
    changes = BulkRowChangeSerializer(many=True)
    locked = serializers.IntegerField()


class BulkDoneSerializer(serializers.Serializer[Any]):
    """How many rows were chosen, and the change that can be undone; null when nothing was different. Or the job that
    makes it, of which `result.change_set` tells."""

    count = serializers.IntegerField()
    change_set = serializers.IntegerField(allow_null=True)
    job = JobSerializer(allow_null=True)


BulkAnswerSerializer = PolymorphicProxySerializer(
    component_name="BulkAnswer",
    serializers=[BulkPreviewSerializer, BulkDoneSerializer],
    resource_type_field_name=None,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request taken apart: for preview and deed alike, and for the deed alone."""

    preview: bool
    what: dict[str, Any]
    how: dict[str, Any]


def bulk_asked(given: dict[str, Any]) -> Asked:
    filters = {name: given[name] for name in FILTERS if name in given}
    selection = Selection(given.get("ids"), given.get("query", ""), given.get("except_ids", []), filters)
    what = {"selection": selection, "changes": given.get("changes", {}), "is_removal": "action" in given}
    how = {"unlock": given["unlock"], "expected_count": given.get("expected_count")}
    return Asked(given["preview"], what, how)
