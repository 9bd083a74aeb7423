"""Memory and time of reading large files: `python -m benchmarks.large_read [--rows 100000 400000] [--trace]`.

Each size is read in a process of its own, so that its peak is not hidden by an earlier one. Printed are the file's
size, the seconds, and by how much the peak of resident memory lies above what the process held before, for the reader
alone and for all that an import works out before it writes. `--trace` lists where the memory was asked for.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import time
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.large_import import resident, table

TODAY = date(2026, 11, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000, 400_000])
    parser.add_argument("--trace", action="store_true")
    args = parser.parse_args()
    spawn = multiprocessing.get_context("spawn")
    for rows in args.rows:
        for what in ("reader", "import"):
            process = spawn.Process(target=measure, args=(rows, what, args.trace))
            process.start()
            process.join()


def measure(rows: int, what: str, is_traced: bool) -> None:
    data = table(rows, date(2016, 1, 1))
    work = _reader if what == "reader" else _import()
    work(table(300, date(2016, 1, 1)))  # what every process pays once: modules, vocabularies
    before = resident_now()
    reset_peak()
    if is_traced:
        tracemalloc.start(8)
    began = time.perf_counter()
    kept = work(data)
    seconds = time.perf_counter() - began
    if is_traced:
        for statistic in tracemalloc.take_snapshot().statistics("lineno")[:14]:
            print("  ", statistic)
        print(f"   traced: {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB at most")
    grown, held = peak() - before, resident_now() - before
    size = len(data)
    print(
        f"{what}: {rows:,} rows, {size / 1e6:.1f} MB: {seconds:.1f} s, {grown / 1e6:.0f} MB at most "
        f"({grown / size:.1f} times the file, {grown / rows * 0.1:.0f} MB per 100,000 rows), "
        f"{held / 1e6:.0f} MB at the end"
    )
    del kept


def _reader(data: bytes) -> Any:
    from transactions.statements.parsed import ReaderContext
    from transactions.statements.registry import read_statement

    return read_statement(data, ReaderContext(file_name="large.csv", default_currency="EUR", today=TODAY))


def _import() -> Any:
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spendwise_project.settings")
    import django

    django.setup()
    from transactions.services.import_read import read_file

    return lambda data: read_file(data, file_name="large.csv", currency="EUR")


def resident_now() -> int:
    return resident(multiprocessing.current_process().pid or 0)


def reset_peak() -> None:
    """Linux: the peak starts anew from what is resident now."""
    Path("/proc/self/clear_refs").write_text("5")


def peak() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
