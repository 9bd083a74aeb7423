"""Damaged bank files through the readers: `python -m benchmarks.fuzz_readers FOLDER --cases 20000 --seed S`.

Each case is a file of FOLDER/INDEX.tsv, or one made beside them (benchmarks/fuzz_sources.py), damaged in one to three
ways (benchmarks/damages.py, damages_inside.py) and read in a worker that may use 2 s of processor time a file, its
children included, and 256 MB of address space beyond what it had before. A case fails when a reader
raises, takes longer, needs more, or answers something that cannot be booked: an amount that is no number, an error
without a message, splits that do not sum to their line. Cases are numbered; `--only N --save PATH` writes the bytes of
one and reads it again. The status is 1 when a case failed.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from benchmarks.corpus import index_of
from benchmarks.damages_inside import damaged_file
from benchmarks.fuzz_sources import sources_of
from transactions.ledger.money import is_currency
from transactions.statements.as_json import refusal, statement_as_json
from transactions.statements.parsed import ParsedLine, ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement

SECONDS = 2.0  # of processor time a file
MEMORY = 256 * 1024 * 1024
HUNG = 60.0  # seconds on the clock after which a worker that says nothing is killed
TODAY = date(2026, 1, 15)


class TooLongError(BaseException):
    """Raised by the timer; no `except Exception` of a reader may swallow it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case. `growth` is how much this case raised the worker's peak, in bytes."""

    case: int
    source: str
    kind: str  # "parsed", "refused" or "failed"
    why: str = ""
    seconds: float = 0.0
    growth: int = 0
    size: int = 0


@dataclass(slots=True)
class Tally:
    """The outcomes of one format."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("parsed", "refused", "failed"), 0))
    slowest: float = 0.0
    growth: int = 0

    def add(self, one: Outcome) -> None:
        self.counts[one.kind] += 1
        self.slowest = max(self.slowest, one.seconds)
        self.growth = max(self.growth, one.growth)


@dataclass(slots=True)
class Cases:
    """All cases of a seed: case number -> source file and bytes. Formats get equal shares, whatever their files."""

    sources: dict[str, list[Path]]
    seed: int

    def source(self, case: int) -> tuple[str, Path, Path]:
        rng = random.Random(f"{self.seed}-{case}-source")
        form = rng.choice(sorted(self.sources))
        other = rng.choice(self.sources[rng.choice(sorted(self.sources))])
        return form, rng.choice(self.sources[form]), other

    def data(self, case: int) -> bytes:
        _, path, other = self.source(case)
        return damaged_file(random.Random(f"{self.seed}-{case}"), path.read_bytes(), other.read_bytes())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--format", default="", help="comma-separated; all formats of the index when left out")
    parser.add_argument("--only", type=int, help="one case number")
    parser.add_argument("--save", type=Path, help="with --only: where to write its bytes")
    args = parser.parse_args()
    wanted = {name for name in args.format.split(",") if name}
    with TemporaryDirectory() as made_in:
        sources = sources_of(index_of(args.folder), args.folder, Path(made_in))
        cases = Cases({form: paths for form, paths in sources.items() if not wanted or form in wanted}, args.seed)
        if args.only is not None:
            sys.exit(show_one(cases, args.only, args.save))
        sys.exit(1 if report(cases, run(cases, range(args.cases), args.workers)) else 0)


def show_one(cases: Cases, case: int, save: Path | None) -> int:
    data = cases.data(case)
    if save:
        save.write_bytes(data)
    print(f"case {case}: {cases.source(case)[1].name}, {len(data)} bytes")
    limit_this_process()
    outcome = tried(cases, case)
    print(outcome)
    return 1 if outcome.kind == "failed" else 0


def run(cases: Cases, numbers: range, workers: int) -> list[Outcome]:
    """Every worker has one case at a time, so that a dead or silent one names its case."""
    left, outcomes = iter(numbers), list[Outcome]()
    busy: dict[Connection, Worker] = {}
    for _ in range(workers):
        hand_out(Worker(cases), left, busy)
    while busy:
        heard = wait(list(busy), timeout=1.0)
        for pipe in [pipe for pipe in busy if pipe in heard or busy[pipe].is_overdue]:
            worker = busy.pop(pipe)
            outcome = worker.answer()
            outcomes.append(outcome)
            hand_out(worker if worker.process.is_alive() else Worker(cases), left, busy)
            if len(outcomes) % 2000 == 0:
                print(f"  {len(outcomes)} cases", flush=True)
    return outcomes


class Worker:
    """A process that reads one case after the other, within its limits."""

    def __init__(self, cases: Cases) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, far = context.Pipe()
        self.process: BaseProcess = context.Process(target=serve, args=(cases, far), daemon=True)
        self.process.start()
        far.close()
        self.cases, self.case, self.since = cases, -1, 0.0

    @property
    def is_overdue(self) -> bool:
        return time.monotonic() - self.since > HUNG

    def take(self, case: int) -> None:
        self.case, self.since = case, time.monotonic()
        self.pipe.send(case)

    def answer(self) -> Outcome:
        try:
            if self.pipe.poll():
                outcome: Outcome = self.pipe.recv()
                return outcome
            why = f"said nothing for {HUNG:.0f} s"
        except (EOFError, OSError):
            why = "the process died"
        self.stop()
        return Outcome(self.case, self.cases.source(self.case)[1].name, "failed", why)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def hand_out(worker: Worker, left: Iterator[int], busy: dict[Connection, Worker]) -> None:
    case = next(left, None)
    if case is None:
        worker.stop()
    else:
        worker.take(case)
        busy[worker.pipe] = worker


def serve(cases: Cases, pipe: Connection) -> None:
    limit_this_process()
    while True:
        pipe.send(tried(cases, pipe.recv()))


def limit_this_process() -> None:
    """The readers are loaded and have read once, so that only what a case needs counts."""
    read_statement(b"Date,Amount,Text\n2024-01-31,-12.30,Shop\n2024-02-01,5.00,Work\n", ReaderContext())
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    signal.signal(signal.SIGPROF, stop_reading)


def stop_reading(_number: int, _frame: FrameType | None) -> None:
    raise TooLongError


def tried(cases: Cases, case: int) -> Outcome:
    name, data = cases.source(case)[1].name, cases.data(case)
    before, began, child_began = peak(), time.process_time(), child_seconds()
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        statement = read_statement(data, ReaderContext(file_name=name, today=TODAY))
        why = unbookable(statement)
        kind = "failed" if why else "refused" if refusal(statement) else "parsed"
    except TooLongError:
        kind, why = "failed", f"more than {SECONDS:.0f} s"
    except MemoryError:
        kind, why = "failed", f"more than {MEMORY // 1024 // 1024} MB"
    except Exception as error:  # noqa: BLE001 - a reader that raises is what is looked for
        kind, why = "failed", f"{type(error).__name__}: {str(error)[:200]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = time.process_time() - began + child_seconds() - child_began
    if kind != "failed" and seconds > SECONDS:
        kind, why = "failed", f"more than {SECONDS:.0f} s with its child"
    return Outcome(case, name, kind, why, seconds, peak() - before, len(data))


def peak() -> int:
    """The most memory that this process or one of its children had, in bytes."""
    return 1024 * max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def child_seconds() -> float:
    """Processor time of the children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def unbookable(statement: ParsedStatement) -> str:
    if any(not error.message.strip() for error in statement.errors):
        return "an error without a message"
    if statement.lines_rejected < 0 or (not statement.format and not statement.errors):
        return "refused without a word"
    json.dumps(statement_as_json(statement, "file"))
    return next((why for account in statement.accounts for line in account.lines if (why := _odd(line))), "")


