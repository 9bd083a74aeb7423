"""Log lines: which request and which job they belong to, as text or JSON, with secrets blotted out.

A request has an id (its caller's `X-Request-ID` where that is a plain word, else a fresh one), which goes back with the
answer and travels in the message to the worker; a job has its row's id.
"""

from __future__ import annotations

import contextvars
import json
import logging
import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.http import HttpRequest, HttpResponseBase

HEADER = "X-Request-ID"
PLAIN_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
HIDDEN = "***"
# What stands for a secret wherever it turns up: web tokens, personal tokens, sign-in headers, passwords in addresses,
# and values after names that hold secrets, in JSON, forms and settings.
SECRETS = (
    (re.compile(r"eyJ[\w-]{5,}\.[\w-]+\.[\w-]*"), HIDDEN),
    (re.compile(r"\b(Bearer|Basic|Token)\s+[^\s'\",;]{6,}", re.IGNORECASE), rf"\1 {HIDDEN}"),
    (re.compile(r"://([^\s:/@'\"]*):[^\s/@'\"]+@"), rf"://\1:{HIDDEN}@"),
    (
        re.compile(
            r"((?:password|passwd|secret|secret_key|api_key|token|access|refresh|authorization)['\"]?\s*[=:]\s*)"
            r"(?:'[^']*'|\"(?:[^\"\\]|\\.)*\"|[^\s,;&'\"}]+)",
            re.IGNORECASE,
        ),
        rf"\1{HIDDEN}",
    ),
)

request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="")
job_id: contextvars.ContextVar[str] = contextvars.ContextVar("job_id", default="")


def without_secrets(text: str, personal_prefix: str = "") -> str:
    """The text with everything that looks like a secret blotted out; `personal_prefix` begins every personal token."""
    if personal_prefix:
        text = re.sub(re.escape(personal_prefix) + r"[\w-]{6,}", HIDDEN, text)
    for pattern, instead in SECRETS:
        text = pattern.sub(instead, text)
    return text


class Formatter(logging.Formatter):
    """What both kinds of line share: the ids, and no secret, in the message and in tracebacks alike."""

    def context(self) -> dict[str, str]:
        return {name: value for name, value in (("request", request_id.get()), ("job", job_id.get())) if value}

    def clean(self, text: str) -> str:
        from accounts.personal import PREFIX  # settings name this class before the apps can be imported

        return without_secrets(text, PREFIX)


class TextLines(Formatter):
    """`2026-11-28 06:00:00,000 INFO spendwise.jobs request=... job=... message`."""

    def format(self, record: logging.LogRecord) -> str:
        record.context = "".join(f"{name}={value} " for name, value in self.context().items())
        return self.clean(super().format(record))


class JsonLines(Formatter):
    """One JSON object a line: time, level, logger, message, request, job, and the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "process": record.process,
            **self.context(),
            "message": self.clean(record.getMessage()),
        }
        if record.exc_info:
            line["traceback"] = self.clean(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


class RequestIds:
    """The outermost middleware: gives each request its id and the answer the same in `X-Request-ID`."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Any:
        given = request.headers.get(HEADER, "")
        name = given if PLAIN_ID.fullmatch(given) else secrets.token_hex(8)
        if iscoroutinefunction(self):
            return self._later(request, name)
        before = request_id.set(name)
        try:
            return _marked(self.get_response(request), name)
        finally:
            request_id.reset(before)

    async def _later(self, request: HttpRequest, name: str) -> HttpResponseBase:
        before = request_id.set(name)
        try:
            return _marked(await self.get_response(request), name)
        finally:
            request_id.reset(before)


def _marked(response: HttpResponseBase, name: str) -> HttpResponseBase:
    response[HEADER] = name
    return response
