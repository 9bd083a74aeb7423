"""The groups of figures and the modules that measure them; one that is not built yet is said to be missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec

from benchmarks.scores.score import Score, Setting, unmeasured

GROUPS = {
    "categories": "Categories",
    "series": "Recurring series",
    "alerts": "Alerts",
    "forecast": "Forecasts",
    "facts": "Facts and advice that re-sum",
    "advice": "Outcomes of advice",
    "laws": "Laws that must hold",
}


def measure(group: str, setting: Setting) -> Iterator[Score]:
    """The figures of one group, their keys with the group in front."""
    name = f"benchmarks.scores.{group}"
    if find_spec(name) is None:
        yield unmeasured(f"{group}.missing", GROUPS[group], "not measured yet")
        return
    for score in import_module(name).scores(setting):
        yield replace(score, key=f"{group}.{score.key}")
