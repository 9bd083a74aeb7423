"""/api/changes/: what was done to the ledger, and undoing it."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.base import OwnedViewSet
from transactions.models import ChangeSet
from transactions.selectors.changes import change_get, change_list
from transactions.services.changes import change_undo, change_undo_last, own_way


class RuleNameSerializer(serializers.Serializer[ChangeSet]):
    """The rule that made a change; `id` may no longer exist."""

    id = serializers.IntegerField(source="rule_id")
    name = serializers.CharField(source="rule_name")


class ChangeSetSerializer(serializers.ModelSerializer[ChangeSet]):
    """One deed: who (`actor`, an e-mail address), when, what in words, how many rows. `undone_by` and `undoes` are
    numbers of other changes; undoing the one in `undone_by` does this one again. `can_undo` is false for what was
    undone, and for what is taken back in a way of its own, as imports are."""

    actor = serializers.CharField(source="actor.email", default="")
    rule = serializers.SerializerMethodField()
    undone_by = serializers.IntegerField(source="undone_by_id", allow_null=True)
    undoes = serializers.IntegerField(source="undoes.pk", allow_null=True, default=None)
    can_undo = serializers.SerializerMethodField()

    class Meta:
        model = ChangeSet
        fields: ClassVar[list[str]] = [
            "id", "kind", "summary", "made_at", "actor", "rule", "row_count", "undone_by", "undoes",
            "can_undo",
        ]  # fmt: skip
        read_only_fields = fields

    def get_can_undo(self, change_set: ChangeSet) -> bool:
        return change_set.undone_by_id is None and not own_way(change_set)

    def get_rule(self, change_set: ChangeSet) -> dict[str, Any] | None:
        return None if change_set.rule_id is None else dict(RuleNameSerializer(change_set).data)


class UndoSerializer(serializers.Serializer[Any]):
    """`unlock`: change reconciled rows too."""

    unlock = serializers.BooleanField(default=False)


class ChangeViewSet(OwnedViewSet):
    """Changes of the caller's ledger, newest first."""

    serializer_class = ChangeSetSerializer
    queryset = ChangeSet.objects.none()
    ordering = ("-id",)

    def list(self, request: Request) -> Response:
        return self.page(change_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(change_get(owner=self.owner, change_set_id=pk))

    @extend_schema(
        request=UndoSerializer,
        responses=ChangeSetSerializer,
        operation_id="api_changes_undo_last",
        description="Takes back the latest change of yours that still stands; the answer is the change that did so.",
    )
    @action(detail=False, methods=["post"], url_path="undo")
    def undo_last(self, request: Request) -> Response:
        made = change_undo_last(owner=self.owner, unlock=self.given(UndoSerializer)["unlock"])
        return self.one(change_get(owner=self.owner, change_set_id=made.pk))

    @extend_schema(
        request=UndoSerializer,
        responses=ChangeSetSerializer,
        description="409 `in_the_way` names in `fields` the rows that were changed again since; then nothing changes.",
    )
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: str) -> Response:
        done = change_get(owner=self.owner, change_set_id=pk)
        made = change_undo(owner=self.owner, change_set_id=done.pk, unlock=self.given(UndoSerializer)["unlock"])
        return self.one(change_get(owner=self.owner, change_set_id=made.pk))


router = SimpleRouter()
router.register("changes", ChangeViewSet, basename="change")
urls = router.urls
