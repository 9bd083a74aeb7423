"""The three methods and their mix, on series whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest

from advisory.analysis.forecasts.lines import START, Floats, middle, mixed, naive, same_month, seasonal, smoothed

DICE = np.random.default_rng(7)
METHODS = (naive, same_month, smoothed, middle, seasonal, mixed)


def error(values: Floats, said: Floats, warm_up: int = 12) -> float:
    known = said[: len(values) - START, 0]
    return float(np.abs(values[START:] - known)[warm_up:].mean())


@pytest.mark.parametrize("method", METHODS)
def test_a_row_knows_nothing_of_what_came_later(method: object) -> None:
    values = DICE.lognormal(3, 0.5, 40)
    assert callable(method)
    whole = method(values, 4)
    assert whole.shape == (40 - START + 1, 4)
    for count in (START, 13, 14, 29):
        assert np.allclose(method(values[:count], 4)[-1], whole[count - START])


@pytest.mark.parametrize("method", METHODS)
def test_a_constant_goes_on(method: object) -> None:
    assert callable(method)
    assert np.allclose(method(np.full(30, 250.0), 3), 250.0)


def test_naive_lines_repeat_the_month_and_the_year() -> None:
    values = np.arange(1.0, 26.0)
    assert naive(values, 2)[-1].tolist() == [25.0, 25.0]
    assert same_month(values, 13)[-1].tolist() == [*values[13:25].tolist(), 14.0]
    assert same_month(values[:5], 1)[-1].tolist() == [5.0]


def test_one_dear_month_does_not_move_the_middle() -> None:
    values = np.array([10.0, 11.0, 9.0, 10.0, 500.0, 10.0])
    assert middle(values, 1)[-1, 0] == 10.0
    assert naive(values[:5], 1)[-1, 0] == 500.0


def test_a_season_is_seen_after_some_years_and_doubted_after_one() -> None:
    year = np.array([100.0] * 11 + [200.0])
    noise = np.exp(DICE.normal(0, 0.05, 60))
    five = seasonal(np.tile(year, 5) * noise, 12)[-1]
    assert 130 < five[11] < 200
    assert 80 < five[0] < 115
    two = seasonal(np.tile(year, 2) * noise[:24], 12)[-1]
    assert two[11] < five[11]


def test_a_new_price_is_taken_over_when_it_stood_twice() -> None:
    values = np.array([50.0] * 10 + [60.0])
    assert mixed(values, 1)[-1, 0] < 60.0
    assert mixed(np.append(values, 60.0), 1)[-1, 0] == 60.0


def test_the_mix_beats_the_naive_lines_on_noise_and_keeps_up_with_smoothing() -> None:
    mine, simple, season, ses = 0.0, 0.0, 0.0, 0.0
    for _ in range(30):
        level = 100 + np.cumsum(DICE.normal(0, 3, 48))
        values = level * np.exp(DICE.normal(0, 0.3, 48))
        mine += error(values, mixed(values, 1))
        simple += error(values, naive(values, 1))
        season += error(values, same_month(values, 1))
        ses += error(values, smoothed(values, 1))
    assert mine < 0.85 * season
    assert mine < 0.9 * simple
    assert mine < 1.02 * ses


def test_the_method_that_did_best_weighs_most() -> None:
    year = np.array([100.0] * 6 + [300.0] * 6)
    values = np.tile(year, 8) * np.exp(DICE.normal(0, 0.05, 96))
    best, worst = error(values, seasonal(values, 1), 48), error(values, middle(values, 1), 48)
    assert best < 0.7 * worst
    assert error(values, mixed(values, 1), 48) < best + 0.25 * (worst - best)


def test_months_without_any_money_are_forecast_as_none() -> None:
    assert np.array_equal(mixed(np.zeros(20), 2), np.zeros((18, 2)))
