"""A backup of a running SpendWise, put back: refused where it would harm, sound where it is done."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import backups
from scripts.statement import last_full_month
from tests.stack.database import is_postgres
from tests.stack.reporting import with_statement
from tests.stack.running import ROOT, Stack
from tests.stack.today import today

pytestmark = [pytest.mark.timeout(400)]


def refused(stack: Stack, *arguments: str) -> str:
    """Run a command that must fail; what it said."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=stack.env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.mark.campaign
def test_two_rounds_under_load() -> None:
    assert backups.main(["--rounds", "2"]) == 0


def test_put_back_over_later_data_and_refused_before(own_stack: Stack) -> None:
    alice = with_statement(own_stack)
    report = alice.make_report(last_full_month(today()))
    before = alice.get("/api/summary/")
    own_stack.manage("backup")
    (archive,) = (own_stack.data / "backups").glob("*.tar.gz")
    assert archive.stat().st_mode & 0o077 == 0
    account = alice.get("/api/accounts/")["results"][0]["id"]
    row = {"account": account, "booking_date": f"{last_full_month(today())}-10", "amount": "-7.77", "description": "x"}
    alice.post("/api/transactions/", row, 201)
    assert alice.get("/api/summary/") != before
    assert "already runs" in refused(own_stack, "backup_restore", str(archive), "--force")
    own_stack.stop()
    assert "--force" in refused(own_stack, "backup_restore", str(archive))
    damaged = Path(shutil.copy(archive, own_stack.data / "damaged.tar.gz"))
    damaged.write_bytes(damaged.read_bytes()[:-2000])
    assert "damaged" in refused(own_stack, "backup_restore", str(damaged), "--force")
    said = own_stack.manage("backup_restore", str(archive), "--force")
    assert "ledgers are sound" in said or is_postgres()
    own_stack.start()
    alice.sign_in()
    assert alice.get("/api/summary/") == before
    assert all(alice.file(path) for path in alice.get(f"/api/reports/{report['id']}/")["files"].values())
    (aside,) = own_stack.data.glob("before-restore-*")
    assert any(aside.iterdir())
    assert list(own_stack.data.glob(".restore-*")) + list(own_stack.data.glob(".backup-*")) == []
