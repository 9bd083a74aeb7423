"""How many bank files of a folder are read right at first sight: `python -m benchmarks.import_score FOLDER`.

FOLDER/INDEX.tsv says what a right import gives (see benchmarks/corpus.py). Each file ends in one of five ways:
  right    count, sums by currency and dates agree, and nothing was asked
  asked    a question is open, whatever the assumed reading gives
  told     wrong, but errors say so
  refused  nothing read, with a message, where something was to be read
  silent   wrong without a question or an error: the one that must not happen
Then malformed files made from the same ones (see benchmarks/malformed.py), each of which must end in a message.
--format csv,ofx and --no-malformed narrow it down. The status is 1 after a silent mistake or an unanswered file.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from benchmarks.baseline import baseline_lines
from benchmarks.corpus import Reading, Row, index_of, judge, reading_of
from benchmarks.malformed import malformed_files
from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement

OUTCOMES = ("right", "asked", "told", "refused", "silent")


@dataclass(frozen=True, slots=True)
class Scored:
    """One file of the index. `why` is empty where it is right."""

    row: Row
    outcome: str
    why: str
    is_baseline_right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--format", default="", help="comma-separated; all formats of the index when left out")
    parser.add_argument("--no-malformed", action="store_true")
    parser.add_argument("--seed", type=int, default=1, help="of the malformed files")
    args = parser.parse_args()
    wanted = {name for name in args.format.split(",") if name}
    rows = [row for row in index_of(args.folder) if not wanted or row["format"] in wanted]
    scored = [score(row, (args.folder / row["file"]).read_bytes()) for row in rows]
    print_scores(scored)
    bad = sum(one.outcome == "silent" for one in scored)
    if not args.no_malformed:
        bad += print_malformed([(row["format"], args.folder / row["file"]) for row in rows], args.seed)
    sys.exit(1 if bad else 0)


def score(row: Row, data: bytes) -> Scored:
    is_baseline_right = not judge(row, baseline_reading(data))
    try:
        statement = read(data, row["file"])
    except Exception as error:  # noqa: BLE001 - a reader that raises is a finding, not the end of the run
        return Scored(row, "silent", f"raised {type(error).__name__}: {error}", is_baseline_right)
    got = reading_of(statement)
    why = judge(row, got)
    if statement.questions:
        asked = "; ".join(f"{question.code}: {question.message}" for question in statement.questions)
        return Scored(row, "asked", f"{asked}{f' [{why}]' if why else ' [assumed right]'}", is_baseline_right)
    return Scored(row, outcome_of(why, got), why, is_baseline_right)


def outcome_of(why: str, got: Reading) -> str:
    if not why:
        return "right"
    if not got.count and got.note:
        return "refused"
    return "told" if got.note else "silent"


def read(data: bytes, name: str) -> ParsedStatement:
    return read_statement(data, ReaderContext(file_name=Path(name).name, today=datetime.now(UTC).date()))


def baseline_reading(data: bytes) -> Reading:
    lines = baseline_lines(data)
    if lines is None:
        return Reading(-1, {}, Decimal(0), "", "", 0, refused=False)
    days = sorted(day.isoformat() for day, _ in lines) or [""]
    total = sum((amount for _, amount in lines), Decimal(0))
    size = sum((abs(amount) for _, amount in lines), Decimal(0))
    return Reading(len(lines), {"": total}, size, days[0], days[-1], 0, refused=False)


def print_scores(scored: list[Scored]) -> None:
    print(
        f"{'format':<9}{'files':>6}{'right':>7}{'share':>8}{'baseline':>10}" + "".join(f"{o:>9}" for o in OUTCOMES[1:])
    )
    for name in [*sorted({one.row["format"] for one in scored}), "all"]:
        print_format(name, [one for one in scored if name in ("all", one.row["format"])])
    imports = [one for one in scored if one.row["expect"] == "import"]
    print_format("import", imports)  # without the empty, damaged and investment files
    for one in sorted(scored, key=lambda one: (one.row["format"], OUTCOMES.index(one.outcome))):
        if one.outcome != "right":
            print(f"  {one.outcome} {one.row['file']} ({one.row['expect']}): {one.why}")


def print_format(name: str, scored: list[Scored]) -> None:
    if not scored:
        return
    counted = Counter(one.outcome for one in scored)
    base = sum(one.is_baseline_right for one in scored)
    others = "".join(f"{counted[outcome]:>9}" for outcome in OUTCOMES[1:])
    share, base_share = counted["right"] / len(scored), base / len(scored)
    print(f"{name:<9}{len(scored):>6}{counted['right']:>7}{share:>8.1%}{base:>4}{base_share:>6.0%}{others}")


def print_malformed(files: list[tuple[str, Path]], seed: int) -> int:
    """How many of the malformed files end in a message; returns how many do not."""
    tried: Counter[str] = Counter()
    wrong: list[str] = []
    for kind, name, data in malformed_files(files, seed):
        tried[kind] += 1
        if why := unanswered(data, name):
            wrong.append(f"  {kind} {name} ({len(data)} bytes): {why}")
    print(f"malformed: {tried.total() - len(wrong)} of {tried.total()} files end in a message (seed {seed})")
    print("  " + ", ".join(f"{count} {kind}" for kind, count in sorted(tried.items())))
    print("\n".join(wrong))
    return len(wrong)


def unanswered(data: bytes, name: str) -> str:
    """What a malformed file came to instead of a message; '' when it ended in one."""
    try:
        statement = read(data, name)
    except Exception as error:  # noqa: BLE001 - as above
        return f"raised {type(error).__name__}: {error}"
    if any(error.message for error in statement.errors) or statement.questions:
        return ""
    lines = sum(len(account.lines) for account in statement.accounts)
    notes = statement.understood.get("notes", "")
    return "" if not lines and notes else f"read as {statement.format} with {lines} lines and no message"


if __name__ == "__main__":
    main()
