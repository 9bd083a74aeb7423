"""/api/duplicate-reviews/ and /api/import-profiles/: what imports ask, and what they remember."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from transactions.api.base import OwnedViewSet
from transactions.api.import_serializers import MovementSerializer, OverridesSerializer
from transactions.models import DuplicateReview, ImportProfile, StatementLine, Transaction
from transactions.selectors.imports import profile_get, profile_list, review_get, review_list
from transactions.services.import_profiles import profile_delete
from transactions.services.import_reviews import review_answer


class ReviewSideSerializer(MovementSerializer):
    """One of the two rows, as the bank wrote it."""

    transaction = serializers.IntegerField(allow_null=True)
    line = serializers.IntegerField(allow_null=True, help_text="Line of the file; null: entered by hand.")
    file_name = serializers.CharField()
    external_id = serializers.CharField()
    is_pending = serializers.BooleanField()


def side_of(line: StatementLine | None, txn: Transaction | None) -> dict[str, Any] | None:
    row = line or txn
    if row is None:
        return None
    booked = txn or getattr(line, "transaction", None)
    return {
        "transaction": booked.pk if booked else None,
        "line": line.line if line else None,
        "file_name": line.statement_import.file_name if line else "",
        "booking_date": row.booking_date.isoformat(),
        "value_date": row.value_date.isoformat() if row.value_date else None,
        "amount": str(row.amount),
        "currency": row.currency,
        "counterparty": row.counterparty,
        "description": row.description,
        "external_id": line.external_id if line else "",
        "is_pending": line.is_pending if line else txn is not None and txn.status == Transaction.Status.PENDING,
    }


class _DuplicateReviewSerializer(serializers.ModelSerializer[DuplicateReview]):
    new = serializers.SerializerMethodField()
    existing = serializers.SerializerMethodField()
    account = serializers.SerializerMethodField()
    account_name = serializers.SerializerMethodField()

    class Meta:
        model = DuplicateReview
        fields: ClassVar[list[str]] = [
            "id", "import", "account", "account_name", "reason", "confidence", "new", "existing", "status",
            "created_at",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(ReviewSideSerializer(allow_null=True))
    def get_new(self, review: DuplicateReview) -> dict[str, Any] | None:
        return side_of(review.line, None)

    @extend_schema_field(ReviewSideSerializer(allow_null=True))
    def get_existing(self, review: DuplicateReview) -> dict[str, Any] | None:
        return side_of(review.existing_line, review.existing_transaction)

    def get_account(self, review: DuplicateReview) -> int | None:
        return review.line.account_id if review.line else None

    def get_account_name(self, review: DuplicateReview) -> str:
        account = review.line.account if review.line else None
        return account.name if account else ""


# `import` is the API's word for it, and a keyword of this language.
DuplicateReviewSerializer = type(
    "DuplicateReviewSerializer",
    (_DuplicateReviewSerializer,),
    {
        "__doc__": "Two rows that may be one movement. The new one is booked until the answer says they are the same.",
        "__module__": __name__,
        "import": serializers.IntegerField(source="line.statement_import_id", allow_null=True, default=None),
    },
)


class AnswerSerializer(serializers.Serializer[Any]):
    answer = serializers.ChoiceField(choices=["same", "different", "open"])
    unlock = serializers.BooleanField(required=False, help_text="Let the row go although it is reconciled.")


class ReviewQuerySerializer(serializers.Serializer[Any]):
    status = serializers.ChoiceField(choices=DuplicateReview.Status.choices, required=False)


class DuplicateReviewViewSet(OwnedViewSet):
    """Rows that an import booked although they may be there already."""

    serializer_class = DuplicateReviewSerializer
    queryset = DuplicateReview.objects.none()
    ordering = ("-id",)

    @extend_schema(parameters=[ReviewQuerySerializer])
    def list(self, request: Request) -> Response:
        query = ReviewQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        return self.page(review_list(owner=self.owner, **query.validated_data))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(review_get(owner=self.owner, review_id=pk))

    @extend_schema(request=AnswerSerializer, responses=DuplicateReviewSerializer)
    @action(detail=True, methods=["post"])
    def answer(self, request: Request, pk: str) -> Response:
        """Same: the new row goes. Different: both stay. Remembered for later imports of the two rows. An answer may be
        changed: a row that went comes back as it was. Open takes the answer back."""
        review = review_get(owner=self.owner, review_id=pk)
        review_answer(owner=self.owner, review_id=review.pk, **self.given(AnswerSerializer))
        return self.one(review_get(owner=self.owner, review_id=pk))


class ImportProfileSerializer(serializers.ModelSerializer[ImportProfile]):
    """What was said once about the files of one source."""

    overrides = OverridesSerializer()

    class Meta:
        model = ImportProfile
        fields: ClassVar[list[str]] = ["id", "source_key", "overrides", "account", "created_at", "last_used"]
        read_only_fields = fields


class ImportProfileViewSet(OwnedViewSet):
    """Remembered answers of the caller; forgetting one asks again at the next file."""

    serializer_class = ImportProfileSerializer
    queryset = ImportProfile.objects.none()
    ordering = ("-id",)

    def list(self, request: Request) -> Response:
        return self.page(profile_list(owner=self.owner))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(profile_get(owner=self.owner, profile_id=pk))

    def destroy(self, request: Request, pk: str) -> Response:
        profile = profile_get(owner=self.owner, profile_id=pk)
        profile_delete(owner=self.owner, profile_id=profile.pk)
        return Response(status=204)


router = SimpleRouter()
router.register("duplicate-reviews", DuplicateReviewViewSet, basename="duplicate-review")
router.register("import-profiles", ImportProfileViewSet, basename="import-profile")
urls = router.urls
