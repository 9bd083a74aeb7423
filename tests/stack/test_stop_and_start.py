"""Stopped, started, killed and started: the same rows, sums and files, and a sound database."""

from __future__ import annotations

import hashlib
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from scripts.statement import last_full_month, moved_statement
from tests.stack.people import Person, new_person
from tests.stack.running import Stack, processes_of, wait_until
from tests.stack.today import today

pytestmark = pytest.mark.timeout(240)


def state(stack: Stack, person: Person) -> dict[str, Any]:
    """All that a user could compare, and the files as they lie on the disk."""
    media = stack.data / "media"
    files = sorted(path for path in media.rglob("*") if path.is_file() and not path.name.startswith(".ready-"))
    return {
        "summary": person.get("/api/summary/"),
        "accounts": person.get("/api/accounts/"),
        "reports": person.get("/api/reports/"),
        "rows": counts(stack.data / "database.db"),
        "files": {str(path.relative_to(media)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
    }


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in names if name.startswith(("transactions_", "advisory_")) or name == "accounts_user"]
        return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in kept}  # noqa: S608


def integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as database:
        return str(database.execute("PRAGMA integrity_check").fetchone()[0])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_everything_is_as_it_was(own_stack: Stack, number: signal.Signals) -> None:
    alice = new_person(own_stack.url)
    alice.import_file("statement.csv", moved_statement(today()))
    report = alice.make_report(last_full_month(today()))
    assert report["status"] == "succeeded"
    before = state(own_stack, alice)
    assert len(before["files"]) >= 3
    own_stack.stop(number)
    wait_until("every process gone", lambda: not processes_of(own_stack.data), seconds=30)
    assert integrity(own_stack.data / "database.db") == "ok"
    own_stack.start()
    alice.sign_in()
    assert state(own_stack, alice) == before
