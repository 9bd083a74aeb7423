"""Answers in words: in the language that the request asks for, else in the owner's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.cache import patch_vary_headers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.people import reading_language
from advisory.narration.voice import Voice, speaking


class Spoken(APIView):
    """Whatever its handlers put into words is said in the reader's language. Refusals stay English."""

    language = ""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """DRF looks the handler up after this: here it is wrapped, once it is known who asks."""
        super().initial(request, *args, **kwargs)
        name = str(request.method).lower()
        handler = getattr(self, name, None)
        if handler is not None:
            self.language = reading_language(request)
            setattr(self, name, _spoken(handler, Voice("de" if self.language == "de" else "en")))

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        done = super().finalize_response(request, response, *args, **kwargs)
        if self.language and done.status_code < 400:
            done["Content-Language"] = self.language
        patch_vary_headers(done, ["Accept-Language"])
        return done


def _spoken(handler: Callable[..., Response], voice: Voice) -> Callable[..., Response]:
    def said(*args: Any, **kwargs: Any) -> Response:
        with speaking(voice):
            return handler(*args, **kwargs)

    return said
