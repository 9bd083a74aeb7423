"""Time and memory of the whole analysis: `python -m benchmarks.analysis_speed [--rows 50000] [--check] [--profile]`.

A user of ten years (several generated households of one currency put together, the older half of the rows with a
category by hand) is imported into a SQLite database of its own. Then three processes measure: the engines alone over
the rows in memory; the job as a worker does it for the first time; and once more after one row was edited. Printed are
CPU seconds by stage and the most memory that was resident. `--check` exits 1 above 20 s or 300 MB of the first job.
`--profile` lists where the time went; `--folder` keeps the prepared database there for the next time.
"""

from __future__ import annotations

import argparse
import cProfile
import logging
import multiprocessing
import os
import pstats
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.large_read import peak, reset_peak

SECONDS, MEGABYTES = 20.0, 300.0
MONTHS = 120
SEEDS = range(1000, 2000)
EMAIL = "speed@example.org"
Work = Callable[[], str]
Stages = Mapping[str, str]
"""Dotted name of a function to its name in print; inner ones are part of the outer ones."""

PURE: Stages = {
    "advisory.analysis.engine.pair_transfers": "transfers",
    "advisory.analysis.engine.categorise": "categories",
    "advisory.analysis.engine.detect_series": "series",
    "advisory.analysis.engine.settle_series": "decisions",
    "advisory.analysis.engine.find_alerts": "alerts",
    "advisory.analysis.engine.cash_ahead": "cash forecast",
    "advisory.analysis.engine.months_ahead": "months forecast",
    "advisory.analysis.engine.figures_of": "facts",
}
JOB: Stages = {
    "advisory.services.analysis._stamp": "hash of the input (several times)",
    "advisory.services.analysis.analysis_inputs": "reading the rows",
    "advisory.services.analysis.categorise": "categories",
    "advisory.services.analysis.suggestions_store": "storing suggestions",
    **{name: label for name, label in PURE.items() if label != "categories"},
    "advisory.services.analysis.columns_for": "reading the ledger for the month",
    "advisory.services.analysis._advise": "advice and its outcomes",
    "advisory.services.analysis.health_judge": "months' health",
    "advisory.services.analysis.drivers_find": "what changed and why",
    "advisory.services.analysis.facts_keep": "storing facts",
    "advisory.services.analysis.series_store": "storing series",
    "advisory.services.analysis.insights_store": "storing insights",
    "advisory.services.analysis.advice_store": "storing advice",
    "advisory.services.analysis.forecasts_store": "storing forecasts",
    "advisory.services.analysis.facts_sweep": "sweeping old facts",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--steps", default="pure,job,again", help="which of them to measure")
    args = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="sw-analysis-"))
    os.environ |= {"SPENDWISE_DATA_DIR": str(folder), "SPENDWISE_DEBUG": "on"}
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)
    try:
        if args.folder and args.folder.exists():
            shutil.copytree(args.folder, folder, dirs_exist_ok=True)
            in_process("migrate", args.rows, False)
        else:
            in_process("prepare", args.rows, False)
            if args.folder:
                shutil.copytree(folder, args.folder)
        measured = {what: in_process(what, args.rows, args.profile) for what in args.steps.split(",")}
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    seconds, megabytes = measured.get("job", (0.0, 0.0))
    is_within = seconds <= SECONDS and megabytes <= MEGABYTES
    print(f"first job: {seconds:.1f} s of {SECONDS:.0f}, {megabytes:.0f} MB of {MEGABYTES:.0f}")
    sys.exit(0 if is_within or not args.check else 1)


def in_process(what: str, rows: int, is_profiled: bool) -> tuple[float, float]:
    """(CPU seconds, most megabytes) of one step in a fresh process, as a worker would begin it."""
    spawn = multiprocessing.get_context("spawn")
    mine, theirs = spawn.Pipe()
    process = spawn.Process(target=step, args=(what, rows, is_profiled, theirs))
    process.start()
    theirs.close()
    try:
        found: tuple[float, float] = mine.recv()
    except EOFError:
        sys.exit(f"The step {what} failed.")
    process.join()
    return found


def step(what: str, rows: int, is_profiled: bool, answer: Any) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spendwise_project.settings")
    import django

    django.setup()
    from django.core.management import call_command

    logging.disable(logging.WARNING)  # no broker runs here, and every job says so
    if what in ("prepare", "migrate"):
        call_command("migrate", verbosity=0)
        if what == "prepare":
            prepare(rows)
        answer.send((0.0, 0.0))
        return
    work, stages = {"pure": (pure_work, PURE), "job": (job_work, JOB), "again": (edited_work, JOB)}[what]
    ready = work()
    reset_peak()
    profile = cProfile.Profile() if is_profiled else None
    with timed(stages) as spent:
        began, wall = time.process_time(), time.perf_counter()
        if profile:
            profile.enable()
        told = ready()
        if profile:
            profile.disable()
        seconds, passed = time.process_time() - began, time.perf_counter() - wall
    most = peak() / 1e6
    print(f"{what}: {told}: {seconds:.1f} s of CPU ({passed:.1f} s passed), {most:.0f} MB at most")
    for name, part in spent.items():
        print(f"    {part:6.2f} s  {name}")
    if profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(35)
    sys.stdout.flush()
    answer.send((seconds, most))


