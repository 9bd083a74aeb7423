"""/api/<list>/export/: any list as CSV or XLSX, with the filters of the list itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import IO, Any

from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.urls import path
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from accounts.api.people import owner_of
from transactions.api.accounts import AccountViewSet
from transactions.api.base import OwnedViewSet
from transactions.api.categories import CategoryViewSet
from transactions.api.fields import AmountField
from transactions.api.files import AnyFormat, made_file
from transactions.api.imports import ImportViewSet
from transactions.api.net_worth import MissingRateSerializer, missing_answer
from transactions.api.payees import PayeeViewSet
from transactions.api.rates import RateViewSet
from transactions.api.reconciliation import ReconciliationViewSet
from transactions.api.rules import RuleViewSet
from transactions.api.tags import TagViewSet
from transactions.api.transaction_serializers import TransactionQuerySerializer
from transactions.api.transactions import TransactionViewSet
from transactions.api.transfers import TransferViewSet
from transactions.ledger.money import to_text
from transactions.ledger.sheets import write_xlsx
from transactions.ledger.tables import Cell, csv_chunks
from transactions.selectors.export import COLUMNS, transaction_cells, transaction_totals

CHUNK = 500
TYPES = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
LISTS: dict[str, type[OwnedViewSet]] = {
    "accounts": AccountViewSet,
    "categories": CategoryViewSet,
    "imports": ImportViewSet,
    "payees": PayeeViewSet,
    "rates": RateViewSet,
    "reconciliations": ReconciliationViewSet,
    "rules": RuleViewSet,
    "tags": TagViewSet,
    "transactions": TransactionViewSet,
    "transfers": TransferViewSet,
}
# What a serializer computes as an amount without saying so by its field.
AMOUNTS = {
    "balance",
    "cleared_balance",
    "balance_in_base",
    "opening_balance",
    "closing_balance",
    "ticked",
    "difference",
}


class FileQuerySerializer(serializers.Serializer[Any]):
    """And every filter of the list."""

    format = serializers.ChoiceField(choices=["csv", "xlsx"], default="csv")


class ListFileView(APIView):
    """One list as a file. `name` is set where the address is made."""

    permission_classes = [IsAuthenticated]
    content_negotiation_class = AnyFormat
    name = ""

    @extend_schema(
        parameters=[FileQuerySerializer],
        responses={(200, "text/csv"): OpenApiTypes.BINARY, (200, TYPES["xlsx"]): OpenApiTypes.BINARY},
    )
    def get(self, request: Request) -> HttpResponseBase:
        """The whole list, with the same filters as the list itself."""
        query = FileQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        kind = query.validated_data["format"]
        header, rows = self._table(request)

        def write(stream: IO[bytes]) -> None:
            if kind == "xlsx":
                write_xlsx(stream, self.name, header, rows)
            else:
                stream.writelines(csv_chunks(header, rows))

        return made_file(write, f"{self.name}.{kind}", TYPES[kind])

    def _table(self, request: Request) -> tuple[Sequence[str], Iterable[Sequence[Cell]]]:
        view, rows = whole_list(LISTS[self.name], request)
        if self.name == "transactions":
            return COLUMNS, transaction_cells(rows, view.ordering)
        return list(_fields(view)), _serialized(view, rows.order_by(*view.ordering))


def whole_list(kind: type[OwnedViewSet], request: Request) -> tuple[OwnedViewSet, QuerySet[Any]]:
    """What a list would show page by page to this request. The list itself looks at its filters."""
    view = kind()
    view.request, view.format_kwarg, view.action, view.args, view.kwargs = request, None, "list", (), {}
    found: list[QuerySet[Any]] = []
    view.page = found.append  # type: ignore[assignment, method-assign]
    view.list(request)  # type: ignore[attr-defined]  # every one of them has a list
    return view, found[0]


class CurrencyTotalSerializer(serializers.Serializer[Any]):
    currency = serializers.CharField()
    count = serializers.IntegerField()
    total = AmountField()


class ListTotalsSerializer(serializers.Serializer[Any]):
    """Of all rows that the filters leave, whatever page is shown; transfers count as rows too."""

    count = serializers.IntegerField()
    by_currency = CurrencyTotalSerializer(many=True)
    base_currency = serializers.CharField()
    in_base = AmountField(help_text="Every row at the rate of its day, without what is in `missing_rates`.")
    missing_rates = MissingRateSerializer(many=True)


class TransactionTotalsView(APIView):
    permission_classes = [IsAuthenticated]

    @extend_schema(
        operation_id="transactions_totals", parameters=[TransactionQuerySerializer], responses=ListTotalsSerializer
    )
    def get(self, request: Request) -> Response:
        """What the rows of the list come to, with every filter of the list."""
        _, rows = whole_list(TransactionViewSet, request)
        found = transaction_totals(owner=owner_of(request), rows=rows)
        return Response(
            {
                "count": sum(count for _, count, _ in found.by_currency),
                "by_currency": [
                    {"currency": code, "count": count, "total": to_text(total, code)}
                    for code, count, total in found.by_currency
                ],
                "base_currency": found.currency,
                "in_base": to_text(found.in_base, found.currency),
                "missing_rates": [missing_answer(one) for one in found.missing_rates],
            }
        )


def _serialized(view: OwnedViewSet, rows: Any) -> Iterator[list[Cell]]:
    serializer = view.get_serializer()
    amounts = {name for name, one in _fields(view).items() if isinstance(one, AmountField)} | AMOUNTS
    for row in rows.iterator(chunk_size=CHUNK):
        shown = _shown(serializer, row)
        yield [_cell(value, is_amount=name in amounts) for name, value in shown.items()]


def _fields(view: OwnedViewSet) -> dict[str, Any]:
    serializer: Any = view.get_serializer()
    return dict(serializer.fields)


def _shown(serializer: BaseSerializer[Any], row: Any) -> dict[str, Any]:
    found: dict[str, Any] = serializer.to_representation(row)
    return found


def _cell(value: Any, *, is_amount: bool) -> Cell:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, int | date):
        return value
    if is_amount and isinstance(value, str):
        return Decimal(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def file_view(name: str) -> type[ListFileView]:
    """The view of one list."""
    made: type[ListFileView] = type("ListFileView", (ListFileView,), {"name": name})
    return extend_schema_view(get=extend_schema(operation_id=f"{name}_export"))(made)


urls = [
    path("transactions/totals/", TransactionTotalsView.as_view(), name="transactions-totals"),
    *(path(f"{name}/export/", file_view(name).as_view(), name=f"{name}-export") for name in LISTS),
]
