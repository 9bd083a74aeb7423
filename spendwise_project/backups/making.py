"""One backup: database first, files after it, proved, written, and old ones let go."""

from __future__ import annotations

import fcntl
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from spendwise_project.backups import archive, database, retention
from spendwise_project.backups.archive import BackupError
from spendwise_project.envfile import ENV_FILE_NAME, env_file

log = logging.getLogger("spendwise.backup")
UNFINISHED = (".tmp", ".part")


def backup_make(*, now: datetime | None = None, with_secrets: bool = False, target: Path | None = None) -> Path:
    """Make one archive in the folder of the settings (or at `target`) and drop what the rule no longer keeps.

    BackupError when it cannot be made; nothing half-made stays then.
    """
    folder = target.parent if target else Path(settings.BACKUP_DIR)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(folder), _workplace() as work:
        # Links before and after the copy: a file that a row of the copy names is in one of them, even if its report
        # was removed in between. A file without a row does no harm.
        _link_media(work / "media")
        moment = now or datetime.now(UTC)
        about = database.take(work / database.copy_name())
        _link_media(work / "media")
        path = target or folder / archive.archive_name(moment)
        if path.exists():
            raise BackupError(f"{path} is there already.")
        manifest = {"made_at": moment.isoformat(), "database": about, "has_secrets": with_secrets}
        archive.write(path, _members(work, with_secrets), manifest)
        log.info("backup made name=%s bytes=%s", path.name, path.stat().st_size)
        if target is None:
            backups_forget(folder)
    return path


def backups_forget(folder: Path) -> list[Path]:
    """Remove the archives that the rule does not keep; returns them."""
    found = archive.archives(folder)
    keep = retention.kept(found)
    gone = [path for moment, path in found.items() if moment not in keep]
    for path in gone:
        path.unlink()
        log.info("backup let go name=%s", path.name)
    return gone


def backup_if_due(now: datetime) -> Path | None:
    """The scheduler's question: make today's backup unless it is switched off, there, or being made."""
    folder = Path(settings.BACKUP_DIR)
    if not settings.BACKUPS or not retention.is_due(archive.archives(folder), now):
        return None
    return backup_make(now=now)


def newest_age_seconds(now: datetime) -> float | None:
    """How old the newest archive is; None where there is none."""
    found = archive.archives(Path(settings.BACKUP_DIR))
    return (now - max(found)).total_seconds() if found else None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / ".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BackupError("Another backup is being made just now.") from None
        yield


@contextmanager
def _workplace() -> Iterator[Path]:
    """A folder on the disk of the data directory, so that files can be linked instead of copied. What a killed backup
    left is removed by the next one, for only the holder of the lock comes here."""
    for left in Path(settings.DATA_DIR).glob(".backup-*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=settings.DATA_DIR) as work:
        yield Path(work)


def _link_media(target: Path) -> None:
    """Link every finished file below MEDIA that is not there yet; a file that vanishes meanwhile had no row to come."""
    root = Path(settings.MEDIA_ROOT)
    for source in sorted(root.rglob("*")):
        relative = source.relative_to(root)
        if source.is_symlink() or not source.is_file() or is_unfinished(relative) or (target / relative).exists():
            continue
        (target / relative).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.link(source, target / relative)
        except FileNotFoundError:
            continue
        except OSError:  # another file system, or one without links
            shutil.copyfile(source, target / relative)


def is_unfinished(relative: Path) -> bool:
    return relative.name.startswith(".") or any(part.endswith(UNFINISHED) for part in relative.parts)


def _members(work: Path, with_secrets: bool) -> Iterator[tuple[str, Path]]:
    for path in sorted(work.rglob("*")):
        if path.is_file():
            yield path.relative_to(work).as_posix(), path
    if with_secrets:
        if not env_file().is_file():
            raise BackupError(f"There is no {env_file()} to put in: the keys come from the environment.")
        yield ENV_FILE_NAME, env_file()


def described(path: Path) -> dict[str, Any]:
    """Name, moment and size of an archive, for lists."""
    moment = archive.made_at(path)
    return {"name": path.name, "made_at": moment.isoformat() if moment else None, "bytes": path.stat().st_size}
