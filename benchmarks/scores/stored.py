"""The figures as the repository keeps them (docs/scores.json), to show in the app and to compare a new run with."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.scores.groups import GROUPS
from benchmarks.scores.score import Score, Unit

DOCS = Path(__file__).parents[2] / "docs"
GENERATED = "generated households"
ALLOWED_FALL = 0.01
"""One point, of shares and of ratios. Seconds and megabytes depend on the machine: their targets judge them."""


def as_json(scores: Iterable[Score]) -> str:
    return json.dumps([_plain(score) for score in scores], indent=1, ensure_ascii=False) + "\n"


def stored(path: Path) -> dict[str, float]:
    """The figures of the last published run by key, those measured only."""
    if not path.exists():
        return {}
    return {item["key"]: item["value"] for item in json.loads(path.read_text()) if item["value"] is not None}


def gone(scores: Iterable[Score], path: Path, groups: Collection[str], *, has_corpus: bool) -> list[str]:
    """The keys of published figures with a target that these groups do not measure any more: what is not looked at
    cannot fall. Figures on real data are not missed where there are none."""
    measured = {score.key for score in scores if score.value is not None}
    published = json.loads(path.read_text()) if path.exists() else []
    return [
        item["key"]
        for item in published
        if item["value"] is not None
        and item.get("target")
        and item["key"].partition(".")[0] in groups
        and item["key"] not in measured
        and (has_corpus or GENERATED in item.get("data", ""))
    ]


def falls(scores: Iterable[Score], before: dict[str, float]) -> Iterator[tuple[Score, float]]:
    """Figures that are more than one point worse than in the published run, with what they were."""
    for score in scores:
        old = before.get(score.key)
        if old is None or score.value is None or score.target is None or score.unit not in (Unit.SHARE, Unit.RATIO):
            continue
        if score.target.fall(old, score.value) > ALLOWED_FALL + 1e-9:
            yield score, old


def _plain(score: Score) -> dict[str, Any]:
    """Rounded to four digits, so that a run on another machine gives the same file; with the name of its group."""
    plain = {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(score).items()}
    return {"group": GROUPS.get(score.key.partition(".")[0], ""), **plain}
