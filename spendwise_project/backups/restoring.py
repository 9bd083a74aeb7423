"""An archive back into the data directory: proved before anything is touched; what was there is moved aside."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.db.migrations.loader import MigrationLoader

from spendwise_project.backups import archive, database
from spendwise_project.backups.archive import BackupError
from spendwise_project.envfile import ENV_FILE_NAME, env_file, write_private
from spendwise_project.supervisor import commands
from spendwise_project.supervisor.locks import AlreadyRunningError, hold_roles

TOTALS = ("users", "transactions", "amounts_minor")


def backup_restore(*, source: Path, is_forced: bool = False, with_secrets: bool = False) -> dict[str, Any]:
    """Put an archive back and prove its ledgers; returns its manifest and `aside`, where the old data lie (or None).

    BackupError, with nothing changed, when the archive is damaged, SpendWise runs on the data directory, or the
    directory holds data and `is_forced` is false.
    """
    data = Path(settings.DATA_DIR)
    with ExitStack() as held:
        _hold(data, held)
        is_empty = holds_nothing(data)
        if not is_empty and not is_forced:
            raise BackupError(
                f"{data} holds data already. Give another data directory, or --force: what is there is kept aside then."
            )
        work = Path(held.enter_context(tempfile.TemporaryDirectory(prefix=".restore-", dir=data)))
        manifest = archive.unpack(source, work)
        _ensure_understood(manifest, work, with_secrets)
        aside = None if is_empty else _new_aside(data)
        (_put_back_sqlite if database.is_sqlite() else _put_back_postgres)(manifest, work, data, aside)
        if with_secrets:
            write_private(env_file(), (work / ENV_FILE_NAME).read_text())
    return {**manifest, "aside": aside}


def _hold(data: Path, held: ExitStack) -> None:
    """All roles' locks until the end, and nobody who has the database open without them."""
    try:
        for lock in hold_roles(data, list(commands.ROLES)):
            held.enter_context(lock)
    except AlreadyRunningError as error:
        raise BackupError(str(error)) from None
    connections.close_all()
    path = data / database.SQLITE
    if not database.is_sqlite() or not path.is_file():
        return
    try:
        with closing(sqlite3.connect(path, timeout=2)) as alone:
            alone.execute("PRAGMA locking_mode=EXCLUSIVE")
            alone.execute("BEGIN EXCLUSIVE")
            alone.rollback()
            alone.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.OperationalError:
        raise BackupError(f"Some process has {path} open. Stop SpendWise first.") from None
    except sqlite3.DatabaseError:
        return  # a broken database is what restores are for


def holds_nothing(data: Path) -> bool:
    """Whether no user and no file is there; empty tables, as `prepare` makes them, are nothing."""
    media = Path(settings.MEDIA_ROOT)
    if media.is_dir() and any(path.is_file() for path in media.rglob("*")):
        return False
    if database.is_sqlite() and not (data / database.SQLITE).exists():
        return True
    try:
        with connection.cursor() as cursor:
            if "accounts_user" not in connection.introspection.table_names(cursor):
                return True
            cursor.execute("SELECT count(*) FROM accounts_user")
            return bool(cursor.fetchone()[0] == 0)
    except DatabaseError:
        return False
    finally:
        connections.close_all()


def _ensure_understood(manifest: dict[str, Any], work: Path, with_secrets: bool) -> None:
    if not (work / database.copy_name()).is_file():
        raise BackupError(f"The archive holds no {database.copy_name()}: it was made with another kind of database.")
    if with_secrets and not manifest.get("has_secrets"):
        raise BackupError("The archive holds no secrets; leave --with-secrets away and keep the keys you have.")


def _new_aside(data: Path) -> Path:
    aside = data / f"before-restore-{datetime.now(UTC).strftime(archive.STAMP)}"
    aside.mkdir(mode=0o700)
    return aside


def _put_back_sqlite(manifest: dict[str, Any], work: Path, data: Path, aside: Path | None) -> None:
    """Tables of an older release are brought up to date on the unpacked copy, and its ledgers proved, before the old
    data move. A crash between the moves leaves both, the old ones aside."""
    copy = work / database.SQLITE
    if is_behind(copy):
        database.run_manage(copy, "migrate", "--no-input", "--verbosity=0")
    proved = database.prove(copy)
    if any(proved[name] != manifest["database"].get(name) for name in TOTALS):
        raise BackupError("The sums of the unpacked database are not those of the manifest.")
    with closing(sqlite3.connect(copy)) as single:
        single.execute("PRAGMA journal_mode=DELETE")
    for name in (database.SQLITE, f"{database.SQLITE}-wal", f"{database.SQLITE}-shm"):
        _set_aside(data / name, aside)
    copy.replace(data / database.SQLITE)
    _put_back_media(work, aside)


def is_behind(copy: Path) -> bool:
    """Whether this release has migrations that the copy has not; BackupError when it has some that we do not know."""
    try:
        with closing(sqlite3.connect(copy)) as file:
            applied = set(file.execute("SELECT app, name FROM django_migrations"))
    except sqlite3.DatabaseError as error:
        raise BackupError(f"The database of the archive cannot be read: {error}.") from None
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations.keys()
    if unknown := sorted(applied - known):
        raise BackupError(
            f"The archive is of a newer release: it knows {'.'.join(unknown[-1])}. Update SpendWise first."
        )
    return not known <= applied


def _put_back_postgres(_manifest: dict[str, Any], work: Path, _data: Path, aside: Path | None) -> None:
    if aside is not None:
        database.take(aside / database.POSTGRES)
    options = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
    database.run_postgres("pg_restore", *options, str(work / database.POSTGRES))
    _put_back_media(work, aside)
    database.run_manage(None, "migrate", "--no-input", "--verbosity=0")
    database.run_manage(None, "check_ledger")


def _put_back_media(work: Path, aside: Path | None) -> None:
    media = Path(settings.MEDIA_ROOT)
    _set_aside(media, aside)
    (work / "media").mkdir(mode=0o700, exist_ok=True)
    shutil.move(work / "media", media)


def _set_aside(path: Path, aside: Path | None) -> None:
    if not path.exists():
        return
    if aside is not None:
        shutil.move(path, aside / path.name)
    elif path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
