"""A body that names what does not exist is refused: a misspelt field would otherwise be lost without a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

UNKNOWN = "There is no such field."
FROM_FORMS = "csrfmiddlewaretoken"


def refuse_unknown(serializer: serializers.BaseSerializer[Any], data: Any) -> None:
    """ValidationError that names every field of the body, nested ones with a dotted path, that the serializer does
    not have, beside what else is wrong: a misspelt field is often the missing one. Fields that can only be read are
    known: what was got may be put back."""
    unknown = unknown_fields(serializer, data)
    if not unknown:
        return
    serializer.is_valid()
    problems = serializer.errors if isinstance(serializer.errors, Mapping) else {}
    raise serializers.ValidationError({**problems, **{name: [UNKNOWN] for name in unknown}})


def unknown_fields(serializer: serializers.BaseSerializer[Any], data: Any, before: str = "") -> list[str]:
    if isinstance(serializer, serializers.ListSerializer):
        rows, child = data if isinstance(data, list) else [], serializer.child
        assert isinstance(child, serializers.BaseSerializer)
        return [name for place, row in enumerate(rows) for name in unknown_fields(child, row, f"{before}{place}.")]
    if not isinstance(serializer, serializers.Serializer) or not isinstance(data, Mapping):
        return []
    found: list[str] = []
    for name in data:
        field = serializer.fields.get(name)
        if field is None:
            found += [] if name == FROM_FORMS else [f"{before}{name}"]
        elif isinstance(field, serializers.BaseSerializer):
            found += unknown_fields(field, data[name], f"{before}{name}.")
    return found
