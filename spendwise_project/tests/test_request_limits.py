"""Before Django: what is too large is counted and thrown away, what names an odd encoding is not read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from asgiref.sync import async_to_sync

from spendwise_project import request_limits
from spendwise_project.request_limits import FORM_OVERHEAD, RequestLimits, most_bytes

JSON_MOST = 2_621_440
JSON = "application/json"
FORM = "multipart/form-data; boundary=x"


class Arrived:
    """An application that reads all of a body, as Django does, and answers 200 unless the sender goes."""

    def __init__(self) -> None:
        self.bytes = 0
        self.was_cut = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.was_cut = True
                return
            self.bytes += len(message.get("body", b""))
            if not message.get("more_body"):
                break
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"{}"})


def pieces(size: int, piece: int = 65_536) -> Iterator[dict[str, Any]]:
    for at in range(0, size, piece):
        left = size - at
        yield {"type": "http.request", "body": b"x" * min(piece, left), "more_body": left > piece}
    if not size:
        yield {"type": "http.request", "body": b"", "more_body": False}


def sent(
    size: int, content_type: str = JSON, path: str = "/api/tags/", *, names_length: bool = True
) -> tuple[int, dict[str, Any], Arrived]:
    """A body of `size` bytes: status, decoded answer, and what the application saw."""
    app, coming = Arrived(), pieces(size)
    messages: list[Mapping[str, Any]] = []
    headers = [(b"Content-Type", content_type.encode())]
    headers += [(b"Content-Length", str(size).encode())] if names_length else []

    async def receive() -> dict[str, Any]:
        return next(coming, {"type": "http.disconnect"})

    async def send(message: Mapping[str, Any]) -> None:
        messages.append(message)

    scope = {"type": "http", "method": "POST", "path": path, "headers": headers}
    async_to_sync(RequestLimits(app))(scope, receive, send)
    assert [message["type"] for message in messages] == ["http.response.start", "http.response.body"]
    return messages[0]["status"], json.loads(messages[1]["body"]), app


@pytest.mark.parametrize("names_length", [True, False])
def test_a_body_up_to_the_limit_arrives_whole(names_length: bool) -> None:
    status, _, app = sent(JSON_MOST, names_length=names_length)
    assert (status, app.bytes, app.was_cut) == (200, JSON_MOST, False)


def test_a_body_that_says_it_is_larger_is_never_shown_to_the_application() -> None:
    status, told, app = sent(JSON_MOST + 1)
    assert (status, told["code"], told["fields"]) == (413, "too_large", {})
    assert "2,621,440" in told["message"]
    assert app.bytes == 0


def test_a_body_that_does_not_say_how_large_it_is_ends_at_the_limit() -> None:
    status, told, app = sent(JSON_MOST + 1, names_length=False)
    assert (status, told["code"]) == (413, "too_large")
    assert app.was_cut
    assert app.bytes <= JSON_MOST


def test_a_sender_without_end_is_not_listened_to_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_limits, "READ_ON", 1_000_000)
    assert sent(100_000_000)[0] == 413
    assert sent(100_000_000, names_length=False)[0] == 413


def test_only_forms_at_the_doors_for_files_may_be_larger(settings: Any) -> None:
    settings.IMPORT_MAX_BYTES, settings.ATTACHMENT_MAX_BYTES = 50_000_000, 10_000_000
    assert most_bytes("/api/imports/", FORM) == (50_000_000 + FORM_OVERHEAD, 50_000_000)
    assert most_bytes("/api/transactions/7/attachments/", FORM)[1] == 10_000_000
    for path, content_type in (("/api/imports/", JSON), ("/api/imports/7/commit/", FORM), ("/admin/login/", FORM)):
        assert most_bytes(path, content_type) == (JSON_MOST, JSON_MOST)


@pytest.mark.parametrize("charset", ["zip", "bz2", "hex", "utf-16", "utf-7", "unicode_escape", "undefined", "idna"])
@pytest.mark.parametrize("content_type", [JSON, FORM, "application/x-www-form-urlencoded"])
def test_odd_encodings_are_refused(content_type: str, charset: str) -> None:
    for written in (f"{content_type}; charset={charset}", f'{content_type};Charset="{charset}"'):
        status, told, app = sent(10, written)
        assert (status, set(told), app.bytes) == (415, {"code", "message", "fields"}, 0)


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"', "us-ascii"])
def test_the_one_encoding_is_taken(charset: str) -> None:
    assert sent(10, f"{JSON}; charset={charset}")[0] == 200
