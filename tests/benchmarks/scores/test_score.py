"""A figure keeps its target or misses it, falls or does not, and its interval is a known one."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.scores.intervals import by_household, wilson
from benchmarks.scores.score import Score, Setting, Target, unmeasured
from benchmarks.scores.stored import falls


def test_bounds_are_included() -> None:
    assert Target(at_least=0.9).is_met_by(0.9)
    assert not Target(at_least=0.9).is_met_by(0.8999)
    assert Target(0.77, 0.83).is_met_by(0.83)
    assert not Target(0.77, 0.83).is_met_by(0.84)
    assert not Target(at_most=0.1).is_met_by(0.11)


def test_a_figure_that_was_not_measured_misses_nothing() -> None:
    assert not unmeasured("a", "A", "no data", target=Target(at_least=1)).is_missed
    assert Score("a", "A", 0.5, 10, "rows", target=Target(at_least=1)).is_missed


@pytest.mark.parametrize(
    ("target", "before", "now", "has_fallen"),
    [
        (Target(at_least=0.9), 0.95, 0.93, True),
        (Target(at_least=0.9), 0.95, 0.94, False),
        (Target(at_least=0.9), 0.95, 0.99, False),
        (Target(at_most=0.2), 0.10, 0.12, True),
        (Target(at_most=0.2), 0.10, 0.05, False),
        (Target(0.77, 0.83), 0.78, 0.82, False),
        (Target(0.77, 0.83), 0.80, 0.85, True),
    ],
)
def test_a_fall_is_more_than_a_point_towards_the_wrong_side(
    target: Target, before: float, now: float, *, has_fallen: bool
) -> None:
    found = list(falls([Score("a", "A", now, 10, "rows", target=target)], {"a": before}))
    assert [(score.key, old) for score, old in found] == ([("a", before)] if has_fallen else [])


def test_a_new_figure_has_not_fallen() -> None:
    assert list(falls([Score("a", "A", 0.1, 10, "rows", target=Target(at_least=0.5))], {"b": 0.9})) == []


def test_wilson_is_that_of_the_books() -> None:
    low, high = wilson(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
    assert wilson(0, 0) == (0.0, 1.0)


def test_the_bootstrap_holds_the_ratio_and_is_repeatable() -> None:
    parts, wholes = [9.0, 5.0, 10.0, 8.0], [10.0, 10.0, 10.0, 10.0]
    low, high = by_household(parts, wholes)
    assert low < 0.8 < high
    assert (low, high) == by_household(parts, wholes)
    assert by_household([], []) == (0.0, 1.0)


def test_one_household_weighs_what_it_counts() -> None:
    assert by_household([1.0, 0.0], [1.0, 0.0]) == (1.0, 1.0)


def test_real_data_are_found_only_where_they_are(tmp_path: Path) -> None:
    assert Setting().real("a.csv") is None
    assert Setting(corpus=tmp_path).real("a.csv") is None
    (tmp_path / "a.csv").touch()
    assert Setting(corpus=tmp_path).real("a.csv") == tmp_path / "a.csv"
