"""The parser of JSON bodies: UTF-8 alone, and nothing is built of a body before it was found to be within limits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from django.conf import settings
from rest_framework import parsers
from rest_framework.exceptions import ParseError

from accounts.api.json_scan import JsonLimits, JsonRefusedError, refuse_excess
from accounts.errors import DomainError

LIMITS = JsonLimits(depth=settings.JSON_MAX_DEPTH, members=settings.JSON_MAX_MEMBERS, values=settings.JSON_MAX_VALUES)


def read_json(text: str, limits: JsonLimits = LIMITS) -> Any:
    """The value of a JSON text. ValueError, as JsonRefusedError where it passes a limit."""
    refuse_excess(text, limits)
    return json.loads(text, parse_constant=_refuse_constant)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


class JSONParser(parsers.JSONParser):
    """In place of the library's, which reads whatever comes, in whatever encoding the request names: `zip` is one."""

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Mapping[str, Any] | None = None) -> Any:
        raw = stream.read(settings.JSON_MAX_BYTES + 1)
        if len(raw) > settings.JSON_MAX_BYTES:
            raise _too_large()
        try:
            return read_json(raw.decode())
        except UnicodeDecodeError:
            raise DomainError("malformed", "The request holds text that is not valid UTF-8.") from None
        except JsonRefusedError as refused:
            raise DomainError("malformed", str(refused)) from None
        except ValueError as error:
            raise ParseError(f"The request is no JSON: {error}") from None


def _too_large() -> DomainError:
    most = settings.JSON_MAX_BYTES
    return DomainError("too_large", f"The request has more than the {most:,} bytes that are taken here.", status=413)