def pure_work() -> Work:
    from advisory.analysis.engine import Setting, analyse
    from advisory.frames.rows import analysis_inputs, last_day_seen

    owner = the_owner()
    as_of = last_day_seen(owner=owner, today=today())
    assert as_of is not None
    inputs = analysis_inputs(owner=owner, as_of=as_of)

    def work() -> str:
        found = analyse(inputs.rows, as_of, Setting(balances=inputs.balances, categories=sorted(inputs.labels)))
        parts = (f"{len(getattr(found, name)):,} {name}" for name in ("series", "alerts", "facts"))
        return f"{len(inputs.rows):,} rows, {', '.join(parts)}"

    return work


def job_work() -> Work:
    from advisory.services.analysis import analysis_refresh

    owner = the_owner()

    def work() -> str:
        run = analysis_refresh(owner=owner)
        assert run is not None
        return f"{run.row_count:,} rows, {run.found}"

    return work


def edited_work() -> Work:
    from transactions.models import Transaction
    from transactions.services.transactions import transaction_update

    owner = the_owner()
    newest = Transaction.objects.filter(owner=owner).order_by("-booking_date", "-pk")[10]
    transaction_update(owner=owner, transaction_id=newest.pk, changes={"note": "Looked at."})
    return job_work()


def prepare(rows: int) -> None:
    """The database with one user, accounts, rows as an import makes them, and a category by hand on the older half."""
    from accounts.models import User
    from transactions.models import Category, Transaction
    from transactions.services.accounts import account_create
    from transactions.services.category_choice import category_choose
    from transactions.services.imports import import_start

    began = time.perf_counter()
    owner = User.objects.create_user(EMAIL, password=None)
    files, keys = written(rows)
    for name, lines in sorted(files.items()):
        account = account_create(owner=owner, name=name, currency="EUR", opening_balance=Decimal(5000))
        data = "\n".join(["Date,Amount,Payee,Purpose", *lines]).encode()
        import_start(owner=owner, file_name=f"{name}.csv", data=data, account_id=account.pk, commit=True)
    ids = {category.key: category.pk for category in Category.objects.filter(owner=owner)}
    chosen: dict[str, list[int]] = defaultdict(list)
    mine = Transaction.objects.filter(owner=owner).order_by("booking_date", "pk")
    known = list(mine.values_list("pk", "description", "counterparty"))
    for pk, text, who in known[: len(known) // 2]:
        if key := keys.get((who, text)) or keys.get((who, "")):
            chosen[key].append(pk)
    for key, pks in sorted(chosen.items()):
        if key in ids:
            category_choose(owner=owner, category_id=ids[key], transaction_ids=pks)
    print(f"prepared {len(known):,} rows in {time.perf_counter() - began:.0f} s")


def written(rows: int) -> tuple[dict[str, list[str]], dict[tuple[str, str], str]]:
    """Lines of a statement by account, and the true category of each text."""
    from benchmarks.scores.households.build import household

    files: dict[str, list[str]] = defaultdict(list)
    keys: dict[tuple[str, str], str] = {}
    left = rows
    for seed in SEEDS:
        home = household(seed, months=MONTHS) if left > 0 else None
        if home is None:
            break
        if home.currency != "EUR":
            continue
        for row in home.rows.rows[:left]:
            who, text = (part.replace('"', "'").replace(",", " ") for part in (row.counterparty, row.text))
            amount = Decimal(row.amount_minor).scaleb(-2)
            files[f"{row.account}{seed}"].append(f'{row.booking_date},{amount},"{who}","{text}"')
            keys[who, text] = home.truth.categories[row.id]
        left -= len(home.rows)
    return files, keys


@contextmanager
def timed(stages: Stages) -> Iterator[dict[str, float]]:
    """CPU seconds by stage while the block runs. A stage within another one is counted in both."""
    from importlib import import_module

    spent: dict[str, float] = {}
    kept = []
    for path, label in stages.items():
        module, _, name = path.rpartition(".")
        home = import_module(module)
        kept.append((home, name, getattr(home, name)))
        setattr(home, name, clocked(getattr(home, name), label, spent))
    try:
        yield spent
    finally:
        for home, name, function in kept:
            setattr(home, name, function)


def clocked(function: Callable[..., Any], label: str, spent: dict[str, float]) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        began = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            spent[label] = spent.get(label, 0.0) + time.process_time() - began

    return call


def the_owner() -> Any:
    from accounts.models import User

    return User.objects.get(email=EMAIL)


def today() -> Any:
    from datetime import date

    return date(2030, 1, 1)


if __name__ == "__main__":
    main()
