"""Report files under MEDIA: written under a temporary name, synced, renamed; read and removed by owner-checked callers.

Paths are made here from numbers only, never from anything a client sent.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.conf import settings

FOLDER = "reports"
UNFINISHED = ".tmp"


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
    temporary = media_root() / f"{final}{UNFINISHED}"
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    for name, content in files.items():
        with (temporary / name).open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    target = media_root() / final
    shutil.rmtree(target, ignore_errors=True)
    sync_folder(temporary)
    temporary.replace(target)
    sync_folder(target.parent)
    return final


def sync_folder(folder: Path) -> None:
    """Names are only safe from a power cut once the folder that holds them is synced too."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def is_complete(folder: str, names: Iterable[str]) -> bool:
    """Whether every one of these files lies in the folder: a database may have come back from a backup without."""
    return bool(folder) and all((media_root() / folder / name).is_file() for name in names)


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
    """Delete what attempts of one report left, whole or half written; `before`: only those with a lower number.

    A worker clears away after earlier attempts alone: one that wakes up late must not touch what a later one filed.
    """
    stem = media_root() / base
    for folder in stem.parent.glob(f"{stem.name}-*"):
        number = folder.name.removeprefix(f"{stem.name}-").removesuffix(UNFINISHED)
        if before is None or (number.isdecimal() and int(number) < before):
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
