"""The command: what it prints, writes and refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.scores import __main__ as command
from benchmarks.scores.groups import GROUPS, measure
from benchmarks.scores.score import TEST_SEEDS, Baseline, Score, Setting, Target, Unit, unmeasured


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> list[Score]:
    """What the groups "measure" in a test; one figure of the group `series`."""
    scores = [
        Score(
            "series.precision", "Found that are right", 0.97, 200, "60 generated households", counted="series",
            low=0.95, high=0.99, target=Target(at_least=0.99), baselines=(Baseline("same amount three times", 0.5),),
        ), Score("series.seconds", "Time", 2.0, 1, "one household", unit=Unit.SECONDS, target=Target(at_most=3),
        note="here"), unmeasured("series.real", "Real series", "needs --corpus"),
    ]  # fmt: skip

    def measured(group: str, setting: Setting) -> Iterator[Score]:
        assert setting.seeds
        yield from scores if group == "series" else ()

    monkeypatch.setattr(command, "measure", measured)
    return scores


def test_a_missed_target_is_named_last_and_fails_the_check(
    figures: list[Score], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--only", "series", "--check"]) == 1
    out = capsys.readouterr().out
    assert out.splitlines()[-1] == f"Missed its target: {figures[0].key} = 0.970."
    assert "Not measured: series.real." in out
    assert "same amount three times 0.500" in out


def test_without_check_a_missed_target_is_only_shown(figures: list[Score], capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--only", "series"]) == 0
    assert "MISSED" in capsys.readouterr().out
    assert figures


def test_a_fall_fails_the_check(figures: list[Score], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures[0] = Score("series.precision", "x", 0.991, 200, "d", target=Target(at_least=0.99))
    (tmp_path / "scores.json").write_text(
        json.dumps([{"key": "series.precision", "value": 1.0}, {"key": "b", "value": None}])
    )
    assert command.main(["--only", "series", "--check"], tmp_path) == 0
    (tmp_path / "scores.json").write_text(json.dumps([{"key": "series.precision", "value": 1.002}]))
    assert command.main(["--only", "series", "--no-worse"], tmp_path) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Fell: series.precision from 1.002 to 0.991."
    assert command.main(["--only", "series", "--check"], tmp_path) == 1
    figures[0] = Score("series.precision", "x", 0.5, 200, "d", target=Target(at_least=0.99))
    (tmp_path / "scores.json").unlink()
    assert command.main(["--only", "series", "--no-worse"], tmp_path) == 0


def test_a_published_figure_that_is_not_measured_any_more_fails(
    figures: list[Score], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = {"at_least": 0.5, "at_most": None}
    published = [
        {"key": "series.old", "value": 0.9, "target": target, "data": "60 generated households"},
        {"key": "series.real", "value": 0.9, "target": target, "data": "real lines"},
        {"key": "series.told", "value": 0.9, "target": None, "data": "60 generated households"},
        {"key": "alerts.old", "value": 0.9, "target": target, "data": "60 generated households"},
    ]
    (tmp_path / "scores.json").write_text(json.dumps(published))
    assert command.main(["--only", "series", "--no-worse"], tmp_path) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Not measured any more: series.old."
    assert command.main(["--only", "series", "--no-worse", "--corpus", "/somewhere"], tmp_path) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Not measured any more: series.real."
    assert command.main(["--only", "series", "--no-worse", "--seeds", "1000-1001"], tmp_path) == 0


def test_the_page_is_written_from_a_whole_run_only(figures: list[Score], tmp_path: Path) -> None:
    assert command.main(["--write", "--only", "series"], tmp_path) == 2
    assert command.main(["--write", "--seeds", "1000-1001"], tmp_path) == 2
    assert list(tmp_path.iterdir()) == []
    assert command.main(["--write"], tmp_path) == 0
    text = (tmp_path / "SCORES.md").read_text(encoding="utf-8")
    assert "| Found that are right | 60 generated households | 200 series | 0.970 | 0.950 to 0.990 | ≥ 0.99 |" in text
    assert "Time: here" in text
    assert "needs --corpus" in text
    assert [item["key"] for item in json.loads((tmp_path / "scores.json").read_text())] == [
        score.key for score in figures
    ]


def test_an_unknown_group_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--only", "weather"]) == 2
    assert "No such group: weather" in capsys.readouterr().err


def test_other_seeds_can_be_asked_for() -> None:
    parse = command.parser().parse_args
    assert command.setting_of(parse(["--seeds", "1000-1002"])).seeds == (1000, 1001, 1002)
    assert command.setting_of(parse([])).seeds == TEST_SEEDS
    assert command.setting_of(parse(["--quick"])).seeds == TEST_SEEDS[:10]
    assert command.setting_of(parse(["--corpus", "/somewhere"])).corpus == Path("/somewhere")


def test_a_group_without_its_module_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(GROUPS, "tomorrow", "What comes")
    (score,) = measure("tomorrow", Setting())
    assert (score.key, score.value, score.note) == ("tomorrow.missing", None, "not measured yet")
