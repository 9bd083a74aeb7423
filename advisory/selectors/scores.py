"""How good the engines are, as measured for this version: the figures of docs/scores.json, which ships with the app."""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings

NOTHING: dict[str, Any] = {
    "is_measured": False, "count": 0, "with_target": 0, "met": 0, "missed": 0, "unmeasured": 0, "groups": [],
}  # fmt: skip


def scores_published() -> dict[str, Any]:
    """All figures by group in the order of the file, each held against its target; nothing where no file is shipped.

    Read once per process: the file belongs to the version that runs. Raises where the file is no such file, since that
    is a fault of ours and no reason to show a better picture.
    """
    return read_scores(Path(settings.BASE_DIR) / "docs" / "scores.json")


@lru_cache(maxsize=4)
def read_scores(path: Path) -> dict[str, Any]:
    if not path.exists():
        return NOTHING
    figures = [_figure(item) for item in json.loads(path.read_text(encoding="utf-8"))]
    groups = [_group(key, list(members)) for key, members in groupby(figures, key=lambda one: one["group"])]
    return {
        "is_measured": bool(figures),
        "count": len(figures),
        "with_target": sum(one["target"] is not None for one in figures),
        "met": sum(one["met"] for one in groups),
        "missed": sum(one["missed"] for one in groups),
        "unmeasured": sum(one["value"] is None for one in figures),
        "groups": groups,
    }


def _group(key: str, figures: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "key": key,
        "name": figures[0]["group_name"],
        "met": sum(one["is_met"] is True for one in figures),
        "missed": sum(one["is_met"] is False for one in figures),
        "figures": figures,
    }


def _figure(item: dict[str, Any]) -> dict[str, Any]:
    return {
        **item,
        "group": item["key"].partition(".")[0],
        "group_name": item.get("group") or item["key"].partition(".")[0],
        "is_met": _is_met(item["value"], item["target"]),
    }


def _is_met(value: float | None, target: dict[str, float | None] | None) -> bool | None:
    """Both bounds included; None where there is nothing to hold it against."""
    if value is None or target is None:
        return None
    low, high = target["at_least"], target["at_most"]
    return (low is None or value >= low) and (high is None or value <= high)
