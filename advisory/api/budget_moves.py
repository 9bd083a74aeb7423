"""/api/budget-moves/."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from advisory.api.budget_month import MonthField, name_of
from advisory.models import BudgetMove
from advisory.selectors.budgets import move_get, move_list
from advisory.services.budget_moves import budget_move, budget_move_undo
from transactions.api.base import OwnedViewSet
from transactions.api.fields import AmountField, IdField, TextField
from transactions.ledger.money import to_text


class BudgetMoveSerializer(serializers.ModelSerializer[BudgetMove]):
    """Money that was moved from one budget to another. `undone_at`: it was taken back."""

    month = MonthField()
    amount = serializers.SerializerMethodField()
    source_name = serializers.SerializerMethodField()
    target_name = serializers.SerializerMethodField()

    class Meta:
        model = BudgetMove
        fields: ClassVar[list[str]] = [
            "id", "month", "source", "source_name", "target", "target_name", "amount", "currency", "note", "made_at",
            "undone_at",
        ]  # fmt: skip
        read_only_fields = fields

    def get_amount(self, row: BudgetMove) -> str:
        return to_text(row.amount_minor, row.currency)

    def get_source_name(self, row: BudgetMove) -> str:
        return name_of(row.source)

    def get_target_name(self, row: BudgetMove) -> str:
        return name_of(row.target)


class BudgetMoveGivenSerializer(serializers.Serializer[Any]):
    """`source` and `target` are budgets for spending; `amount` is above zero."""

    month = MonthField()
    source = IdField()  # type: ignore[assignment]  # declared fields leave the class body
    target = IdField()
    amount = AmountField()
    note = TextField(required=False, max_length=200)


class BudgetMoveQuerySerializer(serializers.Serializer[Any]):
    month = MonthField(required=False, help_text="YYYY-MM; all months if left out.")


class BudgetMoveViewSet(OwnedViewSet):
    """Moves between budgets, the newest first. What one budget lacks by a move the other has: nothing is lost."""

    serializer_class = BudgetMoveSerializer
    queryset = BudgetMove.objects.none()
    ordering = ("-id",)

    @extend_schema(parameters=[BudgetMoveQuerySerializer])
    def list(self, request: Request) -> Response:
        checked = BudgetMoveQuerySerializer(data=request.query_params)
        checked.is_valid(raise_exception=True)
        rows = move_list(owner=self.owner)
        month = checked.validated_data.get("month")
        return self.page(rows if month is None else rows.filter(month=month))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(move_get(owner=self.owner, move_id=pk))

    @extend_schema(request=BudgetMoveGivenSerializer, responses={201: BudgetMoveSerializer})
    def create(self, request: Request) -> Response:
        made = budget_move(owner=self.owner, **self.given(BudgetMoveGivenSerializer))
        return self.one(move_get(owner=self.owner, move_id=made.pk), 201)

    @extend_schema(request=None, responses=BudgetMoveSerializer, description="Both budgets as they were before.")
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: str) -> Response:
        row = move_get(owner=self.owner, move_id=pk)
        budget_move_undo(owner=self.owner, move_id=row.pk)
        return self.one(move_get(owner=self.owner, move_id=row.pk))


router = SimpleRouter()
router.register("budget-moves", BudgetMoveViewSet, basename="budget-move")
urls = router.urls
