"""/api/transactions/."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions import dispatch
from transactions.api.attachments import AttachmentSerializer, AttachmentUploadSerializer
from transactions.api.base import OwnedViewSet
from transactions.api.bulk import (
    BULK,
    BulkAnswerSerializer,
    BulkDoneSerializer,
    BulkGivenSerializer,
    BulkPreviewSerializer,
    bulk_asked,
)
from transactions.api.transaction_history import DeletedSerializer, HistorySerializer
from transactions.api.transaction_origin import OriginSerializer
from transactions.api.transaction_serializers import (
    DuplicateSerializer,
    MergeSerializer,
    TransactionGivenSerializer,
    TransactionQuerySerializer,
    TransactionSerializer,
    UnlockQuerySerializer,
)
from transactions.models import Transaction
from transactions.selectors.changes import currency_of, deleted_changes, transaction_changes
from transactions.selectors.imports import lines_of_row
from transactions.selectors.lists import transaction_get, transaction_list
from transactions.services.attachments import attachment_add, too_large
from transactions.services.bulk_edit import bulk_preview
from transactions.services.bulk_job import bulk_do
from transactions.services.changes import transaction_restore
from transactions.services.merge import transaction_merge
from transactions.services.transactions import (
    transaction_create,
    transaction_delete,
    transaction_duplicate,
    transaction_update,
)


class TransactionViewSet(OwnedViewSet):
    """Transactions of the caller, newest first."""

    serializer_class = TransactionSerializer
    queryset = Transaction.objects.none()
    ordering = ("-booking_date", "-id")

    def _given(self, *, partial: bool = False) -> Any:
        given = self.given(TransactionGivenSerializer, partial=partial)
        splits = given.pop("splits", None)
        plain = {name.removesuffix("_id"): value for name, value in given.items()}
        if splits is not None:
            plain["splits"] = [{name.removesuffix("_id"): value for name, value in one.items()} for one in splits]
        return plain

    @extend_schema(parameters=[TransactionQuerySerializer])
    def list(self, request: Request) -> Response:
        query = TransactionQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        filters = dict(query.validated_data)
        return self.page(transaction_list(owner=self.owner, text=filters.pop("q", ""), **filters))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(transaction_get(owner=self.owner, transaction_id=pk))

    @extend_schema(request=TransactionGivenSerializer, responses={201: TransactionSerializer})
    def create(self, request: Request) -> Response:
        given = self._given()
        given.pop("unlock", None)
        txn = transaction_create(owner=self.owner, given=given)
        return self.one(transaction_get(owner=self.owner, transaction_id=txn.pk), 201)

    @extend_schema(request=TransactionGivenSerializer, responses=TransactionSerializer)
    def update(self, request: Request, pk: str, *, partial: bool = False) -> Response:
        txn = transaction_get(owner=self.owner, transaction_id=pk)
        changes = self._given(partial=partial)
        unlock = changes.pop("unlock", False)
        transaction_update(owner=self.owner, transaction_id=txn.pk, changes=changes, unlock=unlock)
        return self.one(transaction_get(owner=self.owner, transaction_id=txn.pk))

    @extend_schema(request=TransactionGivenSerializer, responses=TransactionSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        return self.update(request, pk, partial=True)

    @extend_schema(
        parameters=[UnlockQuerySerializer],
        description="It can be restored. Importing the file it came from again does not bring it back.",
    )
    def destroy(self, request: Request, pk: str) -> Response:
        txn = transaction_get(owner=self.owner, transaction_id=pk)
        query = UnlockQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        transaction_delete(owner=self.owner, transaction_id=txn.pk, unlock=query.validated_data["unlock"])
        return Response(status=204)

    @extend_schema(
        request=BulkGivenSerializer,
        responses={200: BulkAnswerSerializer, 202: BulkDoneSerializer},
        description=BULK,
    )
    @action(detail=False, methods=["post"], pagination_class=None)
    def bulk(self, request: Request) -> Response:
        asked = bulk_asked(self.given(BulkGivenSerializer))
        if asked.preview:
            found = bulk_preview(owner=self.owner, **asked.what)
            return Response(BulkPreviewSerializer(found).data)
        done = bulk_do(owner=self.owner, **asked.what, **asked.how)
        if done.job is not None:
            dispatch.enqueue(done.job)
        return Response(BulkDoneSerializer(done).data, status=202 if done.job else 200)

    @extend_schema(
        request=MergeSerializer,
        responses=TransactionSerializer,
        description="Rows of one account with the same amount become one. It takes from the others what it lacks.",
    )
    @action(detail=False, methods=["post"])
    def merge(self, request: Request) -> Response:
        given = self.given(MergeSerializer)
        kept = transaction_merge(owner=self.owner, **given)
        return self.one(transaction_get(owner=self.owner, transaction_id=kept.pk))

    @extend_schema(
        request=DuplicateSerializer,
        responses={201: TransactionSerializer},
        description="The same once more, without bank line, transfer and attachments.",
    )
    @action(detail=True, methods=["post"])
    def duplicate(self, request: Request, pk: str) -> Response:
        txn = transaction_get(owner=self.owner, transaction_id=pk)
        made = transaction_duplicate(owner=self.owner, transaction_id=txn.pk, **self.given(DuplicateSerializer))
        return self.one(transaction_get(owner=self.owner, transaction_id=made.pk), 201)

    @extend_schema(request={"multipart/form-data": AttachmentUploadSerializer}, responses={201: AttachmentSerializer})
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser], serializer_class=AttachmentSerializer)
    def attachments(self, request: Request, pk: str) -> Response:
        txn = transaction_get(owner=self.owner, transaction_id=pk)
        upload = self.given(AttachmentUploadSerializer)["file"]
        if (upload.size or 0) > settings.ATTACHMENT_MAX_BYTES:
            raise too_large()
        made = attachment_add(
            owner=self.owner, transaction_id=txn.pk, file_name=upload.name or "", chunks=upload.chunks()
        )
        return self.one(made, 201)

    @extend_schema(responses=DeletedSerializer(many=True), description="Rows that were deleted and can be restored.")
    @action(detail=False, serializer_class=DeletedSerializer, ordering=("-id",))
    def deleted(self, request: Request) -> Response:
        return self.page(deleted_changes(owner=self.owner))

    @extend_schema(
        request=None,
        responses=TransactionSerializer,
        description="Puts a deleted row back with all it had, and its transfer where the other side still stands.",
    )
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, pk: str) -> Response:
        txn = transaction_restore(owner=self.owner, transaction_id=pk)
        return self.one(transaction_get(owner=self.owner, transaction_id=txn.pk))

    @extend_schema(responses=HistorySerializer(many=True), description="What was done to this row, newest first.")
    @action(detail=True, serializer_class=HistorySerializer, ordering=("-id",))
    def history(self, request: Request, pk: str) -> Response:
        found = self.paginate_queryset(transaction_changes(owner=self.owner, transaction_id=pk))
        currency = currency_of(owner=self.owner, transaction_id=int(pk))
        told = HistorySerializer(found, many=True, context={"currency": currency})
        return self.get_paginated_response(told.data)

    @extend_schema(
        responses=OriginSerializer(many=True),
        description="The lines of bank files that this row stands for, word by word; none for one entered by hand.",
    )
    @action(detail=True, serializer_class=OriginSerializer, ordering=("-id",))
    def origin(self, request: Request, pk: str) -> Response:
        txn = transaction_get(owner=self.owner, transaction_id=pk)
        return self.page(lines_of_row(owner=self.owner, txn=txn))


router = SimpleRouter()
router.register("transactions", TransactionViewSet, basename="transaction")
urls = router.urls
