"""Balances by day: the opening counts from its day, samples hit the ends of steps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.balance_series import MOST_POINTS, STEPS, BalanceSeries, sample_days

DAYS = st.dates(date(2020, 1, 1), date(2024, 12, 31))


def test_the_opening_counts_from_its_day_or_the_first_row() -> None:
    moved = [(date(2026, 3, 5), -100), (date(2026, 3, 2), 30)]
    by_row = BalanceSeries.of(1000, None, moved)
    assert [by_row.at(date(2026, 3, day)) for day in (1, 2, 4, 5, 9)] == [0, 1030, 1030, 930, 930]
    by_date = BalanceSeries.of(1000, date(2026, 3, 4), moved)
    assert [by_date.at(date(2026, 3, day)) for day in (1, 2, 4, 5)] == [0, 30, 1030, 930]
    assert by_row.now == by_date.now == 930


def test_an_account_without_rows_has_its_opening_since_ever() -> None:
    assert BalanceSeries.of(500, None, []).at(date(1990, 1, 1)) == 500


@given(st.lists(st.tuples(DAYS, st.integers(-(10**6), 10**6)), max_size=30), DAYS)
def test_a_balance_is_the_sum_of_what_came_before(rows: list[tuple[date, int]], day: date) -> None:
    sums: dict[date, int] = {}
    for when, amount in rows:
        sums[when] = sums.get(when, 0) + amount
    series = BalanceSeries.of(0, None, sums.items())
    assert series.at(day) == sum(amount for when, amount in rows if when <= day)


@given(DAYS, DAYS, st.sampled_from(STEPS))
def test_samples_are_in_order_and_end_with_the_last_day(one: date, other: date, step: str) -> None:
    start, end = sorted((one, other))
    days = sample_days(start, end, step)
    assert days == sorted(set(days))
    assert days[-1] == end
    assert all(start <= day <= end for day in days)


def test_months_end_on_their_last_day_and_weeks_on_sundays() -> None:
    assert sample_days(date(2026, 1, 15), date(2026, 3, 10), "month") == [
        date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 10),
    ]  # fmt: skip
    assert sample_days(date(2026, 3, 2), date(2026, 3, 17), "week") == [
        date(2026, 3, 8), date(2026, 3, 15), date(2026, 3, 17),
    ]  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_too_many_points_are_refused_in_words(step: str) -> None:
    days = {"day": 1, "week": 7, "month": 31}[step]
    with pytest.raises(ValueError, match="shorter time"):
        sample_days(date(1600, 1, 1), date(1600, 1, 1) + timedelta(days=days * (MOST_POINTS + 10)), step)
