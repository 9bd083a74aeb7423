"""`python -m benchmarks [--size 10k 100k 1M] [--years 1 10 40]`: speed as ratios, in one run.

SpendWise, the machine's own limits (sqlite3, bare Django) and whichever other programs are installed do the same with
the same rows, in turns. Every figure is seconds of the processor, as others may be busy on the machine; the wall and
memory are printed beside them. `--peers FOLDER` is where other programs are put and looked for (`--no-peers`: none);
`--write` puts the figures into docs/PERFORMANCE.md. `--structure` measures nothing that takes time: it fails when a
page needs more queries for a longer history. The last line is: goals met of goals measured.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.speed import page, peers, plan
from benchmarks.speed.goals import goals
from benchmarks.speed.plan import Size
from benchmarks.speed.rounds import Cost

SIZES = {"10k": 10_000, "100k": 100_000, "1M": 1_000_000}
USUAL_YEARS = 10
DENSITY = 1_000  # rows a year of the histories that are compared
TIMES = {"10k": 3, "100k": 1, "1M": 1}
PERFORMANCE = Path(__file__).parents[1] / "docs" / "PERFORMANCE.md"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", nargs="+", choices=SIZES, default=["10k"])
    parser.add_argument("--years", nargs="*", type=int, default=[1, 40], help="histories of equal density to compare")
    parser.add_argument("--rounds", type=int, help="how often each step is done (default: 3 at 10k, once above)")
    parser.add_argument("--peers", type=Path, help="scratch folder of other programs (default: a new one)")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--work", type=Path, help="folder of the households (default: a new one, removed afterwards)")
    parser.add_argument("--only", nargs="+", choices=("imports", "afterwards", "pages", "years"), help="parts to do")
    parser.add_argument("--structure", action="store_true", help="query counts only, at two lengths of history")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/PERFORMANCE.md")
    return parser.parse_args()


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main() -> int:
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="speed-") as made:
        work, scratch = asked.work or Path(made) / "work", asked.peers or Path(made) / "peers"
        if asked.structure:
            return structure(work, scratch)
        if not asked.no_peers:
            peers.install(scratch, tell)
        found: dict[str, Cost] = {}
        for name in asked.size:
            found |= at_size(asked, Size(name, SIZES[name], USUAL_YEARS, work / name, scratch, tell))
        for years in asked.years if _is_asked(asked, "years") else ():
            found |= with_history(asked, years, work, scratch)
        judged = goals(found)
        words = f"`python -m benchmarks --size {' '.join(asked.size)}`"
        versions = page.versions_of_ours() | peers.versions(scratch)
        part = page.text(found, judged, versions, peers.missing(scratch), words)
    print(part)
    if asked.write:
        page.put(PERFORMANCE, part)
    return 0


def at_size(asked: argparse.Namespace, size: Size) -> dict[str, Cost]:
    """All that is measured of one household."""
    times = asked.rounds or TIMES[size.name]
    plan.prepared(size)
    found: dict[str, Cost] = {}
    if _is_asked(asked, "imports"):
        found |= plan.imports(size, times, has_all=size.rows <= SIZES["100k"])
    plan.filled(size)
    if _is_asked(asked, "afterwards"):
        found |= plan.afterwards(size, times)
    if _is_asked(asked, "pages"):
        found |= plan.pages(size, max(times, 2))
    return found


def with_history(asked: argparse.Namespace, years: int, work: Path, scratch: Path) -> dict[str, Cost]:
    """The pages of a month with so many years behind it, equally many rows in each."""
    size = history(years, work, scratch)
    return plan.pages(size, asked.rounds or 3, names=("month", "budgets", "worth", "accounts"), has_bare=False)


def history(years: int, work: Path, scratch: Path) -> Size:
    name = f"{years} year{'s' if years > 1 else ''}"
    size = Size(name, DENSITY * years, years, work / name.replace(" ", "-"), scratch, tell)
    plan.prepared(size)
    plan.filled(size)
    return size


def structure(work: Path, scratch: Path) -> int:
    """1 when a page asks the database more often with a longer history behind it."""
    short, long = (plan.counts(history(years, work, scratch)) for years in (1, 3))
    worse = {name: (short[name], long[name]) for name in short if long[name] > short[name]}
    print("queries a page:", ", ".join(f"{name} {count}" for name, count in sorted(long.items())))
    print(f"pages that ask more often with three times the history: {worse or 'none'}")
    return 1 if worse else 0


def _is_asked(asked: argparse.Namespace, part: str) -> bool:
    return asked.only is None or part in asked.only


if __name__ == "__main__":
    sys.exit(main())
