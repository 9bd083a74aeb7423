"""Uploaded bytes on their way to the disk: counted, hashed and limited while they stream, never all in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.conf import settings

from accounts.errors import DomainError
from transactions.services.import_read import clean
from transactions.storage import store_upload


@dataclass(slots=True)
class Upload:
    """A file as it was kept: its path under MEDIA, and what was seen of it on the way."""

    stored_as: str = ""
    sha256: str = ""
    size: int = 0
    lines: int = 0

    @property
    def is_large(self) -> bool:
        """Too much work for one request: fifty thousand short rows are far below the limit in bytes, and take
        seconds."""
        return self.size > settings.IMPORT_INLINE_BYTES or self.lines > settings.IMPORT_INLINE_LINES


def upload_keep(owner_id: int, data: bytes | Iterable[bytes]) -> Upload:
    """Keep the file. DomainError as soon as it is larger than the server takes; nothing is left then."""
    seen = Upload()
    digest = hashlib.sha256()
    breaks = [0, 0]

    def watched() -> Iterator[bytes]:
        for chunk in [data] if isinstance(data, bytes) else data:
            seen.size += len(chunk)
            if seen.size > settings.IMPORT_MAX_BYTES:
                raise too_large(seen.size)
            digest.update(chunk)
            breaks[0] += chunk.count(b"\n")
            breaks[1] += chunk.count(b"\r")
            yield chunk

    seen.stored_as = store_upload(owner_id, watched())
    seen.sha256, seen.lines = digest.hexdigest(), max(breaks)
    return seen


def too_large(size: int) -> DomainError:
    most = settings.IMPORT_MAX_BYTES
    return DomainError(
        "too_large",
        f"The file has {size:,} bytes or more; this server takes up to {most:,}. Download a shorter period and import "
        "that.",
        status=413,
        fields={"file": ["The file is too large."]},
    )


def presentable(file_name: str) -> str:
    """The last part of the client's name, printable and at most 255 characters: shown, never used as a path."""
    last = PurePosixPath(clean(file_name).replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable()).strip()[-255:] or "statement"
