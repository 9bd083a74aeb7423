"""The scripts play as written, and what they are judged by is judged as it says."""

from __future__ import annotations

import pytest

from benchmarks.scores.advice import script_scores, script_seeds
from benchmarks.scores.advising.life import Played, play
from benchmarks.scores.advising.scripts import SCRIPTS
from benchmarks.scores.score import TEST_SEEDS, Setting


def test_there_is_a_script_for_every_rule_of_the_catalogue() -> None:
    assert [one.rule for one in SCRIPTS] == [f"A{number:02}" for number in range(1, 29)]


@pytest.mark.parametrize("rule", ["A03", "A06", "A12", "A15"])
def test_who_follows_is_proven_and_who_does_not_has_failed(rule: str) -> None:
    script = next(one for one in SCRIPTS if one.rule == rule)
    assert play(script, 1900) == Played(rule, True, "proven", "failed")
    assert play(script, 1900) == play(script, 1900)


def test_scores_count_what_was_played() -> None:
    played = [Played("A01", True, "proven", "failed"), Played("A02", True, "likely", "proven"), Played("A03", False)]
    found = {one.key: one for one in script_scores(played)}
    assert (found["rules_fire"].value, found["rules_fire"].n) == (2 / 3, 3)
    assert (found["followers_proven"].value, found["ignorers_proven"].value) == (0.5, 0.5)
    assert found["followers_proven"].note == "Below all: A02 0 of 1"


def test_the_published_score_plays_twenty_of_each() -> None:
    assert len(script_seeds(Setting(seeds=TEST_SEEDS))) == 20
    assert script_seeds(Setting(seeds=(1000, 1001))) == (1000, 1001)
