"""Measure the engines: `python -m benchmarks.scores [--only GROUPS] [--quick] [--check | --no-worse] [--write]`.

--corpus FOLDER  real data to score as well (or SPENDWISE_CORPUS); figures that need it are named without it
--only a,b       some groups: categories, series, alerts, forecast, facts, advice, laws
--quick          ten households instead of sixty, forty instead of a thousand where figures re-sum
--seeds 1000-1059  other households, to tune on; the published seeds 1-60 are for the published score alone
--check          status 1 where a figure misses its target or is more than a point worse than published, named last
--no-worse       status 1 only where a figure is more than a point worse than published
--write          docs/SCORES.md and docs/scores.json; wants every group and the published seeds
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from benchmarks.scores.groups import GROUPS, measure
from benchmarks.scores.page import figure, page, terminal
from benchmarks.scores.score import QUICK_SEEDS, TEST_SEEDS, Score, Setting
from benchmarks.scores.stored import DOCS, as_json, falls, gone, stored


def main(arguments: list[str] | None = None, docs: Path = DOCS) -> int:
    args = parser().parse_args(arguments)
    setting = setting_of(args)
    wanted = [name for name in args.only.split(",") if name] or list(GROUPS)
    if unknown := [name for name in wanted if name not in GROUPS]:
        print(f"No such group: {', '.join(unknown)}. There are {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    is_whole = wanted == list(GROUPS) and setting.seeds == TEST_SEEDS
    if args.write and not is_whole:
        print("--write wants every group and the published seeds.", file=sys.stderr)
        return 2
    scores = [score for group in wanted for score in _measured(group, setting)]
    if missing := [score.key for score in scores if score.value is None]:
        print(f"Not measured: {', '.join(missing)}.")
    is_published = setting.seeds == TEST_SEEDS
    before = stored(docs / "scores.json") if is_published else {}
    lost = gone(scores, docs / "scores.json", wanted, has_corpus=bool(setting.corpus)) if is_published else []
    fallen = [*(f"Not measured any more: {key}." for key in lost), *fallen_of(scores, before)]
    problems = fallen + [
        f"Missed its target: {score.key} = {figure(score.value, score.unit)}." for score in scores if score.is_missed
    ]
    if args.write:
        (docs / "SCORES.md").write_text(page(scores), encoding="utf-8")
        (docs / "scores.json").write_text(as_json(scores), encoding="utf-8")
    wrong = problems if args.check else fallen if args.no_worse else []
    if wrong:
        print("\n".join(wrong))
    return 1 if wrong else 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="python -m benchmarks.scores", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("--corpus", type=Path, default=os.environ.get("SPENDWISE_CORPUS") or None)
    made.add_argument("--only", default="")
    made.add_argument("--seeds", default="")
    for name in ("--quick", "--check", "--no-worse", "--write"):
        made.add_argument(name, action="store_true")
    return made


def setting_of(args: argparse.Namespace) -> Setting:
    seeds = QUICK_SEEDS if args.quick else TEST_SEEDS
    if args.seeds:
        first, _, last = args.seeds.partition("-")
        seeds = tuple(range(int(first), int(last or first) + 1))
    return Setting(seeds=seeds, corpus=Path(args.corpus) if args.corpus else None, is_quick=args.quick)


def fallen_of(scores: list[Score], before: dict[str, float]) -> list[str]:
    """A sentence for each figure that is worse than published."""
    return [
        f"Fell: {score.key} from {figure(old, score.unit)} to {figure(score.value, score.unit)}."
        for score, old in falls(scores, before)
    ]


def _measured(group: str, setting: Setting) -> list[Score]:
    start = time.perf_counter()
    scores = list(measure(group, setting))
    print(f"{GROUPS[group]} ({time.perf_counter() - start:.1f} s)\n{terminal(scores)}\n", flush=True)
    return scores


if __name__ == "__main__":
    sys.exit(main())
