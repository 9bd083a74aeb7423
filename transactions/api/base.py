"""What every resource of this app has in common: the caller is the owner, lists are pages."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.viewsets import GenericViewSet

from accounts.api.people import owner_of
from accounts.models import User
from transactions.api.pagination import KeysetPagination


class OwnedViewSet(GenericViewSet[Any]):
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
        checked.is_valid(raise_exception=True)
        return dict(checked.validated_data)

    def page(self, rows: QuerySet[Any]) -> Response:
        found = self.paginate_queryset(rows)
        return self.get_paginated_response(self.get_serializer(found, many=True).data)

    def one(self, row: Any, status: int = 200) -> Response:
        return Response(self.get_serializer(row).data, status=status)
