"""Every refusal in one shape: {code, message, fields}. Nothing that a user sends may become a 5xx."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import IntegrityError, OperationalError
from django.http import Http404
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import exception_handler

from accounts.errors import DomainError

logger = logging.getLogger(__name__)

PLAIN = {
    RecursionError: (400, "malformed", "The request body is nested too deeply."),
    UnicodeError: (400, "malformed", "The request holds text that is not valid UTF-8."),
    OverflowError: (400, "malformed", "A number in the request is too large."),
    RequestDataTooBig: (413, "too_large", "The request is larger than this server accepts."),
    IntegrityError: (
        409,
        "conflict",
        "Something that this needs was changed or removed at the same time. Nothing was changed; try again.",
    ),
    OperationalError: (503, "busy", "The database is busy. Nothing was changed; try again in a moment."),
}


def handle_exception(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's hook: a Response for what is understood, None for a programming fault."""
    if isinstance(error, DomainError):
        told = {"WWW-Authenticate": "Bearer"} if error.status == status.HTTP_401_UNAUTHORIZED else {}
        if error.retry_after is not None:
            told["Retry-After"] = str(error.retry_after)
        answer = shaped(error.status, error.code, error.message, error.fields, told)
        answer.data |= error.extra
        return answer
    for kind, (status_code, code, message) in PLAIN.items():
        if isinstance(error, kind):
            # Two requests that met in the database are nobody's fault; what services could foresee is a DomainError.
            logger.warning("answered %s to %s", status_code, kind.__name__, exc_info=error)
            headers = {"Retry-After": "1"} if status_code == status.HTTP_503_SERVICE_UNAVAILABLE else None
            return shaped(status_code, code, message, headers=headers)
    found = exception_handler(error, context)
    if found is None:
        return None
    code, message, fields = described(error)
    headers = {name: found[name] for name in ("WWW-Authenticate", "Retry-After") if name in found}
    return shaped(found.status_code, code, message, fields, headers)


def shaped(
    status_code: int,
    code: str,
    message: str,
    fields: dict[str, list[str]] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    return Response({"code": code, "message": message, "fields": fields or {}}, status=status_code, headers=headers)


def described(error: Exception) -> tuple[str, str, dict[str, list[str]]]:
    if isinstance(error, exceptions.ValidationError):
        fields = flattened(error.detail)
        first = next(iter(fields.values()), ["Something in the request is not right."])[0]
        return "invalid", first, fields
    if isinstance(error, Http404):
        return "not_found", "There is no such thing.", {}
    if isinstance(error, PermissionDenied):
        return "forbidden", "You may not do this.", {}
    if isinstance(error, exceptions.APIException):
        code = error.get_codes()
        detail: Any = error.detail
        if isinstance(detail, dict):
            detail = detail.get("detail", "Something in the request is not right.")
        return (code if isinstance(code, str) else error.default_code), str(detail), {}
    return "invalid", str(error), {}


def flattened(detail: Any, path: str = "") -> dict[str, list[str]]:
    """Nested validation messages as {dotted path: [sentences]}."""
    if isinstance(detail, dict):
        merged: dict[str, list[str]] = {}
        for name, inner in detail.items():
            merged.update(flattened(inner, f"{path}.{name}" if path else str(name)))
        return merged
    if isinstance(detail, list):
        if any(isinstance(item, dict | list) for item in detail):
            merged = {}
            for index, item in enumerate(detail):
                merged.update(flattened(item, f"{path}.{index}" if path else str(index)))
            return merged
        return {path or "non_field_errors": [str(item) for item in detail]}
    return {path or "non_field_errors": [str(detail)]}
