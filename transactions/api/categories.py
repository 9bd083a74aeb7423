"""/api/categories/."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.base import OwnedViewSet
from transactions.api.fields import MOST_POSITION, IdField
from transactions.models import Category
from transactions.selectors.lists import category_get, category_list
from transactions.services.categories import (
    categories_reorder,
    categories_usage,
    category_create,
    category_delete,
    category_merge,
    category_update,
    category_usage,
)


class CategorySerializer(serializers.ModelSerializer[Category]):
    """A category. `key` is the stable name of a default one; the user's own have none."""

    parent = IdField(required=False, allow_null=True, source="parent_id")  # type: ignore[assignment]  # DRF's own `parent` is the serializer around it; the metaclass takes fields out of the class
    position = serializers.IntegerField(required=False, min_value=0, max_value=MOST_POSITION)

    class Meta:
        model = Category
        fields: ClassVar[list[str]] = [
            "id",
            "name",
            "key",
            "kind",
            "group",
            "is_essential",
            "is_archived",
            "parent",
            "position",
        ]
        read_only_fields = ("key",)


class CategoryMergeSerializer(serializers.Serializer[Any]):
    """The category that stays."""

    into = IdField()


class CategoryOrderSerializer(serializers.Serializer[Any]):
    ids = serializers.ListField(child=IdField(), max_length=2000)


class CategoryDeletionSerializer(serializers.Serializer[Any]):
    """Where what it was used for goes; without it, that becomes uncategorised."""

    move_to = IdField(required=False)


class CategoryUsageSerializer(serializers.Serializer[Any]):
    """What would be touched if the category went."""

    transactions = serializers.IntegerField()
    shares = serializers.IntegerField(help_text="Of split transactions.")
    rules = serializers.IntegerField(help_text="That set it.")
    below = serializers.IntegerField(help_text="Categories directly below it.")


class CategoriesUsageSerializer(CategoryUsageSerializer):
    """The same of one of several."""

    category = serializers.IntegerField()


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

    @extend_schema(
        parameters=[CategoryDeletionSerializer],
        description="Its transactions and shares move to `move_to`, or become uncategorised. Rules follow; those that "
        "did nothing else go with it. Categories below it move up.",
    )
    def destroy(self, request: Request, pk: str) -> Response:
        category = category_get(owner=self.owner, category_id=pk)
        given = CategoryDeletionSerializer(data=request.query_params)
        given.is_valid(raise_exception=True)
        category_delete(owner=self.owner, category_id=category.pk, **given.validated_data)
        return Response(status=204)

    @extend_schema(
        request=CategoryMergeSerializer,
        responses=CategorySerializer,
        description="Everything of it belongs to the other from now on: transactions, shares, rules, what is below.",
    )
    @action(detail=True, methods=["post"])
    def merge(self, request: Request, pk: str) -> Response:
        category = category_get(owner=self.owner, category_id=pk)
        into = self.given(CategoryMergeSerializer)["into"]
        return self.one(category_merge(owner=self.owner, category_id=category.pk, into=into))

    @extend_schema(responses=CategoryUsageSerializer)
    @action(detail=True, methods=["get"])
    def usage(self, request: Request, pk: str) -> Response:
        category = category_get(owner=self.owner, category_id=pk)
        return Response(CategoryUsageSerializer(category_usage(owner=self.owner, category=category)).data)

    @extend_schema(
        operation_id="api_categories_usage_list",
        responses=CategoriesUsageSerializer(many=True),
        filters=False,
        description="What would be touched if it went, of every category.",
    )
    @action(detail=False, methods=["get"], url_path="usage", pagination_class=None)
    def usages(self, request: Request) -> Response:
        rows: Any = categories_usage(owner=self.owner)
        return Response(CategoriesUsageSerializer(rows, many=True).data)

    @extend_schema(request=CategoryOrderSerializer, responses={204: None}, description="Puts them into this order.")
    @action(detail=False, methods=["post"])
    def reorder(self, request: Request) -> Response:
        categories_reorder(owner=self.owner, ids=self.given(CategoryOrderSerializer)["ids"])
        return Response(status=204)


router = SimpleRouter()
router.register("categories", CategoryViewSet, basename="category")
urls = router.urls
