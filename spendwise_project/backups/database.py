"""Copies of the database: taken in one snapshot while others write, proved on the copy, and put back.

SQLite by its online backup; PostgreSQL by pg_dump and pg_restore, where these programs are installed.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings

from spendwise_project.backups.archive import BackupError
from spendwise_project.envfile import BASE_DIR

SQLITE, POSTGRES = "database.db", "database.dump"
BUSY_SECONDS = 60


def is_sqlite() -> bool:
    return bool(settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3")


def copy_name() -> str:
    return SQLITE if is_sqlite() else POSTGRES


def take(target: Path) -> dict[str, Any]:
    """Copy the database as it is at one moment; returns what the manifest says of it, proof included."""
    if is_sqlite():
        _copy_sqlite(Path(settings.DATABASES["default"]["NAME"]), target)
        return {"engine": "sqlite", **prove(target)}
    run_postgres("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
    _run(["pg_restore", "--list", str(target)], {})
    return {"engine": "postgresql", "ledger": "checked when it is put back"}


def _copy_sqlite(source: Path, target: Path) -> None:
    """All pages in one step: in WAL mode that is one read snapshot, and writers go on meanwhile. A copy in several
    steps would begin anew with every commit of somebody else."""
    if not source.is_file():
        raise BackupError(f"There is no database at {source} yet; run: python manage.py prepare")
    with closing(sqlite3.connect(source, timeout=BUSY_SECONDS)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a -wal beside it
    target.chmod(0o600)


def prove(database: Path) -> dict[str, Any]:
    """Integrity, foreign keys and every ledger of a SQLite file; its sums. BackupError names what does not hold."""
    try:
        with closing(sqlite3.connect(database)) as copy:
            faults = [word for (word,) in copy.execute("PRAGMA integrity_check") if word != "ok"]
            faults += [f"{row[0]} row {row[1]}" for row in copy.execute("PRAGMA foreign_key_check")]
            if faults:
                raise BackupError(f"The copy of the database is not sound: {'; '.join(map(str, faults[:5]))}.")
            told = sums(copy)
    except sqlite3.DatabaseError as error:
        raise BackupError(f"The copy of the database is not sound: {error}.") from None
    run_manage(database, "check_ledger")
    return {**told, "integrity": "ok", "ledger": "sound"}


def sums(copy: sqlite3.Connection) -> dict[str, Any]:
    """Users, transactions, and the sum of all amounts by currency in minor units."""
    users, rows = (
        copy.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - two names of our own
        for table in ("accounts_user", "transactions_transaction")
    )
    query = "SELECT currency, sum(amount_minor) FROM transactions_transaction GROUP BY currency ORDER BY currency"
    return {"users": users, "transactions": rows, "amounts_minor": dict(copy.execute(query).fetchall())}


def run_manage(database: Path | None, *arguments: str) -> str:
    """A management command in a process of its own, on the file or, with None, on the database of the settings."""
    changed = {} if database is None else {"DATABASE_URL": f"sqlite:///{database}"}
    return _run([sys.executable, "manage.py", *arguments], changed)


def run_postgres(program: str, *arguments: str) -> str:
    """pg_dump or pg_restore on the database of the settings; the password goes by the environment, seen by nobody."""
    about = settings.DATABASES["default"]
    if shutil.which(program) is None:
        raise BackupError(f"{program} is not installed here: apt-get install postgresql-client.")
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    env = {name: str(about.get(key) or "") for name, key in names.items() if about.get(key)}
    host = (about.get("OPTIONS") or {}).get("host")
    if host:
        env["PGHOST"] = str(host)
    return _run([program, f"--dbname={about['NAME']}", *arguments], env)


def _run(command: list[str], changed: dict[str, str]) -> str:
    done = subprocess.run(  # noqa: S603 - our own argument list
        command, cwd=BASE_DIR, env={**os.environ, **changed}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = (done.stdout + done.stderr).strip().splitlines()[-3:]
        raise BackupError(f"{' '.join(command[1:3])} failed: {' '.join(said)[:500]}")
    return done.stdout