def _odd(line: ParsedLine) -> str:
    if not line.amount.is_finite():
        return f"line {line.line}: the amount is {line.amount}"
    if line.currency and not is_currency(line.currency):
        return f"line {line.line}: the currency is {line.currency!r}"
    if line.splits and sum(split.amount for split in line.splits) != line.amount:
        return f"line {line.line}: the splits do not sum to the amount"
    return "" if isinstance(line.booking_date, date) else f"line {line.line}: no day"


def report(cases: Cases, outcomes: list[Outcome]) -> int:
    """Prints the table and returns how many failed."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for one in outcomes:
        tallies[cases.source(one.case)[0]].add(one)
        tallies["all"].add(one)
    print(f"seed {cases.seed}, {sum(map(len, cases.sources.values()))} files")
    print(f"{'format':<8}{'cases':>8}{'parsed':>8}{'refused':>9}{'failed':>8}{'slowest':>10}{'memory':>10}")
    for name in [*sorted(cases.sources), "all"]:
        tally = tallies[name]
        counted = "".join(
            f"{tally.counts[kind]:>{width}}" for kind, width in (("parsed", 8), ("refused", 9), ("failed", 8))
        )
        print(f"{name:<8}{sum(tally.counts.values()):>8}{counted}{tally.slowest:>8.2f} s{tally.growth / 1e6:>7.0f} MB")
    failed = sorted((one for one in outcomes if one.kind == "failed"), key=lambda one: one.case)
    for one in failed:
        print(f"  case {one.case} {one.source} ({one.size} bytes, {one.seconds:.2f} s): {one.why}")
    return len(failed)


if __name__ == "__main__":
    main()
