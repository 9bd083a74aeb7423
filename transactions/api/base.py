"""What every resource of this app has in common: the caller is the owner, lists are pages, unknown fields are
refused, ETag and If-Match keep updates from being lost, and Idempotency-Key keeps a POST from being done twice."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from accounts.api.people import owner_of
from accounts.models import User
from transactions.api.conditions import Handler, etag_of, once, unchanged
from transactions.api.pagination import KeysetPagination
from transactions.api.strict import refuse_unknown


class ConditionalView(APIView):
    """Minds the headers If-Match and Idempotency-Key (see conditions.py)."""

    takes_conditions = True

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """DRF looks the handler up after this: here it is wrapped in what the headers ask for."""
        super().initial(request, *args, **kwargs)
        name = str(request.method).lower()
        handler = getattr(self, name, None)
        wanted, key = request.headers.get("If-Match"), request.headers.get("Idempotency-Key")
        if handler is None:
            return
        if key is not None and name == "post":
            setattr(self, name, once(owner_of(request), key, handler))
        elif wanted is not None and name in ("put", "patch", "delete"):
            setattr(self, name, unchanged(owner_of(request), wanted, self._shown(), handler))

    def _shown(self) -> Handler | None:
        """What is compared: the answer to a GET at this address, else the row that the address is about."""
        of_row = getattr(self, "retrieve", None) if "pk" in self.kwargs else None
        found: Handler | None = getattr(self, "get", of_row)
        return found


class OwnedViewSet(ConditionalView, GenericViewSet[Any]):
    """Lists in pages in the stable order `ordering`; everything is looked up through the caller's own rows."""

    permission_classes = [IsAuthenticated]
    pagination_class = KeysetPagination
    ordering: tuple[str, ...] = ("-id",)

    @property
    def owner(self) -> User:
        return owner_of(self.request)

    def given(self, serializer: type[BaseSerializer[Any]] | None = None, *, partial: bool = False) -> dict[str, Any]:
        """The request's body, checked."""
        checked = (serializer or self.get_serializer_class())(
            data=self.request.data, partial=partial, context=self.get_serializer_context()
        )
        refuse_unknown(checked, self.request.data)
        checked.is_valid(raise_exception=True)
        return dict(checked.validated_data)

    def page(self, rows: QuerySet[Any]) -> Response:
        found = self.paginate_queryset(rows)
        return self.get_paginated_response(self.get_serializer(found, many=True).data)

    def one(self, row: Any, status: int = 200) -> Response:
        data = self.get_serializer(row).data
        return Response(data, status=status, headers={"ETag": etag_of(row, data)})
