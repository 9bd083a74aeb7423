"""The dashboard's page for every address that is nobody else's, and errors in the shape their reader expects."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

MACHINE_PREFIXES = ("/api/", "/reports-files/")
NOT_BUILT = "The dashboard is not built yet. Run ./scripts/demo.sh, or: cd frontend && npm ci && npm run build\n"
NOT_FOUND = "There is nothing at this address."
MALFORMED = "The request could not be understood."
FORBIDDEN = "You may not do this."
FAULT = "Something went wrong on our side. It has been logged; nothing you did caused it."


@never_cache
@require_safe
def dashboard(_request: HttpRequest) -> HttpResponse:
    """The built index page; the browser's router does the rest. Bytes, because a file response would block ASGI."""
    page = Path(settings.FRONTEND_DIST) / "index.html"
    try:
        return HttpResponse(page.read_bytes(), content_type="text/html; charset=utf-8")
    except FileNotFoundError:
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain; charset=utf-8")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refusal(request, 400, "malformed", MALFORMED)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refusal(request, 403, "forbidden", FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refusal(request, 404, "not_found", NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    return refusal(request, 500, "server_error", FAULT)


def refusal(request: HttpRequest, status: int, code: str, message: str) -> HttpResponse:
    """JSON in the API's one shape for programs, a plain sentence for people."""
    if request.path_info.startswith(MACHINE_PREFIXES):
        return JsonResponse({"code": code, "message": message, "fields": {}}, status=status)
    return HttpResponse(message + "\n", status=status, content_type="text/plain; charset=utf-8")
