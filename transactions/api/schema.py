"""The headers that every resource of this app understands, written into the OpenAPI document once."""

from __future__ import annotations

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

ONCE = OpenApiParameter(
    "Idempotency-Key",
    {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[ -~]+$"},
    OpenApiParameter.HEADER,
    description="A name of your own for this request. Sent again with the same body within 24 hours it is not done "
    "again and gets the first answer; with another body the answer is 422.",
)
UNCHANGED = OpenApiParameter(
    "If-Match",
    {"type": "string", "minLength": 1},
    OpenApiParameter.HEADER,
    description="The ETag you were given. When it was changed meanwhile the answer is 412 and nothing happens.",
)
HEADERS = {"POST": [ONCE], "PUT": [UNCHANGED], "PATCH": [UNCHANGED], "DELETE": [UNCHANGED]}


class ConditionalSchema(AutoSchema):
    """Adds the headers to views that look at them."""

    def get_override_parameters(self) -> list[Any]:
        takes = getattr(self.view, "takes_conditions", False)
        return HEADERS.get(self.method, []) if takes else []

    def get_operation(self, *args: Any, **kwargs: Any) -> Any:
        """Doors that count how often they are entered say so when it was too often."""
        operation = super().get_operation(*args, **kwargs)
        if operation is not None and getattr(self.view, "throttle_scope", None):
            operation["responses"].setdefault("429", {"$ref": "#/components/responses/TooMany"})
        return operation
