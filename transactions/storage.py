"""Uploaded files, statements and attachments: kept under MEDIA, readable by the server alone, under names of our own
making."""

from __future__ import annotations

import os
import shutil
import time
import uuid
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import IO, TypeVar

from django.conf import settings

FOLDER = "imports"
ATTACHMENTS = "attachments"
EXPORTS = "exports"
RESTORES = "restores"
CHOSEN = "chosen"
Told = TypeVar("Told")


def store_upload(owner_id: int, data: bytes | Iterable[bytes], folder: str = FOLDER) -> str:
    """Write the bytes durably and return their path under MEDIA. A crash leaves the whole file or none under it, and
    an error in the middle of the chunks leaves nothing."""

    def write(stream: IO[bytes]) -> None:
        for chunk in [data] if isinstance(data, bytes) else data:
            stream.write(chunk)

    return store_made(owner_id, write, folder)[0]


def store_made(owner_id: int, write: Callable[[IO[bytes]], Told], folder: str) -> tuple[str, Told]:
    """The same for a file that `write` makes; and what it said. The stream can be written and read anywhere."""
    relative = Path(folder) / str(owner_id) / uuid.uuid4().hex
    target = Path(settings.MEDIA_ROOT) / relative
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = target.with_suffix(".part")
    try:
        with os.fdopen(os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as stream:
            told = write(stream)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    temporary.replace(target)
    _sync_folder(target.parent)
    return relative.as_posix(), told


def read_upload(stored_as: str) -> bytes:
    """The bytes again; FileNotFoundError when somebody removed the file from the disk."""
    return stored_path(stored_as).read_bytes()


def stored_path(stored_as: str) -> Path:
    return Path(settings.MEDIA_ROOT) / stored_as


def remove_upload(stored_as: str) -> None:
    stored_path(stored_as).unlink(missing_ok=True)


def remove_uploads_of(owner_id: int) -> None:
    """Everything a deleted user ever uploaded."""
    for folder in (FOLDER, ATTACHMENTS, EXPORTS, RESTORES, CHOSEN):
        shutil.rmtree(Path(settings.MEDIA_ROOT) / folder / str(owner_id), ignore_errors=True)


def remove_ledger_files_of(owner_id: int) -> None:
    """The files that a ledger's rows hold."""
    for folder in (FOLDER, ATTACHMENTS):
        shutil.rmtree(Path(settings.MEDIA_ROOT) / folder / str(owner_id), ignore_errors=True)


def uploads_older_than(folder: str, age: timedelta) -> list[str]:
    """Paths under MEDIA of the files in a folder that were written longer ago than this, unfinished ones too."""
    root, media = Path(settings.MEDIA_ROOT) / folder, Path(settings.MEDIA_ROOT)
    latest = time.time() - age.total_seconds()
    return [
        path.relative_to(media).as_posix()
        for path in sorted(root.glob("*/*"))
        if path.is_file() and path.stat().st_mtime < latest
    ]


def _sync_folder(folder: Path) -> None:
    """Without it a power cut may lose the name although the bytes are safe."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
