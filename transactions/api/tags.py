"""/api/tags/."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.base import OwnedViewSet
from transactions.api.fields import IdField
from transactions.models import Tag
from transactions.selectors.lists import tag_get, tag_list
from transactions.services.tags import tag_create, tag_delete, tag_merge, tag_rename


class TagSerializer(serializers.ModelSerializer[Tag]):
    """A word of the user's own, and how many transactions carry it."""

    transaction_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = Tag
        fields: ClassVar[list[str]] = ["id", "name", "transaction_count"]


class TagMergeSerializer(serializers.Serializer[Any]):
    """The tag that stays."""

    into = IdField()


class TagViewSet(OwnedViewSet):
    """Tags of the caller, by name."""

    serializer_class = TagSerializer
    queryset = Tag.objects.none()
    ordering = ("name", "id")

    def list(self, request: Request) -> Response:
        return self.page(tag_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(tag_get(owner=self.owner, tag_id=pk))

    def create(self, request: Request) -> Response:
        made = tag_create(owner=self.owner, name=self.given()["name"])
        return self.one(tag_get(owner=self.owner, tag_id=made.pk), 201)

    def update(self, request: Request, pk: str, *, partial: bool = False) -> Response:
        tag = tag_get(owner=self.owner, tag_id=pk)
        tag_rename(owner=self.owner, tag_id=tag.pk, name=self.given(partial=partial).get("name", tag.name))
        return self.one(tag_get(owner=self.owner, tag_id=tag.pk))

    def partial_update(self, request: Request, pk: str) -> Response:
        return self.update(request, pk, partial=True)

    @extend_schema(description="Takes it off all transactions; undoing the change puts it back.")
    def destroy(self, request: Request, pk: str) -> Response:
        tag = tag_get(owner=self.owner, tag_id=pk)
        tag_delete(owner=self.owner, tag_id=tag.pk)
        return Response(status=204)

    @extend_schema(request=TagMergeSerializer, responses=TagSerializer)
    @action(detail=True, methods=["post"])
    def merge(self, request: Request, pk: str) -> Response:
        tag = tag_get(owner=self.owner, tag_id=pk)
        kept = tag_merge(owner=self.owner, tag_id=tag.pk, into=self.given(TagMergeSerializer)["into"])
        return self.one(tag_get(owner=self.owner, tag_id=kept.pk))


router = SimpleRouter()
router.register("tags", TagViewSet, basename="tag")
urls = router.urls
