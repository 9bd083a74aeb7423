"""Everything an owner has in one ZIP: a JSON Lines file a table, the uploaded files, and a manifest with all hashes;
or as a journal for another program."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from django.utils import timezone

from accounts.models import User
from transactions.ledger.journal_beancount import beancount_lines
from transactions.ledger.journal_book import JournalBook
from transactions.ledger.journal_hledger import hledger_lines
from transactions.selectors.journal import journal_book
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.selectors.one_moment import one_moment
from transactions.selectors.portable import FILE_FIELD, media_path, portable_models, row_values, travelling_rows_of
from transactions.services.progress import Tick, in_silence

FORMAT, VERSION = "spendwise-export", 1
CHUNK = 64 * 1024
TOLD_EVERY = 1000
JOURNALS: dict[str, tuple[Callable[[JournalBook], Iterator[str]], str]] = {
    "beancount": (beancount_lines, "beancount"),
    "hledger": (hledger_lines, "journal"),
}
"""Name of a program -> what makes a journal's lines, and what its files end with."""


def export_write(*, owner: User, stream: IO[bytes], tick: Tick = in_silence) -> dict[str, Any]:
    """Write the ZIP; returns its manifest. The tables are read as they are at one moment, so they belong together."""
    files: list[dict[str, Any]] = []
    stored: list[tuple[str, str]] = []
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        with one_moment():
            models = portable_models()
            counted = _counted(sum(travelling_rows_of(model, owner).count() for model in models), tick)
            for model in models:
                lines = _lines(counted(row_values(model, owner)), model.__name__, stored)
                files.append(_add(archive, f"data/{model.__name__}.jsonl", lines))
            ledger_hash = ledger_content_hash(owner=owner)
        missing = []
        for name, path in stored:
            if Path(media_path(path)).is_file():
                files.append(_add(archive, name, _chunks(path)))
            else:
                missing.append(name)
        manifest = {
            "format": FORMAT,
            "version": VERSION,
            "made_at": timezone.now().isoformat(),
            "person": {"display_name": owner.display_name, "base_currency": owner.base_currency},
            "ledger_hash": ledger_hash,
            "files": files,
            "missing": missing,
        }
        archive.writestr("manifest.json", json.dumps(manifest, indent=1, ensure_ascii=False))
    return manifest


def journal_write(*, owner: User, program: str, stream: IO[bytes]) -> None:
    """Write the whole ledger as a journal for one of JOURNALS."""
    lines, _ = JOURNALS[program]
    with one_moment():
        book = journal_book(owner=owner)
    stream.writelines(f"{line}\n".encode() for line in lines(book))


def _counted(total: int, tick: Tick) -> Callable[[Iterable[dict[str, Any]]], Iterator[dict[str, Any]]]:
    """Passes rows on, of one table after the other, and says now and then how many there were."""
    done = 0

    def count(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        nonlocal done
        for row in rows:
            yield row
            done += 1
            if done % TOLD_EVERY == 0:
                tick(done, max(total, done))

    return count


def _lines(rows: Iterable[dict[str, Any]], name: str, stored: list[tuple[str, str]]) -> Iterator[bytes]:
    """Rows as JSON, one a line. A path under MEDIA becomes the name of the file in the archive."""
    for row in rows:
        if path := row.get(FILE_FIELD):
            inside = f"files/{Path(path).parts[0]}/{name}-{row['id']}"
            stored.append((inside, path))
            row[FILE_FIELD] = inside
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _chunks(path: str) -> Iterator[bytes]:
    with Path(media_path(path)).open("rb") as source:
        while chunk := source.read(CHUNK):
            yield chunk


def _add(archive: zipfile.ZipFile, name: str, chunks: Iterable[bytes]) -> dict[str, Any]:
    """One member of the archive, hashed while it is written; a line of the manifest."""
    digest, size, count = hashlib.sha256(), 0, 0
    with archive.open(name, "w", force_zip64=True) as member:
        for chunk in chunks:
            member.write(chunk)
            digest.update(chunk)
            size += len(chunk)
            count += 1
    found: dict[str, Any] = {"name": name, "sha256": digest.hexdigest(), "bytes": size}
    return {**found, "rows": count} if name.startswith("data/") else found
