"""What was measured, as the part of docs/PERFORMANCE.md between two marks."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.speed.goals import Goal
from benchmarks.speed.rounds import Cost

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
OURS = ("Django", "djangorestframework", "granian", "celery")


def machine() -> str:
    """The kind of machine, without its name."""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} processors ({platform.machine()}), {gigabytes:.0f} GB, {platform.system()}, load {load:.1f}"
    )


def versions_of_ours() -> dict[str, str]:
    return {"Python": platform.python_version(), "SQLite": sqlite3.sqlite_version} | {one: version(one) for one in OURS}


def text(
    found: Mapping[str, Cost], judged: Sequence[Goal], versions: Mapping[str, str], gone: Sequence[str], asked: str
) -> str:
    lines = [
        f"Run: {asked}. Machine: {machine()}.",
        "Versions: " + ", ".join(f"{name} {number}" for name, number in versions.items()) + ".",
        f"Not installed, hence not measured: {', '.join(gone) or 'none'}.",
        "",
        "| goal | what | ratio | bound | |",
        "| --- | --- | --- | --- | --- |",
        *_goal_rows(judged),
        "",
        "| what | cpu | wall | memory, MB |",
        "| --- | --- | --- | --- |",
        *(f"| {name} | {_time(one.cpu)} | {_time(one.wall)} | {one.peak:.0f} |" for name, one in found.items()),
        "",
        last_line(judged),
    ]
    return "\n".join(lines)


def _goal_rows(judged: Iterable[Goal]) -> Iterable[str]:
    for goal in judged:
        yield f"| {goal.number} | **{goal.title}** | | | **{goal.verdict}** |"
        for check in goal.checks:
            value = "" if check.value is None else f"{check.value:.2f}"
            side = "at least" if check.is_least else "at most"
            yield f"| | {check.what} | {value} | {side} {check.bound:g} | {check.verdict} |"


def last_line(judged: Sequence[Goal]) -> str:
    """Goals met of goals measured, and how many were not."""
    measured = [goal for goal in judged if goal.is_measured]
    met = sum(goal.verdict == "met" for goal in measured)
    rest = len(judged) - len(measured)
    return f"goals met: {met} of {len(measured)} measured" + (f" ({rest} not measured in full)" if rest else "")


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"


def put(page: Path, part: str) -> None:
    """Between the marks; ValueError where the page has none."""
    before, _, rest = page.read_text().partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"{page.name} has no place for the figures")
    page.write_text(f"{before}{BEGIN}\n{part}\n{END}{after}")
