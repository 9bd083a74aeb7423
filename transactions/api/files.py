"""Files that are made for one answer: written to a temporary file, sent in pieces, gone afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import IO, Any

from asgiref.sync import sync_to_async
from django.http import FileResponse
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

PIECE = 256 * 1024


class PiecewiseFileResponse(FileResponse):
    """Under ASGI Django reads a plain file to its end before it sends the first byte; this one is read as it goes."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        source: Any = self.file_to_stream
        read = sync_to_async(source.read, thread_sensitive=False)
        while piece := await read(PIECE):
            yield piece


def made_file(write: Callable[[IO[bytes]], object], name: str, content_type: str) -> FileResponse:
    """The file that `write` writes, as a download under this name."""
    target = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    try:
        write(target)
        target.seek(0)
    except BaseException:
        target.close()
        raise
    return _download(target, name, content_type)


def kept_file(path: Path, name: str, content_type: str) -> FileResponse:
    """A file that lies under MEDIA, as a download under this name."""
    return _download(path.open("rb"), name, content_type)


def _download(source: IO[bytes], name: str, content_type: str) -> FileResponse:
    answer = PiecewiseFileResponse(source, as_attachment=True, filename=name, content_type=content_type)
    answer["Cache-Control"] = "no-store"
    return answer


class AnyFormat(BaseContentNegotiation):
    """`?format=` names the file that is wanted, not one of DRF's renderers; refusals are JSON whatever was asked."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return next((parser for parser in parsers if parser.media_type in (request.content_type or "")), None)

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        first: BaseRenderer = renderers[0]
        return first, first.media_type
