"""What lies on the disk: uploads and reports by folder, the room that is left, and the backups."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings

from spendwise_project.backups import archive, making
from spendwise_project.health import backup_state

FILES_AT_MOST = 50_000


@dataclass(frozen=True, slots=True)
class Folder:
    name: str
    files: int
    bytes_used: int


@dataclass(frozen=True, slots=True)
class Media:
    """`is_partial`: there are more files than were looked at, so the sums are too small."""

    folders: list[Folder]
    bytes_used: int
    is_partial: bool
    bytes_free: int | None


def media() -> Media:
    root = Path(settings.MEDIA_ROOT)
    sums: dict[str, tuple[int, int]] = {}
    seen = 0
    for path, size in islice(_files(root), FILES_AT_MOST + 1):
        seen += 1
        name = path.relative_to(root).parts[0]
        count, total = sums.get(name, (0, 0))
        sums[name] = (count + 1, total + size)
    folders = [Folder(name, count, total) for name, (count, total) in sorted(sums.items())]
    return Media(folders, sum(one.bytes_used for one in folders), seen > FILES_AT_MOST, _free(root))


def _files(root: Path) -> Iterator[tuple[Path, int]]:
    """A file that goes while we look is none."""
    for folder, _, names in os.walk(root):
        for name in names:
            path = Path(folder) / name
            try:
                yield path, path.lstat().st_size
            except OSError:
                continue


def _free(root: Path) -> int | None:
    try:
        return shutil.disk_usage(root if root.exists() else settings.DATA_DIR).free
    except OSError:
        return None


def backups(now: datetime) -> dict[str, Any]:
    """Whether they are made, the newest, its age in seconds, and how many there are with how many bytes."""
    try:
        found = archive.archives(Path(settings.BACKUP_DIR))
        age = making.newest_age_seconds(now)
        newest = making.described(found[max(found)]) if found else None
        total = sum(path.stat().st_size for path in found.values())
    except OSError:
        found, age, newest, total = {}, None, None, 0
    return {
        "is_on": bool(settings.BACKUPS),
        "ok": backup_state()["ok"],
        "newest": newest,
        "age_seconds": None if age is None else round(age),
        "count": len(found),
        "bytes_used": total,
    }
