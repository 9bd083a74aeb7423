"""The file format: a gzipped tar of regular files, whose last member `manifest.json` names each with size and SHA-256.

Knows nothing of Django. An archive appears under its name only when it is whole and synced to the disk.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import tarfile
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

FORMAT = 1
MANIFEST = "manifest.json"
STAMP = "%Y-%m-%dT%H-%M-%SZ"
NAME = re.compile(r"spendwise-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)\.tar\.gz")
CHUNK = 1024 * 1024


class BackupError(Exception):
    """A backup that cannot be made or put back; the message is a sentence for the operator."""


class Hashing:
    """A readable stream that hashes and counts what passes."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.digest, self.bytes = stream, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        chunk = self.stream.read(size)
        self.digest.update(chunk)
        self.bytes += len(chunk)
        return chunk

    def told(self) -> dict[str, Any]:
        return {"bytes": self.bytes, "sha256": self.digest.hexdigest()}


def archive_name(moment: datetime) -> str:
    return f"spendwise-{moment.astimezone(UTC).strftime(STAMP)}.tar.gz"


def made_at(path: Path) -> datetime | None:
    """When the archive was made, by its name; None for any other file."""
    found = NAME.fullmatch(path.name)
    return datetime.strptime(found[1], STAMP).replace(tzinfo=UTC) if found else None


def archives(folder: Path) -> dict[datetime, Path]:
    """The finished archives in a folder, oldest first."""
    found = {moment: path for path in folder.glob("spendwise-*.tar.gz") if (moment := made_at(path))}
    return dict(sorted(found.items()))


def write(target: Path, files: Iterable[tuple[str, Path]], about: dict[str, Any]) -> dict[str, Any]:
    """Write the files, each as (member name, path), and `about` with their hashes as the manifest; returns it."""
    temporary = target.with_name(f".{target.name}.part")
    told: dict[str, Any] = {}
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
            with tarfile.open(fileobj=raw, mode="w:gz", compresslevel=1, format=tarfile.PAX_FORMAT) as tar:
                for name, path in files:
                    told[name] = _add(tar, name, path)
                manifest = {"format": FORMAT, **about, "files": told}
                _add_bytes(tar, MANIFEST, json.dumps(manifest, indent=1, sort_keys=True).encode())
            raw.flush()
            os.fsync(raw.fileno())
        temporary.replace(target)
        _sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)
    return manifest


def _add(tar: tarfile.TarFile, name: str, path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        info = tarfile.TarInfo(name)
        info.size, info.mode, info.mtime = os.fstat(stream.fileno()).st_size, 0o600, int(path.stat().st_mtime)
        hashing = Hashing(stream)
        tar.addfile(info, hashing)
    return hashing.told()


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(content), 0o600
    tar.addfile(info, io.BytesIO(content))


def _sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def unpack(source: Path, folder: Path) -> dict[str, Any]:
    """Unpack into an empty folder and hold every byte to the manifest; returns it. BackupError for anything else."""
    told: dict[str, Any] = {}
    manifest: dict[str, Any] | None = None
    try:
        with tarfile.open(source, mode="r:gz") as tar:
            for member in tar:
                stream = tar.extractfile(member) if member.isfile() else None
                if stream is None or manifest is not None or member.name in told:
                    raise BackupError(f"{source} is damaged: it holds what no backup holds ({member.name[:80]!r}).")
                if member.name == MANIFEST:
                    manifest = json.loads(stream.read())
                else:
                    told[member.name] = _extract(stream, member.name, folder)
            while tar.fileobj is not None and tar.fileobj.read(CHUNK):
                """To the end: the checksum of the whole comes last."""
    except OSError as error:
        raise BackupError(f"{source} cannot be read: {error}.") from None
    except (tarfile.TarError, EOFError, zlib.error, ValueError) as error:
        raise BackupError(f"{source} is damaged: {error}.") from None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise BackupError(f"{source} is damaged or of another version: it has no manifest that is understood here.")
    if manifest.get("files") != told:
        raise BackupError(f"{source} is damaged: its files are not those of its manifest.")
    return manifest


def _extract(stream: IO[bytes], name: str, folder: Path) -> dict[str, Any]:
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\0" in name:
        raise BackupError(f"The archive names a file outside itself: {name[:80]!r}.")
    target = folder.joinpath(*parts)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    hashing = Hashing(stream)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        while chunk := hashing.read(CHUNK):
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return hashing.told()
