"""Stands before Django: bodies that are too large are not kept, texts in odd encodings not read.

Django writes a whole body to the disk before any of its middleware or views sees the request, and decodes forms in
whatever encoding the request names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.conf import settings

Scope = dict[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

FORM_OVERHEAD = 1_048_576  # names and boundaries of a form around its file
READ_ON = 16 * 1_048_576  # bytes thrown away, so that whoever is still sending gets to read the answer
CHARSET = re.compile(r";\s*charset\s*=\s*\"?([^\";,\s]*)", re.IGNORECASE)
READ_CHARSETS = {"", "utf-8", "utf8", "us-ascii", "ascii"}
UPLOADS = (
    (re.compile(r"/api/(imports|rates/import)/"), "IMPORT_MAX_BYTES"),
    (re.compile(r"/api/restore/"), "RESTORE_MAX_BYTES"),
    (re.compile(r"/api/transactions/[^/]+/attachments/"), "ATTACHMENT_MAX_BYTES"),
)


class RequestLimits:
    """Wraps an ASGI application. What does not name its length is counted while it comes."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if not _is_readable(headers.get(b"content-type", "")):
            await _refuse(send, 415, "unsupported_media_type", "Send text as UTF-8.")
            return
        most, told = most_bytes(scope["path"], headers.get(b"content-type", ""))
        body = _Body(receive, most)
        if _declared(headers) > most:
            await body.throw_away()
        else:
            await self.app(scope, body.receive, send)
        if body.is_over or _declared(headers) > most:
            await _refuse(send, 413, "too_large", f"The request is larger than the {told:,} bytes that are taken here.")


class _Body:
    """The request's body on its way in: at its limit it looks to the application as if the sender had gone."""

    def __init__(self, receive: Receive, most: int) -> None:
        self.source, self.most = receive, most
        self.seen = 0
        self.is_over = False

    async def receive(self) -> Message:
        message = await self.source()
        self.seen += len(message.get("body", b""))
        if self.seen <= self.most:
            return message
        self.is_over = True
        if message.get("more_body"):
            await self.throw_away()
        return {"type": "http.disconnect"}

    async def throw_away(self) -> None:
        begun = self.seen
        while self.seen - begun < READ_ON:
            message = await self.source()
            self.seen += len(message.get("body", b""))
            if message["type"] != "http.request" or not message.get("more_body"):
                return


def most_bytes(path: str, content_type: str) -> tuple[int, int]:
    """Bytes that a request to this address may have, and the figure to tell its sender."""
    if content_type.lower().startswith("multipart/form-data"):
        for pattern, setting in UPLOADS:
            if pattern.fullmatch(path):
                told: int = getattr(settings, setting)
                return told + FORM_OVERHEAD, told
    most = max(settings.JSON_MAX_BYTES, settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    return most, most


def _is_readable(content_type: str) -> bool:
    found = CHARSET.search(content_type)
    return found is None or found[1].lower() in READ_CHARSETS


def _declared(headers: dict[bytes, str]) -> int:
    said = headers.get(b"content-length", "")
    return int(said) if said.isascii() and said.isdigit() else 0


async def _refuse(send: Send, status: int, code: str, message: str) -> None:
    """Before Django there is no view to ask for its shape: every address answers as the API does."""
    body = json.dumps({"code": code, "message": message, "fields": {}}).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
