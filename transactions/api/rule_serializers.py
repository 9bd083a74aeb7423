"""How rules are given and answered."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from transactions.api.bulk import MOST_CHOSEN
from transactions.api.fields import MOST_POSITION, AmountField, IdField
from transactions.api.jobs import JobSerializer
from transactions.api.transaction_history import shown
from transactions.ledger.money import to_text
from transactions.ledger.rules_conditions import contains_of
from transactions.ledger.search.parsing import LONGEST
from transactions.models import Rule
from transactions.services.rule_proposals import ProposedRule
from transactions.services.rule_runs import SHOWN, SampleRow

CONDITION = (
    "A tree of {all: [...]}, {any: [...]}, {not: ...}, {query: '...'} and {field, op, value}. Texts: contains, equals, "
    "starts, ends, regex, in. amount, signed, in, out, date, valued: equals, >, >=, <, <=, between. category, account, "
    "payee, tag: is, in, by id. is, has, status, currency: is, in."
)
DECIDED = "How many of them keep their category, because you chose it or split the transaction."
ACTIONS = (
    "Of these: {type: set_category, category}, {type: set_payee, payee}, {type: add_tags, tags}, {type: remove_tags, "
    "tags}, {type: set_note, note}, {type: append_note, note}, {type: set_status, status}, {type: link_transfer, "
    "account}, {type: split, shares: [{percent or amount, category, note}]}, where the last share gets the rest."
)


@extend_schema_field({"type": "object", "additionalProperties": {}})
class ConditionField(serializers.JSONField):
    """Checked by the service, which knows what may stand where."""


@extend_schema_field({"type": "array", "items": {"type": "object", "additionalProperties": {}}})
class ActionsField(serializers.JSONField):
    """Checked by the service too."""


class RuleSerializer(serializers.ModelSerializer[Rule]):
    """What is done to rows that fulfil a condition. `query` or `contains` may be given for `condition`, and `category`
    for `actions`; in answers they are empty where the rule is more than that."""

    name = serializers.CharField(required=False, allow_blank=True, max_length=120)
    condition = ConditionField(required=False, help_text=CONDITION)
    query = serializers.CharField(required=False, max_length=LONGEST)
    contains = serializers.CharField(required=False, max_length=120)
    actions = ActionsField(required=False, help_text=ACTIONS)
    category = IdField(source="category_id", required=False, allow_null=True)
    position = serializers.IntegerField(required=False, min_value=0, max_value=MOST_POSITION)

    class Meta:
        model = Rule
        fields: ClassVar[list[str]] = [
            "id",
            "name",
            "condition",
            "query",
            "contains",
            "actions",
            "category",
            "position",
            "stop",
            "is_enabled",
            "matched_count",
            "last_matched_at",
        ]
        read_only_fields = ("matched_count", "last_matched_at")

    def to_representation(self, rule: Rule) -> dict[str, Any]:
        condition = rule.condition if isinstance(rule.condition, dict) else {}
        short = {"contains": contains_of(condition), "query": condition.get("query", "")}
        for name, text in short.items():
            setattr(rule, name, text)
        shown_rule: dict[str, Any] = super().to_representation(rule)
        return shown_rule


class RuleOrderSerializer(serializers.Serializer[Any]):
    ids = serializers.ListField(child=IdField(), max_length=2000)


class RulePreviewGivenSerializer(serializers.Serializer[Any]):
    """As for a rule."""

    condition = ConditionField(help_text=CONDITION)
    actions = ActionsField(help_text=ACTIONS)
    limit = serializers.IntegerField(required=False, min_value=1, max_value=SHOWN)


class RuleSampleSerializer(serializers.Serializer[SampleRow]):
    """A transaction that would be different: only the fields that would, before and after."""

    id = serializers.IntegerField(source="transaction_id")
    booking_date = serializers.DateField(source="state.booking_date")
    name = serializers.SerializerMethodField()
    amount = serializers.SerializerMethodField()
    currency = serializers.CharField(source="state.currency")
    before = serializers.SerializerMethodField()
    after = serializers.SerializerMethodField()

    def get_name(self, row: SampleRow) -> str:
        state = row.state
        return str(state["payee"]["name"] if state["payee"] else state["counterparty"] or state["description"])

    @extend_schema_field(AmountField())
    def get_amount(self, row: SampleRow) -> str:
        return to_text(row.state["amount_minor"], row.state["currency"])

    @extend_schema_field({"type": "object", "additionalProperties": {}})
    def get_before(self, row: SampleRow) -> dict[str, Any]:
        return {one.field: shown(one.field, one.before, row.state["currency"]) for one in row.changes}

    @extend_schema_field({"type": "object", "additionalProperties": {}})
    def get_after(self, row: SampleRow) -> dict[str, Any]:
        return {one.field: shown(one.field, one.after, row.state["currency"]) for one in row.changes}


class RulePreviewSerializer(serializers.Serializer[Any]):
    """How many transactions the condition finds, and the newest of those that would be different."""

    matches = serializers.IntegerField()
    decided_by_hand = serializers.IntegerField(help_text=DECIDED)
    sample = RuleSampleSerializer(many=True)


class RuleApplyGivenSerializer(serializers.Serializer[Any]):
    """Which rules (all that are on, unless named) are asked about which transactions (all, unless `ids` or `query`)."""

    rules = serializers.ListField(child=IdField(), required=False, allow_null=True, max_length=2000)
    ids = serializers.ListField(child=IdField(), required=False, allow_null=True, max_length=MOST_CHOSEN)
    query = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST)
    overrule = serializers.BooleanField(default=False, help_text="Also where you chose a category by hand.")
    preview = serializers.BooleanField(default=False)

    def validate(self, given: dict[str, Any]) -> dict[str, Any]:
        if given.get("ids") is not None and given.get("query"):
            raise serializers.ValidationError({"ids": ["Name the rows either by ids or by a query."]})
        return given


class RulesAppliedSerializer(serializers.Serializer[Any]):
    """A preview, or the job that does it."""

    matches = serializers.IntegerField(allow_null=True)
    decided_by_hand = serializers.IntegerField(allow_null=True, help_text=DECIDED)
    sample = RuleSampleSerializer(many=True)
    job = JobSerializer(allow_null=True)


class RuleNamedSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField(source="rule_id")
    name = serializers.CharField()


class RuleMatchesSerializer(serializers.Serializer[Any]):
    rule = serializers.IntegerField()
    matches = serializers.IntegerField()


class ShadowedRuleSerializer(serializers.Serializer[Any]):
    """A rule that matches and never does anything, because `by` is asked first."""

    rule = RuleNamedSerializer()
    by = RuleNamedSerializer()
    matches = serializers.IntegerField()


class RuleConflictSerializer(serializers.Serializer[Any]):
    """Two rules that want different things of the same transactions; `first` has its way."""

    first = RuleNamedSerializer()
    second = RuleNamedSerializer()
    about = serializers.CharField()
    rows = serializers.IntegerField()


class RulesHealthSerializer(serializers.Serializer[Any]):
    """Judged by your newest transactions; `rows` is how many."""

    rows = serializers.IntegerField()
    matches = serializers.SerializerMethodField()
    never_matching = RuleNamedSerializer(many=True)
    shadowed = ShadowedRuleSerializer(many=True)
    conflicts = RuleConflictSerializer(many=True)

    @extend_schema_field(RuleMatchesSerializer(many=True))
    def get_matches(self, health: Any) -> list[dict[str, int]]:
        return [{"rule": rule, "matches": count} for rule, count in health.matches.items()]


class ProposalSerializer(serializers.Serializer[ProposedRule]):
    """Put transactions that contain `words` into the category; you did so by hand `count` times of `of`."""

    key = serializers.CharField(source="proposal.key")
    words = serializers.CharField(source="proposal.words")
    category = serializers.IntegerField(source="proposal.category_id")
    category_name = serializers.CharField()
    count = serializers.IntegerField(source="proposal.count")
    of = serializers.IntegerField(source="proposal.of")
    examples = serializers.ListField(child=serializers.IntegerField(), source="proposal.examples")


class ProposalKeySerializer(serializers.Serializer[Any]):
    key = serializers.CharField(max_length=200)
