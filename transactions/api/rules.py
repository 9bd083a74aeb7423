"""/api/rules/."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions import dispatch
from transactions.api.base import OwnedViewSet
from transactions.api.rule_serializers import (
    ProposalKeySerializer,
    ProposalSerializer,
    RuleApplyGivenSerializer,
    RuleOrderSerializer,
    RulePreviewGivenSerializer,
    RulePreviewSerializer,
    RulesAppliedSerializer,
    RuleSerializer,
    RulesHealthSerializer,
)
from transactions.models import Rule
from transactions.selectors.rules import rule_get, rule_list, rules_state
from transactions.services.rule_jobs import rules_run_request
from transactions.services.rule_proposals import proposal_accept, proposal_dismiss, proposals_list
from transactions.services.rule_runs import RunChoice, rule_preview, rules_run_preview
from transactions.services.rules import rule_create, rule_delete, rule_update, rules_reorder


class RuleViewSet(OwnedViewSet):
    """Rules of the caller, in the order in which they are asked."""

    serializer_class = RuleSerializer
    queryset = Rule.objects.none()
    ordering = ("position", "id")

    def _given(self, *, partial: bool = False) -> dict[str, Any]:
        given = self.given(partial=partial)
        return {"category" if name == "category_id" else name: value for name, value in given.items()}

    def list(self, request: Request) -> Response:
        return self.page(rule_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(rule_get(owner=self.owner, rule_id=pk))

    def create(self, request: Request) -> Response:
        return self.one(rule_create(owner=self.owner, **self._given()), 201)

    def update(self, request: Request, pk: str, *, partial: bool = False) -> Response:
        rule = rule_get(owner=self.owner, rule_id=pk)
        changes: Any = self._given(partial=partial)
        return self.one(rule_update(owner=self.owner, rule_id=rule.pk, changes=changes))

    def partial_update(self, request: Request, pk: str) -> Response:
        return self.update(request, pk, partial=True)

    @extend_schema(description="What it did to transactions stays; undo its changes to take that back.")
    def destroy(self, request: Request, pk: str) -> Response:
        rule = rule_get(owner=self.owner, rule_id=pk)
        rule_delete(owner=self.owner, rule_id=rule.pk)
        return Response(status=204)

    @extend_schema(
        request=RulePreviewGivenSerializer,
        responses=RulePreviewSerializer,
        description="What a rule would do to the transactions that there are. Nothing is stored.",
    )
    @action(detail=False, methods=["post"])
    def preview(self, request: Request) -> Response:
        return Response(
            RulePreviewSerializer(rule_preview(owner=self.owner, **self.given(RulePreviewGivenSerializer))).data
        )

    @extend_schema(
        request=RuleApplyGivenSerializer,
        responses={200: RulesAppliedSerializer, 202: RulesAppliedSerializer},
        description="Asks rules about a selection of transactions, or about all. `preview: true` only says what would "
        "change; otherwise a job does it, each rule as one change that can be undone.",
    )
    @action(detail=False, methods=["post"])
    def apply(self, request: Request) -> Response:
        given = self.given(RuleApplyGivenSerializer)
        is_preview = given.pop("preview")
        choice = RunChoice(**given)
        if is_preview:
            found = rules_run_preview(owner=self.owner, choice=choice)
            shown = {"matches": found.matches, "decided_by_hand": found.decided_by_hand, "sample": found.sample}
            return Response(RulesAppliedSerializer(shown | {"job": None}).data)
        job = rules_run_request(owner=self.owner, choice=choice)
        dispatch.enqueue(job)
        begun: dict[str, Any] = {"matches": None, "decided_by_hand": None, "sample": [], "job": job}
        return Response(RulesAppliedSerializer(begun).data, status=202)

    @extend_schema(
        responses=RulesHealthSerializer,
        description="Rules that never match, that others always come before, and that contradict each other.",
    )
    @action(detail=False, methods=["get"])
    def health(self, request: Request) -> Response:
        return Response(RulesHealthSerializer(rules_state(owner=self.owner)).data)

    @extend_schema(request=RuleOrderSerializer, responses={204: None}, description="Puts rules into this order.")
    @action(detail=False, methods=["post"])
    def reorder(self, request: Request) -> Response:
        rules_reorder(owner=self.owner, ids=self.given(RuleOrderSerializer)["ids"])
        return Response(status=204)

    @extend_schema(
        responses=ProposalSerializer(many=True),
        filters=False,
        description="Rules that your own corrections ask for, the most frequent first.",
    )
    @action(detail=False, methods=["get"], pagination_class=None)
    def proposals(self, request: Request) -> Response:
        found: Any = proposals_list(owner=self.owner)
        return Response(ProposalSerializer(found, many=True).data)

    @extend_schema(request=ProposalKeySerializer, responses={201: RuleSerializer})
    @action(detail=False, methods=["post"], url_path="proposals/accept")
    def accept(self, request: Request) -> Response:
        return self.one(proposal_accept(owner=self.owner, **self.given(ProposalKeySerializer)), 201)

    @extend_schema(request=ProposalKeySerializer, responses={204: None}, description="It is not proposed again.")
    @action(detail=False, methods=["post"], url_path="proposals/dismiss")
    def dismiss(self, request: Request) -> Response:
        proposal_dismiss(owner=self.owner, **self.given(ProposalKeySerializer))
        return Response(status=204)


router = SimpleRouter()
router.register("rules", RuleViewSet, basename="rule")
urls = router.urls
