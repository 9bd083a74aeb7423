"""/api/categories/."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.base import OwnedViewSet
from transactions.api.fields import MOST_POSITION, IdField
from transactions.models import Category
from transactions.selectors.lists import category_get, category_list
from transactions.services.categories import (
    category_create,
    category_delete,
    category_update,
)


class CategorySerializer(serializers.ModelSerializer[Category]):
    """A category. `key` is the stable name of a default one; the user's own have none."""

    parent = IdField(required=False, allow_null=True, source="parent_id")  # type: ignore[assignment]  # DRF's own `parent` is the serializer around it; the metaclass takes fields out of the class
    position = serializers.IntegerField(required=False, min_value=0, max_value=MOST_POSITION)

    class Meta:
        model = Category
        fields: ClassVar[list[str]] = ["id", "name", "key", "kind", "group", "is_essential", "parent", "position"]
        read_only_fields = ("key",)


class CategoryViewSet(OwnedViewSet):
    """Categories of the caller, in their order."""

    serializer_class = CategorySerializer
    queryset = Category.objects.none()
    ordering = ("position", "id")

    def _given(self, *, partial: bool = False) -> dict[str, Any]:
        given = self.given(partial=partial)
        return {"parent" if name == "parent_id" else name: value for name, value in given.items()}

    def list(self, request: Request) -> Response:
        return self.page(category_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(category_get(owner=self.owner, category_id=pk))

    def create(self, request: Request) -> Response:
        return self.one(category_create(owner=self.owner, **self._given()), 201)

    def update(self, request: Request, pk: str, *, partial: bool = False) -> Response:
        category = category_get(owner=self.owner, category_id=pk)
        changes: Any = self._given(partial=partial)
        return self.one(category_update(owner=self.owner, category_id=category.pk, changes=changes))

    def partial_update(self, request: Request, pk: str) -> Response:
        return self.update(request, pk, partial=True)

    @extend_schema(description="Its transactions become uncategorised; its rules go with it.")
    def destroy(self, request: Request, pk: str) -> Response:
        category = category_get(owner=self.owner, category_id=pk)
        category_delete(owner=self.owner, category_id=category.pk)
        return Response(status=204)


router = SimpleRouter()
router.register("categories", CategoryViewSet, basename="category")
urls = router.urls
