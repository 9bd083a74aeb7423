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
from collections.abc import Callable
from pathlib import Path

import httpx

from benchmarks.corpus import index_of
from benchmarks.imports import judge_shape
from benchmarks.visitor import ServerFaultError, Totals, Visitor, new_visitor

CASES_PER_USER = 25
ODD_TOKENS = (
    b"NaN", b"1e999", b"-Infinity", b"0000-00-00", b"31/02/2024", b"99999999999999999999", b"\xd9\xa1", b"--1",
    b"1,2,3.4", b"=1+1", b"\xef\xbf\xbf", b"\xed\xa0\x80",
)  # fmt: skip
LARGEST = 200_000  # bytes of a file that is damaged; larger ones say nothing new and cost much
Damage = Callable[[random.Random, bytes], bytes]


def truncated(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def flipped(rng: random.Random, data: bytes) -> bytes:
    broken = bytearray(data)
    for _ in range(rng.choice((1, 5, 50)) if broken else 0):
        broken[rng.randrange(len(broken))] ^= 1 << rng.randrange(8)
    return bytes(broken)


def lines_repeated(rng: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    start = rng.randrange(len(lines))
    block = lines[start : start + rng.choice((1, 1, 3, 20))]
    return b"".join(lines[:start] + block * rng.choice((2, 3, 40)) + lines[start:])


def lines_shuffled(rng: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    rng.shuffle(lines)
    return b"".join(lines)


def other_encoding(rng: random.Random, data: bytes) -> bytes:
    text = data.decode(rng.choice(("utf-8", "cp1252", "utf-16-le")), "replace")
    return text.encode(rng.choice(("utf-16", "utf-16-be", "utf-8-sig", "cp1252", "utf-7", "shift_jis")), "replace")


def with_nuls(rng: random.Random, data: bytes) -> bytes:
    place = rng.randrange(len(data) + 1)
    return data[:place] + b"\0" * rng.choice((1, 2, 1000)) + data[place:]


def huge_field(rng: random.Random, data: bytes) -> bytes:
    place = rng.randrange(len(data) + 1)
    return data[:place] + rng.choice((b"9", b"A", b'"', b",", b"<", b"\xff", b"-", b"1.")) * 70_000 + data[place:]


def odd_token(rng: random.Random, data: bytes) -> bytes:
    """A value that parsers stumble over, in place of a number of the file."""
    digits = [place for place, byte in enumerate(data) if chr(byte).isdigit()] or [0]
    place = rng.choice(digits)
    return data[:place] + rng.choice(ODD_TOKENS) + data[place + rng.choice((0, 1, 4)) :]


DAMAGES: tuple[Damage, ...] = (
    truncated,
    flipped,
    lines_repeated,
    lines_shuffled,
    other_encoding,
    with_nuls,
    huge_field,
    odd_token,
)


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
    source = rng.choice(sources)
    data = source.read_bytes()
    for _ in range(rng.choice((1, 1, 2, 3))):
        data = rng.choice(DAMAGES)(rng, data)
    return source.name, data


def tried(visitor: Visitor, name: str, data: bytes) -> tuple[str, list[str]]:
    before = visitor.totals()
    done = visitor.upload(name, data, commit="true")
    wrong = judge_shape(done)
    after = visitor.totals()
    if done.status != 201:
        return "refused", wrong if after == before else [*wrong, f"refused, but {before} became {after}"]
    if after.count != before.count + done.body["lines_new"]:
        wrong.append(f"{done.body['lines_new']} new lines, but {before.count} became {after.count}")
    return "imported", [*wrong, *judge_twice(visitor, name, data, after)]


def judge_twice(visitor: Visitor, name: str, data: bytes, after: Totals) -> list[str]:
    again = visitor.upload(name, data, commit="true")
    new = again.body.get("lines_new")
    return [] if new == 0 and visitor.totals() == after else [f"imported again: {new} new lines"]


if __name__ == "__main__":
    main()
