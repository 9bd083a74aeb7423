"""/api/searches/ and what the search bar asks."""

from __future__ import annotations

from typing import Any, ClassVar

from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.views import APIView

from accounts.api.people import owner_of
from transactions.api.base import OwnedViewSet
from transactions.api.fields import MOST_POSITION
from transactions.ledger.search.completing import completions
from transactions.ledger.search.parsing import LONGEST
from transactions.models import SavedSearch
from transactions.selectors.completions import completion_names
from transactions.selectors.lists import search_get, search_list
from transactions.services.searches import search_create, search_delete, search_update


class SavedSearchSerializer(serializers.ModelSerializer[SavedSearch]):
    """A query with a name. The list of transactions takes it as `q`."""

    position = serializers.IntegerField(required=False, min_value=0, max_value=MOST_POSITION)

    class Meta:
        model = SavedSearch
        fields: ClassVar[list[str]] = ["id", "name", "query", "position"]


class SavedSearchViewSet(OwnedViewSet):
    """Saved searches of the caller, in their order."""

    serializer_class = SavedSearchSerializer
    queryset = SavedSearch.objects.none()
    ordering = ("position", "id")

    def list(self, request: Request) -> Response:
        return self.page(search_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(search_get(owner=self.owner, search_id=pk))

    def create(self, request: Request) -> Response:
        return self.one(search_create(owner=self.owner, **self.given()), 201)

    def update(self, request: Request, pk: str, *, partial: bool = False) -> Response:
        search = search_get(owner=self.owner, search_id=pk)
        changes: Any = self.given(partial=partial)
        return self.one(search_update(owner=self.owner, search_id=search.pk, changes=changes))

    def partial_update(self, request: Request, pk: str) -> Response:
        return self.update(request, pk, partial=True)

    def destroy(self, request: Request, pk: str) -> Response:
        search = search_get(owner=self.owner, search_id=pk)
        search_delete(owner=self.owner, search_id=search.pk)
        return Response(status=204)


class CompletionQuerySerializer(serializers.Serializer[Any]):
    q = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False, max_length=LONGEST)
    at = serializers.IntegerField(
        required=False, min_value=0, max_value=LONGEST, help_text="Characters before the cursor; without it, all."
    )


class CompletionSerializer(serializers.Serializer[Any]):
    """Put `insert` in place of the characters from `start` to `end` (not included)."""

    insert = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # DRF's own `label` names a form's field
    kind = serializers.ChoiceField(choices=["field", "flag", "value"])
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class CompletionsView(APIView):
    """What may come next in a query, the likeliest first."""

    permission_classes = [IsAuthenticated]

    @extend_schema(parameters=[CompletionQuerySerializer], responses=CompletionSerializer(many=True))
    def get(self, request: Request) -> Response:
        given = CompletionQuerySerializer(data=request.query_params)
        given.is_valid(raise_exception=True)
        text = given.validated_data.get("q", "")
        names = completion_names(owner=owner_of(request))
        found = completions(text, given.validated_data.get("at", len(text)), names)
        return Response(CompletionSerializer(found, many=True).data)


router = SimpleRouter()
router.register("searches", SavedSearchViewSet, basename="search")
urls = [path("transactions/completions/", CompletionsView.as_view(), name="completions"), *router.urls]
