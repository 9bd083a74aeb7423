"""Leave a small database of today's schema for later upgrade tests: `python -m tests.upgrade.dump NAME`.

NAME is the version or the change that comes next, e.g. `0.1.0`. Writes NAME.sql (the database) and NAME.json (its
state) beside this file. A dump is never made again once a release has had its schema.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.upgrade import outside

FOLDER = Path(__file__).resolve().parent
STATEMENT = (
    b"Date,Amount,Payee,Text\n2025-02-10,-23.90,Corner Market,Card payment\n2025-02-11,-7.20,Kiosk,Card payment\n"
)


def fill() -> None:
    """Alice with a bit of everything, an import and a report; Bob with three months and nothing made of them."""
    from accounts.models import User
    from advisory.tests.books import Book
    from transactions.models import Job, JobEvent
    from transactions.services.imports import import_start
    from transactions.services.jobs import job_run
    from transactions.services.rules import rule_create

    alice, bob = (User.objects.create_user(f"{name}@example.org", display_name=name) for name in ("Alice", "Bob"))
    book = Book(alice)
    book.three_months()
    book.everything()
    rule_create(owner=alice, contains="kiosk", category=book.category("coffee"))
    import_start(owner=alice, file_name="february.csv", data=STATEMENT, account_id=book.giro.pk, commit=True)
    for job in Job.objects.order_by("pk"):
        job_run(job_id=job.pk)
    assert book.report("2025-03").status == "succeeded"
    Book(bob).three_months()
    # No machine's name goes into the repository.
    Job.objects.exclude(worker="").update(worker="worker:1")
    JobEvent.objects.filter(kind=JobEvent.Kind.CLAIMED).update(detail={"worker": "worker:1"})


def written(database: Path) -> str:
    """The database as SQL, without rows that every migrate makes anew."""
    with closing(sqlite3.connect(database)) as connection:
        lines = [line for line in connection.iterdump() if not line.startswith('INSERT INTO "auth_permission"')]
    return "\n".join(lines) + "\n"


def main(name: str) -> None:
    data = Path(tempfile.mkdtemp(prefix="sw-dump-"))
    try:
        outside.use(data)
        from django.core.management import call_command

        from tests.upgrade.state import state

        call_command("migrate", interactive=False, verbosity=0)
        fill()
        (FOLDER / f"{name}.json").write_text(json.dumps(state(), indent=1, sort_keys=True) + "\n")
        (FOLDER / f"{name}.sql").write_text(written(data / "database.db"))
    finally:
        shutil.rmtree(data)


if __name__ == "__main__":
    main(sys.argv[1])
