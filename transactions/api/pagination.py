"""Pages that stay put while rows come and go: a cursor remembers the last row's place, not a count of rows."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Model, Q, QuerySet
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param
from rest_framework.views import APIView

PAGE_SIZE = 50
MOST = 200
BAD_CURSOR = "This cursor is not one that a page of this list gave. Start again without it."


class KeysetPagination(BasePagination):
    """Orders by the view's `ordering` (field names, '-' for descending, the last one unique) and pages by it.

    Unlike DRF's own cursor it is exact for any number of rows with equal first field, and never counts.
    """

    def paginate_queryset(  # type: ignore[override]  # a cursor needs a QuerySet; plain sequences have no place here
        self, queryset: QuerySet[Any], request: Request, view: APIView | None = None
    ) -> list[Any]:
        ordering: tuple[str, ...] = getattr(view, "ordering", ("-id",))
        self.url = request.build_absolute_uri()
        size = self._size(request)
        backwards, place = self._cursor(request, len(ordering))
        wanted = flipped(ordering) if backwards else ordering
        rows = queryset.order_by(*wanted)
        if place is not None:
            rows = rows.filter(behind(queryset.model, wanted, place))
        found = list(rows[: size + 1])
        has_more, page = len(found) > size, found[:size]
        if backwards:
            page.reverse()
        has_next = (backwards and place is not None) or (not backwards and has_more)
        has_previous = (not backwards and place is not None) or (backwards and has_more)
        self.next = self._link(page[-1], ordering, "n") if has_next and page else None
        self.previous = self._link(page[0], ordering, "p") if has_previous and page else None
        return page

    def get_paginated_response(self, data: Any) -> Response:
        return Response({"results": data, "next": self.next, "previous": self.previous})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": "string", "format": "uri", "nullable": True}
        return {
            "type": "object",
            "required": ["results", "next", "previous"],
            "properties": {"results": schema, "next": link, "previous": link},
        }

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        return [
            {
                "name": "cursor",
                "in": "query",
                "required": False,
                "description": "From `next` or `previous` of another page.",
                "schema": {"type": "string"},
            },
            {
                "name": "page_size",
                "in": "query",
                "required": False,
                "description": f"More than {MOST} is taken as {MOST}.",
                "schema": {"type": "integer", "minimum": 1, "maximum": 99_999_999, "default": PAGE_SIZE},
            },
        ]

    def _size(self, request: Request) -> int:
        text = request.query_params.get("page_size", "")
        if not text:
            return PAGE_SIZE
        if not (text.isascii() and text.isdigit() and len(text) < 9 and int(text) > 0):
            raise ValidationError({"page_size": [f"It must be a whole number from 1 to {MOST}."]})
        return min(int(text), MOST)

    def _cursor(self, request: Request, fields: int) -> tuple[bool, list[Any] | None]:
        text = request.query_params.get("cursor", "")
        if not text:
            return False, None
        try:
            direction, place = json.loads(base64.urlsafe_b64decode(text.encode("ascii")))
        except (ValueError, TypeError, RecursionError):
            raise ValidationError({"cursor": [BAD_CURSOR]}) from None
        is_place = isinstance(place, list) and all(isinstance(value, str | int) for value in place)
        if direction not in ("n", "p") or not is_place or len(place) != fields:
            raise ValidationError({"cursor": [BAD_CURSOR]})
        return direction == "p", place

    def _link(self, row: Model, ordering: Sequence[str], direction: str) -> str:
        place = [plain(getattr(row, name.lstrip("-"))) for name in ordering]
        cursor = base64.urlsafe_b64encode(json.dumps([direction, place]).encode()).decode()
        return str(replace_query_param(remove_query_param(self.url, "cursor"), "cursor", cursor))


def plain(value: object) -> str | int:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int) else str(value)


def flipped(ordering: Sequence[str]) -> tuple[str, ...]:
    return tuple(name[1:] if name.startswith("-") else f"-{name}" for name in ordering)


def behind(model: type[Model], ordering: Sequence[str], place: Sequence[Any]) -> Q:
    """Rows that come after `place` in this order: greater in the first field, or equal there and greater in the rest.

    The first field also gets a plain bound, without which SQLite does not start from the index.
    """
    condition = Q()
    for depth in range(len(ordering)):
        step = Q()
        for name, value in zip(ordering[:depth], place, strict=False):
            step &= Q(**{name.lstrip("-"): checked(model, name, value)})
        last = ordering[depth]
        compare = "lt" if last.startswith("-") else "gt"
        condition |= step & Q(**{f"{last.lstrip('-')}__{compare}": checked(model, last, place[depth])})
    first, bound = ordering[0], "lte" if ordering[0].startswith("-") else "gte"
    return Q(**{f"{first.lstrip('-')}__{bound}": checked(model, first, place[0])}) & condition


def checked(model: type[Model], name: str, value: Any) -> Any:
    """The value as the field takes it; a cursor made by hand is refused here, not by the database."""
    from django.core.exceptions import ValidationError as Invalid

    field = model._meta.get_field(name.lstrip("-"))  # noqa: SLF001 (the documented model API)
    try:
        cleaned = field.to_python(value)  # type: ignore[union-attr]
    except (Invalid, ValueError, TypeError, OverflowError):
        raise ValidationError({"cursor": [BAD_CURSOR]}) from None
    if isinstance(cleaned, int) and abs(cleaned) >= 2**63:
        raise ValidationError({"cursor": [BAD_CURSOR]})
    return cleaned
