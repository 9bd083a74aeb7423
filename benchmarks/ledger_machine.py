"""`python -m benchmarks.ledger_machine --steps 20000`: the ledger's services against an oracle of plain integers.

Runs on a throw-away SQLite file, or on the PostgreSQL of DATABASE_URL (an empty database; `python -m tests.postgres --
python -m benchmarks.ledger_machine` brings a server of its own). Deeds are drawn by Hypothesis: create, edit, delete,
split, transfers, imports, roll-backs, merges, bulk edits, categories merged, accounts reconciled, restore, undo. After
every deed every row, link, line, count, sum and change is compared. Prints the steps and the differences; exits with 1
when there is one.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

STEPS_A_LIFE = 60
LIVES_A_ROUND = 25


@contextmanager
def django_ready() -> Iterator[str]:
    """Django on the chosen database, migrated; gives the database's kind."""
    database = os.environ.get("DATABASE_URL") or os.environ.get("SPENDWISE_TEST_DATABASE_URL")
    with tempfile.TemporaryDirectory(prefix="ledger-machine-") as folder:
        for name in [name for name in os.environ if name.startswith("SPENDWISE_") or name == "DATABASE_URL"]:
            del os.environ[name]
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "spendwise_project.settings",
            "SPENDWISE_DATA_DIR": folder,
            "SECRET_KEY": secrets.token_hex(32),
            "JWT_SECRET_KEY": secrets.token_hex(32),
            **({"DATABASE_URL": database} if database else {}),
        }
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        with connection.cursor() as cursor:
            # The database is thrown away.
            is_sqlite = connection.vendor == "sqlite"
            cursor.execute("PRAGMA synchronous=OFF" if is_sqlite else "SET synchronous_commit TO off")
        from benchmarks.reimports_ledger import quiet

        quiet()
        yield connection.vendor


def run(steps: int, seed: int, *, shrinks: bool) -> int:
    """Lives of random deeds until this many were done; 0 when ledger and oracle never differed."""
    from hypothesis import HealthCheck, Phase, core, settings
    from hypothesis.stateful import run_state_machine_as_test

    from transactions.tests.machine.machine import LedgerMachine
    from transactions.tests.machine.side_by_side import SideBySide

    began, shown = time.monotonic(), 0
    phases = [Phase.generate, Phase.shrink] if shrinks else [Phase.generate]
    while SideBySide.steps < steps:
        core.global_force_seed = seed  # type: ignore[assignment]  # a round can be run again by its seed
        options = settings(
            max_examples=LIVES_A_ROUND,
            stateful_step_count=STEPS_A_LIFE,
            deadline=None,
            database=None,
            phases=phases,
            suppress_health_check=list(HealthCheck),
        )
        try:
            run_state_machine_as_test(LedgerMachine, settings=options)
        except AssertionError as error:
            print(f"differences: 1 after {SideBySide.steps} steps, in the round with --seed {seed}\n{error}")
            print("\n".join(getattr(error, "__notes__", [])))
            return 1
        seed += 1
        if SideBySide.steps - shown >= 1000:
            shown = SideBySide.steps
            print(f"{shown} steps, {SideBySide.refused} of them refused by both", flush=True)
    seconds = time.monotonic() - began
    print(f"{SideBySide.steps} steps ({SideBySide.refused} refused by both) in {seconds:.0f} s, differences: 0")
    return 0


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.ledger_machine", description=__doc__)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shrink", action="store_true", help="look for the shortest way to a difference")
    options = parser.parse_args()
    with django_ready() as vendor:
        print(f"database: {vendor}", flush=True)
        status = run(options.steps, options.seed, shrinks=options.shrink)
    sys.exit(status)


if __name__ == "__main__":
    main()
