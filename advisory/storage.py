"""Report files under MEDIA: written under a temporary name, synced, renamed; read and removed by owner-checked callers.

Paths are made here from numbers only, never from anything a client sent.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

FOLDER = "reports"


def media_root() -> Path:
    return Path(settings.MEDIA_ROOT)


def report_base(owner_id: int, month_key: str, report_id: int) -> str:
    """Folder name of one report without the attempt, relative to MEDIA."""
    return f"{FOLDER}/{owner_id}/{month_key}/{report_id}"


def write_folder(base: str, attempt: int, files: Mapping[str, bytes]) -> str:
    """Write all files of one attempt and make them appear at once; returns the folder relative to MEDIA.

    Every attempt has a folder of its own, so two workers never write to the same place.
    """
    final = f"{base}-{attempt}"
    temporary = media_root() / f"{final}.tmp"
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    for name, content in files.items():
        with (temporary / name).open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    target = media_root() / final
    shutil.rmtree(target, ignore_errors=True)
    temporary.replace(target)
    return final


def described(files: Mapping[str, bytes]) -> dict[str, dict[str, object]]:
    """{kind: {name, bytes, sha256}} with the kind taken from the file's ending."""
    return {
        name.rsplit(".", 1)[1]: {
            "name": name,
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        for name, content in files.items()
    }


def remove_attempts(base: str, *, before: int | None = None) -> None:
    """Delete what attempts of one report left, whole or half written: all, or those with a number below `before`.

    A worker that slept through its lease may wake after a later attempt has filed the report. It must ask with its own
    number, or it would delete the report.
    """
    stem = media_root() / base
    if not stem.parent.is_dir():
        return
    for folder in stem.parent.glob(f"{stem.name}-*"):
        attempt = folder.name.removeprefix(f"{stem.name}-").removesuffix(".tmp")
        if before is None or (attempt.isdecimal() and int(attempt) < before):
            shutil.rmtree(folder, ignore_errors=True)


def remove_attempt(base: str, attempt: int) -> None:
    shutil.rmtree(media_root() / f"{base}-{attempt}", ignore_errors=True)


def remove_owner(owner_id: int) -> None:
    """Delete every report file of a user who is gone."""
    shutil.rmtree(media_root() / FOLDER / str(owner_id), ignore_errors=True)


def read_file(folder: str, name: str) -> bytes | None:
    """The content of one file, or None when it is not there."""
    path = media_root() / folder / name
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
