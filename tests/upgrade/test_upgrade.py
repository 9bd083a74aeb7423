"""Databases of earlier versions, brought up to date: nothing lost, the same sums, every figure still proven."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
DUMPS = sorted(FOLDER.glob("*.sql"))
RENAMED = {"transactions.CategorisationRule": "transactions.Rule"}


MADE_ANEW = {"transactions.MonthlyRollup"}
"""Sums of the rows, which an upgrade may throw away: `problems` says whether they are right, or told to be due."""


def upgraded(dump: Path, data: Path) -> dict[str, Any]:
    """The dump loaded into a directory of its own and migrated; in a process of its own, as `manage.py migrate` is."""
    with closing(sqlite3.connect(data / "database.db")) as connection:
        connection.executescript(dump.read_text())
    done = subprocess.run(
        [sys.executable, "-m", "tests.upgrade.state", str(data)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.stem)
def test_an_earlier_database_comes_through_whole(dump: Path, tmp_path: Path) -> None:
    before = json.loads(dump.with_suffix(".json").read_text())
    after = upgraded(dump, tmp_path)
    assert after["problems"] == []
    assert after["people"] == before["people"]
    # Later versions may add tables; of what there was, nothing may be missing.
    kept = before["rows"].keys() - MADE_ANEW
    assert {name: after["rows"].get(RENAMED.get(name, name)) for name in kept} == {
        name: before["rows"][name] for name in kept
    }


def test_there_is_a_dump_and_none_is_large() -> None:
    assert DUMPS
    assert {path.name: path.stat().st_size for path in DUMPS if path.stat().st_size > 200_000} == {}


def test_the_dump_has_something_of_everything() -> None:
    state = json.loads(DUMPS[0].with_suffix(".json").read_text())
    empty = {name for name, count in state["rows"].items() if count == 0}
    assert empty <= {"accounts.SignIn", "accounts.AuditEvent"}
    assert state["people"]["alice@example.org"]["proven"] > 50
    assert state["people"]["alice@example.org"]["not_proven"] == []
