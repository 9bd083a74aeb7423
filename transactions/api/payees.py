"""/api/payees/."""

from __future__ import annotations

from typing import ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.base import OwnedViewSet
from transactions.models import Payee
from transactions.selectors.lists import payee_get, payee_list
from transactions.services.payees import payee_create, payee_delete, payee_rename


class PayeeSerializer(serializers.ModelSerializer[Payee]):
    """Our name for the other party."""

    class Meta:
        model = Payee
        fields: ClassVar[list[str]] = ["id", "name"]


class PayeeViewSet(OwnedViewSet):
    """Payees of the caller, by name."""

    serializer_class = PayeeSerializer
    queryset = Payee.objects.none()
    ordering = ("name", "id")

    def list(self, request: Request) -> Response:
        return self.page(payee_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(payee_get(owner=self.owner, payee_id=pk))

    def create(self, request: Request) -> Response:
        return self.one(payee_create(owner=self.owner, name=self.given()["name"]), 201)

    def update(self, request: Request, pk: str, *, partial: bool = False) -> Response:
        payee = payee_get(owner=self.owner, payee_id=pk)
        name = self.given(partial=partial).get("name", payee.name)
        return self.one(payee_rename(owner=self.owner, payee_id=payee.pk, name=name))

    def partial_update(self, request: Request, pk: str) -> Response:
        return self.update(request, pk, partial=True)

    @extend_schema(description="Its transactions stay, without a payee.")
    def destroy(self, request: Request, pk: str) -> Response:
        payee = payee_get(owner=self.owner, payee_id=pk)
        payee_delete(owner=self.owner, payee_id=payee.pk)
        return Response(status=204)


router = SimpleRouter()
router.register("payees", PayeeViewSet, basename="payee")
urls = router.urls
