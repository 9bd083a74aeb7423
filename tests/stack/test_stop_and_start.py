"""Stopped, started, killed and started: the same rows, sums and files, and a sound database."""

from __future__ import annotations

import hashlib
import signal
from typing import Any

import pytest

from scripts.statement import last_full_month, moved_statement
from tests.stack import database
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
        "rows": counts(stack),
        "files": {str(path.relative_to(media)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
    }


def counts(stack: Stack) -> dict[str, int]:
    with database.asking(stack.database) as ask:
        names = database.tables(ask)
        kept = [name for name in names if name.startswith(("transactions_", "advisory_")) or name == "accounts_user"]
        return {name: ask(f'SELECT count(*) FROM "{name}"')[0][0] for name in kept}  # noqa: S608


def jobs_at_work(stack: Stack) -> int:
    query = "SELECT count(*) FROM transactions_job WHERE status IN ('queued', 'running')"
    with database.asking(stack.database) as ask:
        return int(ask(query)[0][0])


def faults(stack: Stack) -> list[str]:
    with database.asking(stack.database) as ask:
        return database.faults(ask)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_everything_is_as_it_was(own_stack: Stack, number: signal.Signals) -> None:
    alice = new_person(own_stack.url)
    alice.import_file("statement.csv", moved_statement(today()))
    report = alice.make_report(last_full_month(today()))
    assert report["status"] == "succeeded"
    # The figures that follow an import are brought up to date by jobs, one of them a minute later.
    wait_until("every job at rest", lambda: not jobs_at_work(own_stack), seconds=120)
    before = state(own_stack, alice)
    assert len(before["files"]) >= 3
    own_stack.stop(number)
    wait_until("every process gone", lambda: not processes_of(own_stack.data), seconds=30)
    assert faults(own_stack) == []
    own_stack.start()
    alice.sign_in()
    assert state(own_stack, alice) == before
