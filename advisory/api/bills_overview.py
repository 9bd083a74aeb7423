"""What comes and what stood out, as /api/bills/overview/ tells it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from advisory.api.fact_links import FactLinkSerializer, fact_links
from advisory.selectors.bills import BillsOverview, Occurrence, Remark
from transactions.ledger.money import to_text

LONGEST_WINDOW = 366


class BillsWindowSerializer(serializers.Serializer[Any]):
    days = serializers.IntegerField(required=False, default=60, min_value=1, max_value=LONGEST_WINDOW)


class OccurrenceSerializer(serializers.Serializer[Any]):
    """A payment to come. `series` is null for one that no series brings, such as a transfer that comes back."""

    series = serializers.IntegerField(allow_null=True)
    name = serializers.CharField(allow_blank=True)
    date = serializers.DateField()
    amount = serializers.CharField()
    currency = serializers.CharField()
    account_name = serializers.CharField(allow_blank=True)


class BillRemarkSerializer(serializers.Serializer[Any]):
    """missed: `date` was due and nothing came. doubled: charged twice within one period. price: `from` until then, `to`
    since. `facts` open the rows behind it; a declared series that nothing has come of has none."""

    kind = serializers.ChoiceField(choices=["missed", "doubled", "price"])
    series = serializers.IntegerField()
    name = serializers.CharField()
    date = serializers.DateField()
    currency = serializers.CharField()
    to = serializers.CharField()
    transactions = serializers.ListField(child=serializers.IntegerField())
    facts = FactLinkSerializer(many=True)

    def get_fields(self) -> Any:
        return {**super().get_fields(), "from": serializers.CharField()}


class YearOfSubscriptionsSerializer(serializers.Serializer[Any]):
    """A year of all running subscriptions; `facts` is empty where something has been said since the last analysis."""

    currency = serializers.CharField()
    yearly = serializers.CharField()
    count = serializers.IntegerField()
    facts = FactLinkSerializer(many=True)


class BillsOverviewSerializer(serializers.Serializer[Any]):
    """`as_of`: the last day that rows were seen of; nothing after it is called missed."""

    as_of = serializers.DateField(allow_null=True)
    subscriptions = YearOfSubscriptionsSerializer(many=True)
    upcoming = OccurrenceSerializer(many=True, help_text="The soonest first.")
    remarks = BillRemarkSerializer(many=True, help_text="Of the last year, the newest first.")


def overview_told(found: BillsOverview) -> dict[str, Any]:
    return {
        "as_of": found.as_of,
        "subscriptions": [
            {
                "currency": one.currency,
                "yearly": to_text(one.yearly_minor, one.currency),
                "count": one.count,
                "facts": fact_links({"year": one.fact}, found.facts) if one.fact else [],
            }
            for one in found.subscriptions
        ],
        "upcoming": [_occurrence(one) for one in found.upcoming],
        "remarks": [_remark(one, found) for one in found.remarks],
    }


def _occurrence(one: Occurrence) -> dict[str, Any]:
    return {
        "series": one.series.pk if one.series else None,
        "name": str(one.series.effective("label")) if one.series else "",
        "date": one.day,
        "amount": to_text(one.amount_minor, one.currency),
        "currency": one.currency,
        "account_name": one.account_name,
    }


def _remark(one: Remark, found: BillsOverview) -> dict[str, Any]:
    currency = one.series.currency
    return {
        "kind": one.kind,
        "series": one.series.pk,
        "name": str(one.series.effective("label")),
        "date": one.day,
        "currency": currency,
        "from": to_text(one.from_minor, currency),
        "to": to_text(one.to_minor, currency),
        "transactions": list(one.ids),
        "facts": fact_links(one.facts, found.facts),
    }
