"""The figures that are shown are those the kit has written, each held against its target."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.conf import settings
from rest_framework.test import APIClient

from advisory.selectors import scores
from advisory.selectors.scores import read_scores
from benchmarks.scores.score import Baseline, Score, Target, Unit, unmeasured
from benchmarks.scores.stored import as_json

FIGURES = (
    Score(
        "series.precision", "Found that are ones", 0.97, 200, "60 households", "series", low=0.95, high=0.99,
        target=Target(at_least=0.99), baselines=(Baseline("same amount thrice", 0.4),),
    ),
    Score("series.role", "Role right", 0.9, 200, "60 households"),
    Score("forecast.covered", "Bands that held", 0.8, 50, "60 households", target=Target(0.77, 0.83)),
    Score("forecast.seconds", "Time", 2.0, 1, "one household", unit=Unit.SECONDS, target=Target(at_most=1)),
    unmeasured("forecast.real", "Real data", "needs --corpus", target=Target(at_least=0.5)),
)  # fmt: skip


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "docs" / "scores.json"
    path.parent.mkdir()
    path.write_text(as_json(FIGURES), encoding="utf-8")
    monkeypatch.setattr(settings, "BASE_DIR", tmp_path)
    return path


def test_each_figure_is_held_against_its_target(shipped: Path) -> None:
    found = read_scores(shipped)
    assert {one["key"]: one["is_met"] for group in found["groups"] for one in group["figures"]} == {
        "series.precision": False, "series.role": None, "forecast.covered": True, "forecast.seconds": False,
        "forecast.real": None,
    }  # fmt: skip
    assert [(group["key"], group["name"], group["met"], group["missed"]) for group in found["groups"]] == [
        ("series", "Recurring series", 0, 1),
        ("forecast", "Forecasts", 1, 1),
    ]
    assert (found["count"], found["with_target"], found["met"], found["missed"], found["unmeasured"]) == (5, 4, 1, 2, 1)


def test_everybody_may_ask(shipped: Path) -> None:
    answer = APIClient().get("/api/scores/", headers={"Authorization": "Bearer of no meaning"})
    assert (answer.status_code, answer["Cache-Control"]) == (200, "public, max-age=3600")
    figure = answer.json()["groups"][0]["figures"][0]
    assert figure["baselines"] == [{"name": "same amount thrice", "value": 0.4}]
    assert (figure["n"], figure["counted"], figure["low"], figure["high"]) == (200, "series", 0.95, 0.99)
    assert answer.json()["groups"][1]["figures"][2]["note"] == "needs --corpus"
    assert shipped.exists()


def test_the_file_is_read_once(shipped: Path) -> None:
    before = scores.scores_published()
    shipped.write_text("[]")
    assert scores.scores_published() is before


def test_without_a_file_nothing_is_claimed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "BASE_DIR", tmp_path)
    answer = APIClient().get("/api/scores/").json()
    assert (answer["is_measured"], answer["count"], answer["groups"]) == (False, 0, [])


def test_a_broken_file_is_no_better_picture(tmp_path: Path) -> None:
    broken = tmp_path / "scores.json"
    broken.write_text("{")
    with pytest.raises(json.JSONDecodeError):
        read_scores(broken)


def test_what_this_version_ships_can_be_shown() -> None:
    assert read_scores(Path(__file__).parents[3] / "docs" / "scores.json")["count"] >= 0
