"""Values of an archive as a column takes them; nothing from outside gets in unseen."""

from __future__ import annotations

from math import isfinite
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import DateField, Field, JSONField
from django.utils import timezone


def value_of(field: Field[Any, Any], given: Any) -> Any:
    """The value for the database. ValidationError or ValueError when the column cannot hold it."""
    if given is None:
        if not field.null:
            raise ValidationError("It is missing.")
        return None
    if isinstance(field, JSONField):
        return field.get_db_prep_save(given, connection)
    if isinstance(given, dict | list):
        raise ValidationError("It is no plain value.")
    value = field.to_python(given)
    is_left_open = field.blank and value == ""
    if field.choices and not is_left_open and value not in {choice for choice, _ in field.flatchoices}:
        raise ValidationError("It is none of the choices.")
    if isinstance(value, float) and not isfinite(value):
        raise ValueError("It is no number.")
    field.run_validators(value)
    if isinstance(field, DateField):
        # bulk.insert_rows turns days and moments into what the database takes; a moment without zone is nobody's.
        is_naive = hasattr(value, "tzinfo") and value.tzinfo is None
        return timezone.make_aware(value) if is_naive else value
    return field.get_db_prep_save(value, connection)
