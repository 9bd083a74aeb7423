"""How many invented bank layouts are read right at first sight: `python -m benchmarks.layouts --count N --seed S`.

Each file is put together from independent parts (see benchmarks/layouts_make.py) in words that were written down apart
from the importer's vocabulary, and its movements are known. A file ends in one of four ways:
  right    every day and amount agrees, nothing was asked, nothing rejected
  asked    a question is open, whatever the assumed reading gives
  told     wrong, but an error or a refusal says so
  silent   wrong without a word: the one that must not happen
The baseline is the script of benchmarks/baseline.py. `--show N` lists files that are not right, `--dump SEED`
prints one. The status is 1 after a silent mistake.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from benchmarks.baseline import baseline_lines
from benchmarks.layouts_make import Plan, make_plan
from benchmarks.layouts_write import write_file
from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement

OUTCOMES = ("right", "asked", "told", "silent")
TODAY = date(2026, 11, 27)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one layout. `why` is empty where it is right."""

    plan: Plan
    outcome: str
    why: str
    is_baseline_right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list up to N files that are not right")
    parser.add_argument("--dump", type=int, metavar="SEED", help="print one file and what is in it")
    args = parser.parse_args()
    if args.dump is not None:
        dump(args.dump)
        return
    judged = [judge(make_plan(args.seed * 1_000_000 + number)) for number in range(args.count)]
    print_scores(judged, args.seed, args.show)
    sys.exit(1 if any(one.outcome == "silent" for one in judged) else 0)


def judge(plan: Plan) -> Outcome:
    data = write_file(plan)
    truth = sorted((row.day, row.amount) for row in plan.rows)
    baseline = sorted(baseline_lines(data) or []) == truth
    statement = read_statement(data, ReaderContext(file_name="export.csv", today=TODAY))
    why = difference(statement, truth, plan.country.currency)
    if statement.questions:
        codes = ", ".join(question.code for question in statement.questions)
        return Outcome(plan, "asked", f"{codes} [{why or 'assumed right'}]", baseline)
    if not why:
        return Outcome(plan, "right", "", baseline)
    return Outcome(plan, "told" if statement.errors else "silent", why, baseline)


def difference(statement: ParsedStatement, truth: list[tuple[date, Decimal]], currency: str) -> str:
    """'' when every movement agrees, none was rejected and no other currency was named."""
    lines = [(line, account.currency) for account in statement.accounts for line in account.lines]
    got = sorted((line.booking_date, line.amount) for line, _ in lines)
    if len(got) != len(truth):
        message = statement.errors[0].message if statement.errors else ""
        return f"{len(got)} of {len(truth)} movements {message}".strip()
    if [amount for _, amount in got] != [amount for _, amount in truth] and sorted(a for _, a in got) != sorted(
        a for _, a in truth
    ):
        return f"amounts {[str(a) for _, a in got][:4]}, true {[str(a) for _, a in truth][:4]}"
    if got != truth:
        return f"days {[str(d) for d, _ in got][:4]}, true {[str(d) for d, _ in truth][:4]}"
    if codes := {code for _, code in lines if code and code != currency}:
        return f"currency {sorted(codes)}, true {currency}"
    return "a row rejected" if statement.errors else ""


def print_scores(judged: list[Outcome], seed: int, shown: int) -> None:
    counted = Counter(one.outcome for one in judged)
    parts = ", ".join(f"{counted[outcome]} {outcome} ({counted[outcome] / len(judged):.1%})" for outcome in OUTCOMES)
    base = sum(one.is_baseline_right for one in judged)
    print(f"layouts, seed {seed}: {len(judged)} files: {parts}; baseline {base} right ({base / len(judged):.1%})")
    for name, key in (("sign", lambda one: one.plan.sign), ("rows", _size)):
        groups = Counter(key(one) for one in judged)
        right = Counter(key(one) for one in judged if one.outcome == "right")
        print(f"  by {name}: " + ", ".join(f"{group} {right[group]}/{groups[group]}" for group in sorted(groups)))
    wrong = sorted((one for one in judged if one.outcome != "right"), key=lambda one: -OUTCOMES.index(one.outcome))
    for one in wrong[:shown]:
        print(f"  {one.outcome} {one.plan.seed} {one.plan.country.code} {one.plan.sign}: {one.why[:180]}")


def _size(one: Outcome) -> str:
    count = len(one.plan.rows)
    return "1-2" if count <= 2 else "3-5" if count <= 5 else "6-12" if count <= 12 else "13+"


def dump(seed: int) -> None:
    plan = make_plan(seed)
    data = write_file(plan)
    outcome = judge(make_plan(seed))
    statement = read_statement(data, ReaderContext(file_name="export.csv", today=TODAY))
    print(outcome.outcome, outcome.why)
    print(plan.country.code, plan.sign, plan.traits)
    encoding = plan.trait("encoding")
    print(data.decode(encoding, "replace"))
    print("true:", [(str(row.day), str(row.amount)) for row in plan.rows])
    for account in statement.accounts:
        for line in account.lines:
            print("read:", account.currency, line.booking_date, line.amount, line.description)
    print(statement.understood, statement.errors[:5], statement.questions)


if __name__ == "__main__":
    main()
