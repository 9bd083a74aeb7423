"""`python -m benchmarks.backups [--rounds 100] [--writers 2]`: backups of a running SpendWise, each put back.

People book rows and ask for reports over HTTP the whole time. Each round runs `manage.py backup` beside them and
`manage.py backup_restore` into an empty directory, both as processes of their own; both check integrity, foreign keys
and every ledger of the copy. A round passes when they succeed, the rows and their sum lie between those before and
after the backup, and every report and import that the copy names has its files with the right hashes. Ends with 1 when
a round fails or a request was answered with 5xx.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import httpx

from scripts.statement import last_full_month
from tests.stack.people import Person
from tests.stack.reporting import with_statement
from tests.stack.running import ROOT, Stack, stack_environment
from tests.stack.today import today

Sums = tuple[int, int]  # rows, and the sum of their amounts in minor units, which every row of the load lowers


@dataclass(slots=True)
class Writers:
    """Threads that book one row of -1.00 after the other and now and then ask for a report."""

    people: list[Person]
    statuses: Counter[int] = field(default_factory=Counter)
    stop: threading.Event = field(default_factory=threading.Event)
    threads: list[threading.Thread] = field(default_factory=list)

    def begin(self) -> None:
        self.threads = [threading.Thread(target=self._write, args=(person,), daemon=True) for person in self.people]
        for thread in self.threads:
            thread.start()

    def end(self) -> None:
        self.stop.set()
        for thread in self.threads:
            thread.join()

    def _write(self, person: Person) -> None:
        account = person.get("/api/accounts/")["results"][0]["id"]
        month = last_full_month(today())
        chance = random.Random(account)
        while not self.stop.wait(0.1):
            row = {"account": account, "booking_date": f"{month}-10", "amount": "-1.00", "description": "Load"}
            try:
                self.statuses[person.http.post("/api/transactions/", json=row).status_code] += 1
                if chance.random() < 0.02:
                    answer = person.http.post("/api/reports/", json={"month": month})
                    self.statuses[answer.status_code] += 1
            except httpx.HTTPError:
                self.statuses[599] += 1


def sums(database: Path) -> Sums:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)) as file:
        query = "SELECT count(*), coalesce(sum(amount_minor), 0) FROM transactions_transaction"
        count, total = file.execute(query).fetchone()
    return count, total


def command(data: Path, *arguments: str) -> float:
    """Run a management command on a data directory; seconds. SystemExit with its words when it fails."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=stack_environment(data),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{arguments[0]}: {done.stdout}{done.stderr}")
    return time.monotonic() - began


def missing_files(data: Path) -> list[str]:
    """Files that a report's row names and that are not there, or not as the row says."""
    wrong = []
    with closing(sqlite3.connect(data / "database.db")) as file:
        rows = file.execute("SELECT folder, files FROM advisory_report WHERE status = 'succeeded'").fetchall()
        uploads = file.execute("SELECT stored_as FROM transactions_statementimport WHERE stored_as <> ''").fetchall()
    for folder, files in rows:
        for about in json.loads(files).values():
            path = data / "media" / folder / about["name"]
            if not path.is_file() or sha256(path.read_bytes()).hexdigest() != about["sha256"]:
                wrong.append(str(path))
    return wrong + [name for (name,) in uploads if not (data / "media" / name).is_file()]


@dataclass(slots=True)
class Figures:
    backups: list[float] = field(default_factory=list)
    restores: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    rows: int = 0


def play(stack: Stack, rounds: int) -> Figures:
    figures = Figures()
    for number in range(1, rounds + 1):
        work = Path(tempfile.mkdtemp(prefix="sw-backup-", dir="/tmp"))
        try:
            play_once(stack, work, figures)
        except RuntimeError as error:
            figures.faults.append(f"round {number}: {error}")
        finally:
            shutil.rmtree(work)
        if number % 10 == 0:
            print(f"{number} rounds, {figures.rows} rows, {len(figures.faults)} faults", flush=True)
    return figures


def play_once(stack: Stack, work: Path, figures: Figures) -> None:
    source, archive, target = stack.data / "database.db", work / "one.tar.gz", work / "data"
    before = sums(source)
    figures.backups.append(command(stack.data, "backup", "--to", str(archive)))
    after = sums(source)
    figures.restores.append(command(target, "backup_restore", str(archive)))
    restored = sums(target / "database.db")
    figures.rows = restored[0]
    if not (before[0] <= restored[0] <= after[0] and after[1] <= restored[1] <= before[1]):
        raise RuntimeError(f"{restored} is not between {before} and {after}")
    if after[0] == before[0]:
        raise RuntimeError("nobody wrote meanwhile: the round proves nothing")
    with closing(sqlite3.connect(target / "database.db")) as file:
        found = file.execute("PRAGMA integrity_check").fetchall()
    if found != [("ok",)]:
        raise RuntimeError(f"integrity_check says {found[:3]}")
    if wrong := missing_files(target):
        raise RuntimeError(f"files missing or damaged: {wrong[:3]}")


def told(figures: Figures, statuses: Counter[int]) -> str:
    return (
        f"backups: {len(figures.backups)} made, {len(figures.restores)} put back, {len(figures.faults)} failed;"
        f" backup {statistics.median(figures.backups):.1f} s median, {max(figures.backups):.1f} s most;"
        f" restore {statistics.median(figures.restores):.1f} s median, {max(figures.restores):.1f} s most;"
        f" {figures.rows} rows in the last; answers meanwhile {dict(sorted(statuses.items()))}"
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--writers", type=int, default=2)
    chosen = parser.parse_args(arguments)
    os.environ.pop("SPENDWISE_TEST_DATABASE_URL", None)  # this is about SQLite
    stack = Stack(settings={"SPENDWISE_ACCESS_TOKEN_SECONDS": "3600"})
    try:
        stack.manage("prepare")
        stack.start()
        writers = Writers([with_statement(stack) for _ in range(chosen.writers)])
        writers.begin()
        try:
            figures = play(stack, chosen.rounds)
        finally:
            writers.end()
            stack.stop()
    finally:
        stack.remove()
    print(told(figures, writers.statuses), flush=True)
    for fault in figures.faults:
        print(fault)
    return 1 if figures.faults or any(status >= 500 for status in writers.statuses) else 0


if __name__ == "__main__":
    sys.exit(main())
