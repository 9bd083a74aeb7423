"""The figures as a page of Markdown and as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from benchmarks.scores.groups import GROUPS
from benchmarks.scores.score import Score, Target, Unit

HEAD = """# How good is SpendWise?

Measured by `python -m benchmarks.scores --write` with what is in this repository; nothing here is an estimate.
Generated households carry their own truth, and were written from the definitions before the detectors they judge;
figures on them are upper bounds, figures on real data stand beside them and are named. Intervals are 95 %: Wilson for
single cases, bootstrap by household for everything else. Baselines are simple rules, and rules as other programs use
them, on the same data.
"""
COLUMNS = ("What", "Data", "n", "Figure", "95 % interval", "Target", "Baselines")


def page(scores: Sequence[Score]) -> str:
    parts = [HEAD]
    for group, members in groupby(scores, key=_group_of):
        rows = list(members)
        parts.append(f"\n## {GROUPS[group]}\n\n{_line(COLUMNS)}\n{_line(['---'] * len(COLUMNS))}")
        parts += [_line(_cells(score)) for score in rows]
        parts += [f"\n{score.name}: {score.note}" for score in rows if score.note and score.value is not None]
    return "\n".join(parts) + "\n"


def terminal(scores: Iterable[Score]) -> str:
    lines = []
    for score in scores:
        what, data, n, value, interval, target, baselines = _cells(score)
        mark = "MISSED" if score.is_missed else ""
        note = f"({score.note})" if score.note and score.value is not None else ""
        lines.append(
            f"{score.key:<34} {value:>9} {interval:>17} {target:>12} {mark:<6} n={n} {what} [{data}] {baselines} {note}"
        )
    return "\n".join(line.rstrip() for line in lines)


def figure(value: float | None, unit: Unit) -> str:
    if value is None:
        return "not measured"
    if unit is Unit.COUNT:
        return f"{value:,.0f}"
    if unit in (Unit.SECONDS, Unit.MEGABYTES):
        return f"{value:.3g} {unit}"
    return f"{value:.3f}"


def _group_of(score: Score) -> str:
    return score.key.partition(".")[0]


def _cells(score: Score) -> tuple[str, str, str, str, str, str, str]:
    return (
        score.name,
        score.data,
        f"{score.n:,} {score.counted}",
        figure(score.value, score.unit) if score.value is not None else score.note or "not measured",
        _interval(score),
        _target(score.target, score.unit),
        "; ".join(f"{baseline.name} {figure(baseline.value, score.unit)}" for baseline in score.baselines),
    )


def _interval(score: Score) -> str:
    if score.value is None or score.low is None or score.high is None:
        return ""
    return f"{figure(score.low, score.unit)} to {figure(score.high, score.unit)}"


def _target(target: Target | None, unit: Unit) -> str:
    if target is None:
        return ""
    low, high = (
        None if bound is None else f"{bound:g}" + ("" if unit in (Unit.SHARE, Unit.RATIO, Unit.COUNT) else f" {unit}")
        for bound in (target.at_least, target.at_most)
    )
    return f"{low} to {high}" if low and high else f"≥ {low}" if low else f"≤ {high}"


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
