"""Fields that several resources share."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

PLAIN_NUMBER = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,9})?")
MOST_ID = 2**63 - 1
MOST_POSITION = 2**31 - 1


@extend_schema_field({"type": "string", "format": "decimal"})
class AmountField(serializers.Field[Decimal, Any, str, Any]):
    """A decimal string, negative = leaving. How many decimals it may have is the currency's business."""

    def to_internal_value(self, data: Any) -> Decimal:
        """Strings, and JSON numbers by their shortest spelling; no exponents, no separators."""
        text = str(data).strip() if isinstance(data, str | int | float) and not isinstance(data, bool) else ""
        if not PLAIN_NUMBER.fullmatch(text):
            raise serializers.ValidationError("Write the amount as plain digits with a point, for example -12.30.")
        return Decimal(text)

    def to_representation(self, value: Any) -> str:
        return str(value)


class IdField(serializers.IntegerField):
    """The id of one of the caller's own rows."""

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=1, max_value=MOST_ID, **options)


class TextField(serializers.CharField):
    """Text as the database keeps it: verbatim, but without NUL (refused by DRF's own validator)."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"allow_blank": True, "trim_whitespace": False, **options})
