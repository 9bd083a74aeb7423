"""How the sign-in doors appear in the OpenAPI schema."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

from accounts.api.cookies import COOKIE_NAME, HEADER_NAME
from accounts.api.serializers import ErrorDetailSerializer

COOKIE_PARAMETERS = [
    OpenApiParameter(COOKIE_NAME, str, OpenApiParameter.COOKIE, description="The refresh token, set by sign-in."),
    OpenApiParameter(HEADER_NAME, str, OpenApiParameter.HEADER, enum=["1"], description="Needed with the cookie."),
]


def refusals(*statuses: int) -> dict[int, type[ErrorDetailSerializer]]:
    """Responses that all have the one error shape."""
    return dict.fromkeys(statuses, ErrorDetailSerializer)


class BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # registers itself untyped
    target_class = "accounts.tokens.BearerAuthentication"
    name = "bearerAuth"
    # Above the extension that drf-spectacular brings for the library's own class and its subclasses.
    priority = 1

    def get_security_definition(self, auto_schema: AutoSchema) -> Any:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}


class DeletionBodySchema(AutoSchema):
    """A DELETE that must be confirmed by a password: OpenAPI allows the body, drf-spectacular leaves it out.

    Its methods carry no annotations, hence the ignores.
    """

    def _get_request_body(self, direction: str = "request") -> Any:
        if self.method != "DELETE":
            return super()._get_request_body(direction)  # type: ignore[no-untyped-call]
        self.method = "POST"
        try:
            return super()._get_request_body(direction)  # type: ignore[no-untyped-call]
        finally:
            self.method = "DELETE"
