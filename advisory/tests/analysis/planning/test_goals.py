"""The odds of goals."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.analysis.planning import GoalOdds, goal_odds, months_until

PAST = [20_000, -5000, 35_000, 10_000, 15_000, 25_000, -12_000, 30_000]
bounded = settings(max_examples=15, deadline=None)


def asked(target: int, months: int = 12, saved: int = 0, extra: int = 0, past: list[int] | None = None) -> GoalOdds:
    found = goal_odds(target, saved, months, past or PAST, extra)
    assert found
    return found


def test_an_even_past_is_certain() -> None:
    even = [10_000] * 6
    assert asked(120_000, past=even).odds == 1.0
    behind = asked(120_001, past=even)
    assert (behind.odds, behind.monthly_minor) == (0.0, 1)
    assert (behind.low_minor, behind.mid_minor, behind.high_minor) == (120_000,) * 3


def test_the_monthly_sum_makes_four_in_five_paths_arrive() -> None:
    behind = asked(300_000)
    assert behind.odds < 0.5
    assert behind.monthly_minor > 0
    assert asked(300_000, extra=behind.monthly_minor).odds >= 0.8
    assert asked(300_000, extra=behind.monthly_minor - 1).odds < 0.8


def test_what_is_there_is_reached() -> None:
    found = asked(5000, saved=5000, past=[-10_000] * 6)
    assert (found.odds, found.monthly_minor) == (1.0, 0)


def test_a_short_past_gives_no_odds() -> None:
    assert goal_odds(1, 0, 1, PAST[:5]) is None


@pytest.mark.parametrize("months", [0, -3, 601])
def test_a_goal_lies_ahead(months: int) -> None:
    with pytest.raises(ValueError, match="ahead"):
        goal_odds(1, 0, months, PAST)


def test_the_order_of_the_past_changes_nothing() -> None:
    assert asked(150_000, past=PAST[::-1]) == asked(150_000)


def test_whole_months_until_a_day() -> None:
    assert months_until(date(2026, 3, 31), date(2026, 12, 31)) == 9
    assert months_until(date(2026, 3, 31), date(2026, 12, 30)) == 8


@bounded
@given(st.integers(1, 10**6), st.integers(1, 36), st.integers(0, 10**5), st.integers(0, 20_000), st.integers(0, 10**5))
def test_odds_move_the_right_way(target: int, months: int, saved: int, extra: int, more: int) -> None:
    found = asked(target, months, saved, extra)
    assert 0 <= found.odds <= 1
    assert asked(target + more, months, saved, extra).odds <= found.odds
    assert asked(target, months + 3, saved, extra).odds >= found.odds
    assert asked(target, months, saved + more, extra).odds >= found.odds
    assert asked(target, months, saved, extra + more).odds >= found.odds
