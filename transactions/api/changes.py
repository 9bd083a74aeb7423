"""/api/changes/: what was done to the ledger, and undoing it."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions import dispatch
from transactions.api.base import OwnedViewSet
from transactions.api.jobs import JobSerializer
from transactions.models import ChangeSet
from transactions.selectors.changes import change_get, change_list
from transactions.services.changes import own_way
from transactions.services.undo_job import undo_do

UNDO = (
    "200: the answer is the change that did so. 409 `in_the_way` names in `fields` the rows that were changed again "
    "since; then nothing changes. 202: it is large; the answer is the change itself, and `job` takes it back."
)


class RuleNameSerializer(serializers.Serializer[ChangeSet]):
    """The rule that made a change; `id` may no longer exist."""

    id = serializers.IntegerField(source="rule_id")
    name = serializers.CharField(source="rule_name")


class ChangeSetSerializer(serializers.ModelSerializer[ChangeSet]):
    """One deed: who (`actor`, an e-mail address), when, what in words, how many rows. `undone_by` and `undoes` are
    numbers of other changes; undoing the one in `undone_by` does this one again. `can_undo` is false for what was
    undone, and for what is taken back in a way of its own, as imports are. `job`: what takes this change back just now,
    in the answer to asking for it."""

    actor = serializers.CharField(source="actor.shown_as", default="")
    rule = serializers.SerializerMethodField()
    undone_by = serializers.IntegerField(source="undone_by_id", allow_null=True)
    undoes = serializers.IntegerField(source="undoes.pk", allow_null=True, default=None)
    can_undo = serializers.SerializerMethodField()
    job = JobSerializer(allow_null=True, default=None)

    class Meta:
        model = ChangeSet
        fields: ClassVar[list[str]] = [
            "id", "kind", "summary", "made_at", "actor", "rule", "row_count", "undone_by", "undoes",
            "can_undo", "job",
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
        responses={200: ChangeSetSerializer, 202: ChangeSetSerializer},
        operation_id="api_changes_undo_last",
        description=f"Takes back the latest change of yours that still stands. {UNDO}",
    )
    @action(detail=False, methods=["post"], url_path="undo")
    def undo_last(self, request: Request) -> Response:
        return self._undo(None)

    @extend_schema(
        request=UndoSerializer,
        responses={200: ChangeSetSerializer, 202: ChangeSetSerializer},
        description=f"Takes this change back. {UNDO}",
    )
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: str) -> Response:
        return self._undo(change_get(owner=self.owner, change_set_id=pk).pk)

    def _undo(self, change_set_id: int | None) -> Response:
        unlock = self.given(UndoSerializer)["unlock"]
        found, job = undo_do(owner=self.owner, change_set_id=change_set_id, unlock=unlock)
        shown = change_get(owner=self.owner, change_set_id=found.pk)
        if job is None:
            return self.one(shown)
        dispatch.enqueue(job)
        return Response(self.get_serializer(shown).data | {"job": JobSerializer(job).data}, status=202)


router = SimpleRouter()
router.register("changes", ChangeViewSet, basename="change")
urls = router.urls
