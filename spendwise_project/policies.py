"""Content-Security-Policy for the two places that cannot live under the dashboard's: the admin and the API's pages.

Both allow scripts from this origin only; Swagger and DRF's pages draw with inline styles, `data:` images and fonts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from csp.constants import NONE, SELF
from django.http import HttpRequest, HttpResponseBase

PEOPLE_PAGES: dict[str, list[Any]] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
}
OWN_POLICIES = {"/admin/": PEOPLE_PAGES, "/api/docs/": PEOPLE_PAGES}


class OwnPolicies:
    """Gives responses under a listed prefix their own policy; stands after django-csp, which writes the header."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Any:
        if iscoroutinefunction(self):
            return self.later(request)
        return with_policy(request, self.get_response(request))

    async def later(self, request: HttpRequest) -> HttpResponseBase:
        return with_policy(request, await self.get_response(request))


def with_policy(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    for prefix, policy in OWN_POLICIES.items():
        if request.path_info.startswith(prefix):
            response._csp_config = policy  # type: ignore[attr-defined]  # noqa: SLF001 - how django-csp is told
    return response
