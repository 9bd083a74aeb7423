"""What headers ask of a request: that nothing has changed since (If-Match), that it is done once (Idempotency-Key)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.errors import DomainError
from accounts.models import User
from transactions.services.history import hold_ledger
from transactions.services.idempotency import Answer, key_free, key_keep, key_take

Handler = Callable[..., Response]
CHANGED = "It was changed meanwhile. Load it again and repeat your change."
KEPT_HEADERS = ("ETag", "Location")
LONGEST_KEY = 255


def etag_of(row: Any, data: Any) -> str:
    """The row's revision; where there is none, a hash over what is shown of it."""
    revision = getattr(row, "revision", None)
    if isinstance(revision, int):
        return f'"{revision}"'
    return f'"{hashlib.sha256(JSONRenderer().render(data)).hexdigest()[:32]}"'


def unchanged(owner: User, wanted: str, retrieve: Handler | None, handler: Handler) -> Handler:
    """The handler, once it is sure that the resource still has one of the tags in `wanted`. Owner's ledger is held
    meanwhile, so of two who saw the same, one gets through. What shows nothing has no tag that could be named."""

    def checked(request: Request, *args: Any, **kwargs: Any) -> Response:
        with transaction.atomic():
            hold_ledger(owner)
            current = "" if retrieve is None else retrieve(request, *args, **kwargs).get("ETag", "")
            tags = {tag.strip() for tag in wanted.split(",")}
            if "*" not in tags and (not current or current not in tags):
                raise DomainError("changed_meanwhile", CHANGED, status=412)
            return handler(request, *args, **kwargs)

    return checked


def once(owner: User, key: str, handler: Handler) -> Handler:
    """The handler, or the answer that it gave to the same request before."""

    def kept(request: Request, *args: Any, **kwargs: Any) -> Response:
        if not (0 < len(key) <= LONGEST_KEY and key.isprintable()):
            message = f"An Idempotency-Key has 1 to {LONGEST_KEY} printable characters."
            raise DomainError("invalid", message, fields={"Idempotency-Key": [message]})
        fingerprint = fingerprint_of(request)
        with transaction.atomic():
            taken, answer = key_take(owner=owner, key=key, fingerprint=fingerprint)
            if taken is None:
                assert answer is not None
                return Response(answer.body, answer.status, headers={**answer.headers, "Idempotency-Replayed": "true"})
            response = handler(request, *args, **kwargs)
            if response.status_code >= 400:
                key_free(taken)
                return response
            headers = {name: response[name] for name in KEPT_HEADERS if name in response}
            body = None if response.data is None else json.loads(JSONRenderer().render(response.data))
            key_keep(taken, Answer(response.status_code, body, headers))
        return response

    return kept


def fingerprint_of(request: Request) -> str:
    """Hash over method, address and body; of files the content counts."""
    parts: list[Any] = [request.method, request.get_full_path()]
    if request.FILES:
        form: Any = request.data
        fields = {name: form.getlist(name) for name in form if name not in request.FILES}
        parts += [fields, {name: [digest(one) for one in request.FILES.getlist(name)] for name in request.FILES}]
    else:
        parts.append(request.data)
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def digest(upload: UploadedFile[bytes]) -> str:
    found = hashlib.sha256()
    for chunk in upload.chunks():
        found.update(chunk)
    upload.seek(0)
    return f"{upload.name}:{found.hexdigest()}"
