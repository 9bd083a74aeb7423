"""How findings lead to the figures behind them, and what their lists have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.response import Response

from advisory.api.spoken import Spoken
from advisory.models import Fact
from advisory.narration.labels import label
from advisory.selectors.findings import facts_named
from transactions.api.base import OwnedViewSet
from transactions.api.conditions import etag_of


class FactLinkSerializer(serializers.Serializer[Any]):
    """A figure and where it is proven. `name`: what it is here."""

    name = serializers.CharField()
    id = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # declared fields leave the class body
    value = serializers.CharField()
    unit = serializers.CharField()
    url = serializers.CharField()
    evidence_url = serializers.CharField()


def fact_links(named: Mapping[str, str], facts: Mapping[str, Fact]) -> list[dict[str, str]]:
    """In the order of their names; a fact that is gone is left out."""
    return [
        {
            "name": name,
            "id": pk,
            "label": label(facts[pk].metric, facts[pk].params),
            "value": facts[pk].value,
            "unit": facts[pk].unit,
            "url": f"/api/facts/{pk}/",
            "evidence_url": f"/api/facts/{pk}/evidence/",
        }
        for name, pk in sorted(named.items())
        if pk in facts
    ]


class WithFacts(serializers.Serializer[Any]):
    """Adds `facts`; the context holds them by id, read once for the whole page."""

    facts = serializers.SerializerMethodField()

    @extend_schema_field(FactLinkSerializer(many=True))
    def get_facts(self, row: Any) -> list[dict[str, str]]:
        return fact_links(row.facts, self.context.get("facts", {}))


class FindingsViewSet(Spoken, OwnedViewSet):
    """Lists and single rows whose facts are read along."""

    def page(self, rows: QuerySet[Any]) -> Response:
        found = self.paginate_queryset(rows)
        return self.get_paginated_response(self.told(found or [], many=True))

    def one(self, row: Any, status: int = 200) -> Response:
        data = self.told(row)
        return Response(data, status=status, headers={"ETag": etag_of(row, data)})

    def told(self, found: Any, *, many: bool = False) -> Any:
        facts = facts_named(self.owner, found if many else [found])
        context = {**self.get_serializer_context(), "facts": facts}
        return self.get_serializer_class()(found, many=many, context=context).data

    def asked(self, serializer: type[serializers.Serializer[Any]]) -> dict[str, Any]:
        """The query's parameters, checked."""
        checked = serializer(data=self.request.query_params)
        checked.is_valid(raise_exception=True)
        return dict(checked.validated_data)
