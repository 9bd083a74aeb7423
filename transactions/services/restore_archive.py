"""The ZIP of an export, read with limits and checked against its own hashes."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings

from accounts.errors import DomainError
from transactions.services.export import FORMAT, VERSION

CHUNK = 64 * 1024
MOST_MANIFEST = 64 * 1024 * 1024
LONGEST_LINE = 32 * 1024 * 1024
READING = (
    zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error,
)  # fmt: skip
NUL = b"\\u0000"  # no text of ours holds one, and PostgreSQL takes none that does
HALF = b"\\ud"  # how half a character is written, which no database and no answer can hold


def broken(why: str) -> DomainError:
    message = f"The archive does not fit together: {why}. Export it again."
    return DomainError("broken_archive", message, fields={"file": [message]})


@contextmanager
def readable() -> Iterator[None]:
    """Around reading a ZIP: a damaged or an odd one is the archive's fault, not ours."""
    try:
        yield
    except READING as error:
        raise broken(f"it is no readable ZIP ({type(error).__name__})") from None


class Archive:
    """Names that are listed in the manifest, and nothing else; each is hashed whenever it is read."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._zip = opened
        members = opened.infolist()
        if sum(member.file_size for member in members) > settings.RESTORE_MAX_BYTES:
            raise DomainError("too_large", "Unpacked, the archive is larger than this server takes.", status=413)
        self.manifest = self._manifest()
        self._hashes = {str(one["name"]): str(one["sha256"]) for one in self.manifest["files"]}
        self.missing = {str(name) for name in self.manifest.get("missing", [])}

    def _manifest(self) -> dict[str, Any]:
        try:
            with readable(), self._zip.open("manifest.json") as member:
                text = member.read(MOST_MANIFEST)
            found = json.loads(text)
            is_ours = found["format"] == FORMAT and isinstance(found["ledger_hash"], str)
            is_listed = all({"name", "sha256"} <= one.keys() for one in found["files"])
        except (KeyError, ValueError, TypeError, AttributeError, RecursionError):
            raise broken("it has no manifest of ours") from None
        if not is_ours or not is_listed:
            raise broken("it has no manifest of ours")
        if found.get("version") != VERSION:
            raise DomainError("broken_archive", "The archive was made by another version of SpendWise.")
        manifest: dict[str, Any] = found
        return manifest

    @property
    def rows_told(self) -> int:
        """How many rows it says it has."""
        found = [one.get("rows") for one in self.manifest["files"]]
        return sum(count for count in found if isinstance(count, int))

    def tables(self) -> set[str]:
        return {name.removeprefix("data/").removesuffix(".jsonl") for name in self._hashes if name.startswith("data/")}

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """Rows of a table; none where the archive is older than the table."""
        name = f"data/{table}.jsonl"
        if name not in self._hashes:
            return
        digest = hashlib.sha256()
        with readable(), self._open(name) as member:
            while line := member.readline(LONGEST_LINE + 1):
                digest.update(line)
                yield self._row(line, table)
        self._check(name, digest.hexdigest())

    def _row(self, line: bytes, table: str) -> dict[str, Any]:
        lower = line.lower()
        if len(line) > LONGEST_LINE or NUL in lower:
            raise broken(f"a row of {table} is not one of ours")
        try:
            row = json.loads(line)
            if HALF in lower:
                json.dumps(row, ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            raise broken(f"a row of {table} is not JSON") from None
        if not isinstance(row, dict):
            raise broken(f"a row of {table} is not one of ours")
        return row

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file."""
        if name not in self._hashes:
            raise broken("a file is missing")
        digest = hashlib.sha256()
        with readable(), self._open(name) as member:
            while chunk := member.read(CHUNK):
                digest.update(chunk)
                yield chunk
        self._check(name, digest.hexdigest())

    def _open(self, name: str) -> Any:
        try:
            return self._zip.open(name)
        except KeyError:
            raise broken(f"{name} is missing") from None

    def _check(self, name: str, digest: str) -> None:
        if digest != self._hashes[name]:
            raise broken(f"{name} was changed")
