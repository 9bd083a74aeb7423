"""How often a password may be tried."""

from __future__ import annotations

import hashlib
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from accounts.models import User


class PasswordThrottle(SimpleRateThrottle):
    """By address and person, so that one forgetful member does not lock out the household behind one router."""

    scope = "sign_in"

    def allow_request(self, request: Request, view: APIView) -> bool:
        return not settings.THROTTLES or super().allow_request(request, view)

    def get_cache_key(self, request: Request, view: APIView) -> str:
        # Hashed: the text comes from outside and a cache key may be neither long nor hold every character.
        person = hashlib.sha256(self.person(request).encode("utf-8", "replace")).hexdigest()
        return f"throttle:{self.scope}:{self.get_ident(request)}:{person}"

    def person(self, request: Request) -> str:
        if isinstance(request.user, User):
            return str(request.user.pk)
        data: Any = request.data
        return User.objects.normalise(str(data.get("email", ""))) if isinstance(data, dict) else ""


class AddressThrottle(PasswordThrottle):
    """By address alone and wider: a list of e-mails tried one after the other, and the hashing it would cost."""

    scope = "sign_in_address"

    def person(self, request: Request) -> str:
        return ""


class AdminThrottle(PasswordThrottle):
    """The admin's sign-in form, a plain Django request, shares rate and counters with the API's door."""

    def is_allowed(self, request: HttpRequest) -> bool:
        # The library asks nothing of the request that Django's own does not have; the view it never reads.
        return self.allow_request(cast("Request", request), APIView())

    def person(self, request: Request) -> str:
        return User.objects.normalise(request.POST.get("username", ""))
