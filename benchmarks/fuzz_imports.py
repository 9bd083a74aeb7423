"""Broken bank files against a running server:
`python -m benchmarks.fuzz_imports FOLDER --cases N --seed S [--url http://127.0.0.1:8000]`.

Each case is a file of FOLDER/INDEX.tsv, damaged in one to three ways. Whatever comes, the server answers 201 or 400 in
its own shape; a refused file leaves the totals as they were, an imported one adds exactly its new lines, and the same
bytes again add nothing. The same seed gives the same cases. Start the server with SPENDWISE_THROTTLES=off.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

import httpx

from benchmarks.corpus import index_of
from benchmarks.damages_inside import damaged_file
from benchmarks.imports import judge_shape
from benchmarks.visitor import COMMIT, ServerFaultError, Totals, Visitor, new_visitor

CASES_PER_USER = 25
LARGEST = 200_000  # bytes of a file that is damaged; larger ones say nothing new and cost much


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--cases", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    names = [row["file"] for row in index_of(args.folder)]
    sources = [path for name in names if (path := args.folder / name).stat().st_size <= LARGEST]
    outcomes, wrong = fuzz(args.url, sources, args.cases, args.seed)
    print(f"{args.cases} cases of {len(sources)} files, seed {args.seed}: {dict(outcomes)}, {len(wrong)} wrong")
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


def fuzz(url: str, sources: list[Path], cases: int, seed: int) -> tuple[Counter[str], list[str]]:
    outcomes: Counter[str] = Counter()
    wrong: list[str] = []
    visitor = new_visitor(url)
    for case in range(cases):
        if case and case % CASES_PER_USER == 0:
            visitor.http.close()
            visitor = new_visitor(url)
        name, data = case_of(sources, seed, case)
        try:
            status, reasons = tried(visitor, name, data)
        except (ServerFaultError, httpx.HTTPError) as fault:
            status, reasons = "fault", [f"{type(fault).__name__}: {fault}"]
        outcomes[status] += 1
        wrong += [f"  case {case} {name} ({len(data)} bytes): {reason}" for reason in reasons]
    return outcomes, wrong


def case_of(sources: list[Path], seed: int, case: int) -> tuple[str, bytes]:
    """The file name and bytes of one case; each case has its own generator, so that it can be had again alone."""
    rng = random.Random(f"{seed}-{case}")
    source, other = rng.choice(sources), rng.choice(sources)
    return source.name, damaged_file(rng, source.read_bytes(), other.read_bytes())


def tried(visitor: Visitor, name: str, data: bytes) -> tuple[str, list[str]]:
    before = visitor.totals()
    done = visitor.upload(name, data, **COMMIT)
    wrong = judge_shape(done)
    after = visitor.totals()
    if done.status != 201:
        return "refused", wrong if after == before else [*wrong, f"refused, but {before} became {after}"]
    if after.count != before.count + done.body["lines_new"]:
        wrong.append(f"{done.body['lines_new']} new lines, but {before.count} became {after.count}")
    return "imported", [*wrong, *judge_twice(visitor, name, data, after)]


def judge_twice(visitor: Visitor, name: str, data: bytes, after: Totals) -> list[str]:
    again = visitor.upload(name, data, **COMMIT)
    new = again.body.get("lines_new")
    return [] if new == 0 and visitor.totals() == after else [f"imported again: {new} new lines"]


if __name__ == "__main__":
    main()
