"""/api/rates/: dated exchange rates, the caller's own and the shared ones."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from accounts.access import get_visible
from accounts.api.bodies import JSONParser
from transactions.api.accounts import DayField
from transactions.api.base import OwnedViewSet
from transactions.api.fields import AmountField
from transactions.ledger.money import MoneyError, currency_exponent, to_minor, to_text
from transactions.ledger.rate_files import MOST_BYTES
from transactions.ledger.rates import NoRate, converted, shown
from transactions.models import ExchangeRate
from transactions.selectors.rates import rate_book, rate_get, rate_list
from transactions.selectors.summary import base_currency
from transactions.services.rates import rate_change, rate_delete, rate_set, rates_import


class RateSerializer(serializers.ModelSerializer[ExchangeRate]):
    """One unit of `base` is worth `rate` units of `quote`. Shared rates are the server's and cannot be changed."""

    base = serializers.CharField(min_length=3, max_length=3)
    quote = serializers.CharField(min_length=3, max_length=3)
    rate_date = DayField()
    rate = serializers.CharField(max_length=32, source="rate_text")
    is_shared = serializers.SerializerMethodField()

    class Meta:
        model = ExchangeRate
        fields: ClassVar[list[str]] = ["id", "base", "quote", "rate_date", "rate", "source", "is_shared"]
        read_only_fields = ("source",)

    def get_is_shared(self, row: ExchangeRate) -> bool:
        return row.owner_id is None


class RateChangeSerializer(serializers.Serializer[ExchangeRate]):
    """Only the figure can change."""

    rate = serializers.CharField(max_length=32)


class RateQuerySerializer(serializers.Serializer[Any]):
    """`start` and `end` are both included."""

    base = serializers.CharField(required=False, max_length=3)
    quote = serializers.CharField(required=False, max_length=3)
    start = DayField(required=False)
    end = DayField(required=False)


class RateUploadSerializer(serializers.Serializer[Any]):
    file = serializers.FileField(help_text="Columns date, base, quote, rate; or a file of the European Central Bank.")


class LineErrorSerializer(serializers.Serializer[Any]):
    line = serializers.IntegerField(allow_null=True)
    field = serializers.CharField()
    message = serializers.CharField()


class RatesImportedSerializer(serializers.Serializer[Any]):
    format = serializers.ChoiceField(choices=["ecb", "table"])
    added = serializers.IntegerField()
    changed = serializers.IntegerField()
    same = serializers.IntegerField()
    line_errors = LineErrorSerializer(many=True)


class ConvertQuerySerializer(serializers.Serializer[Any]):
    """Without `base` or `quote` your base currency stands there."""

    amount = AmountField(default=Decimal(1))
    base = serializers.CharField(max_length=3, required=False)
    quote = serializers.CharField(max_length=3, required=False)
    day = DayField(required=False, help_text="Today when left out.")


class ConvertedSerializer(serializers.Serializer[Any]):
    """`converted` is null without a rate, and `rate_path` says why."""

    converted = AmountField(allow_null=True)
    rate = serializers.CharField(allow_null=True)
    rate_date = serializers.DateField(allow_null=True)
    rate_path = serializers.CharField()


class RateViewSet(OwnedViewSet):
    """Exchange rates, newest first."""

    serializer_class = RateSerializer
    queryset = ExchangeRate.objects.none()
    parser_classes = [JSONParser, MultiPartParser]
    ordering = ("-rate_date", "-id")

    @extend_schema(parameters=[RateQuerySerializer])
    def list(self, request: Request) -> Response:
        query = RateQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        return self.page(rate_list(owner=self.owner, **query.validated_data))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.one(get_visible(ExchangeRate.objects.all(), self.owner, pk))

    @extend_schema(description="A rate of the same pair and day that is yours is replaced.")
    def create(self, request: Request) -> Response:
        given = self.given()
        return self.one(rate_set(owner=self.owner, rate=given.pop("rate_text"), **given), 201)

    @extend_schema(request=RateChangeSerializer, responses=RateSerializer)
    def update(self, request: Request, pk: str) -> Response:
        row = rate_get(owner=self.owner, rate_id=pk)
        return self.one(rate_change(owner=self.owner, rate_id=row.pk, **self.given(RateChangeSerializer)))

    @extend_schema(request=RateChangeSerializer, responses=RateSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        return self.update(request, pk)

    def destroy(self, request: Request, pk: str) -> Response:
        row = rate_get(owner=self.owner, rate_id=pk)
        rate_delete(owner=self.owner, rate_id=row.pk)
        return Response(status=204)

    @extend_schema(request={"multipart/form-data": RateUploadSerializer}, responses=RatesImportedSerializer)
    @action(detail=False, methods=["post"], url_path="import")
    def take(self, request: Request) -> Response:
        """Rates of a file, as your own. The same file again changes nothing."""
        upload: UploadedFile[bytes] = self.given(RateUploadSerializer)["file"]
        if (upload.size or 0) > MOST_BYTES:
            raise serializers.ValidationError({"file": ["The file is too large to be one of exchange rates."]})
        done = rates_import(owner=self.owner, data=upload.read())
        errors = [{"line": one.line, "field": one.field, "message": one.message} for one in done.errors]
        return Response(
            {
                "format": done.format,
                "added": done.added,
                "changed": done.changed,
                "same": done.same,
                "line_errors": errors,
            }
        )

    @extend_schema(parameters=[ConvertQuerySerializer], responses=ConvertedSerializer)
    @action(detail=False, methods=["get"])
    def convert(self, request: Request) -> Response:
        """An amount in another currency by the rate of a day."""
        query = ConvertQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        given = query.validated_data
        ours = base_currency(owner=self.owner)
        base, quote = given.get("base", ours).upper(), given.get("quote", ours).upper()
        day = given.get("day") or timezone.now().date()
        try:
            currency_exponent(quote)
            minor = to_minor(str(given["amount"]), base)
        except MoneyError as error:
            raise serializers.ValidationError({"amount": [str(error)]}) from None
        found = rate_book(owner=self.owner, currencies={base, quote}, start=day, end=day).rate(base, quote, day)
        if isinstance(found, NoRate):
            return Response({"converted": None, "rate": None, "rate_date": None, "rate_path": found.reason})
        return Response(
            {
                "converted": to_text(converted(minor, base, quote, found.value), quote),
                "rate": shown(found.value),
                "rate_date": found.day,
                "rate_path": found.path,
            }
        )


router = SimpleRouter()
router.register("rates", RateViewSet, basename="rate")
urls = router.urls
