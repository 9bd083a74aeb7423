"""Bands hold as often as they say, from own errors only."""

from __future__ import annotations

import numpy as np
import pytest

from advisory.analysis.forecasts.bands import Rule, adapted, coverage, quantile

PRIOR = np.linspace(0.1, 2.0, 10)


def test_the_quantile_stands_where_conformal_prediction_puts_it() -> None:
    errors = np.array([5.0, 1.0, 4.0, 2.0, 3.0, 6.0, 7.0, 8.0, 9.0])
    assert quantile(errors, 0.8) == 8.0
    assert quantile(errors, 0.75) == 7.5
    assert quantile(np.array([2.0]), 0.1) == 2.0


def test_beyond_the_largest_error_the_band_reaches_further() -> None:
    assert quantile(np.array([1.0, 2.0]), 0.9) == pytest.approx(2.0 * 1.35)


@pytest.mark.parametrize("tail", ["normal", "heavy"])
def test_four_in_five_outcomes_fall_inside(tail: str) -> None:
    dice = np.random.default_rng(3)
    held = judged = 0
    for _ in range(150):
        errors = np.abs(dice.normal(0, 1, 40) if tail == "normal" else dice.standard_t(2, 40))
        reach = adapted(errors, np.ones(41), Rule(lag=1, first=3, prior=PRIOR))
        one, all_ = coverage(errors[10:], reach[10:])
        held += one
        judged += all_
    assert judged == 150 * 30
    assert abs(held / judged - 0.8) < 0.03


def test_a_user_whose_errors_grow_gets_wider_bands() -> None:
    dice = np.random.default_rng(5)
    errors = np.abs(dice.normal(0, 1, 80)) * np.linspace(1, 6, 80)
    held = {}
    for pace in (0.0, 0.07):
        reach = adapted(errors, np.ones(81), Rule(lag=1, first=10, prior=PRIOR, pace=pace))
        held[pace] = coverage(errors, reach)[0]
    assert held[0.07] > held[0.0]


def test_no_band_before_the_first_origin_that_may_have_one() -> None:
    reach = adapted(np.ones(9), np.ones(10), Rule(lag=1, first=4, prior=PRIOR))
    assert np.isnan(reach[:4]).all()
    assert not np.isnan(reach[4:]).any()
    assert coverage(np.ones(9), reach) == (5, 5)


def test_a_short_history_borrows_in_its_own_scale() -> None:
    rule = Rule(lag=1, first=0, prior=PRIOR)
    narrow, wide = (adapted(np.zeros(0), np.array([scale]), rule)[0] for scale in (1.0, 50.0))
    assert narrow == pytest.approx(quantile(PRIOR, 0.8))
    assert wide == pytest.approx(50 * narrow)


def test_an_outcome_counts_from_the_day_it_is_known() -> None:
    errors = np.array([1.0] * 8 + [100.0] * 5)
    changed = {}
    for lag in (1, 3):
        plain, odd = (adapted(one, np.ones(20), Rule(lag, 0, PRIOR, pace=0.0)) for one in (np.ones(13), errors))
        changed[lag] = int(np.argmax(plain != odd))
    assert changed[1] > 8
    assert changed[3] == changed[1] + 2


def test_overlapping_windows_widen_the_band() -> None:
    errors = np.abs(np.random.default_rng(1).normal(0, 1, 30))
    plain, overlapping = (
        adapted(errors, np.ones(31), Rule(lag=1, first=0, prior=PRIOR, pace=0.0, overlap=overlap))[-1]
        for overlap in (1.0, 8.0)
    )
    assert overlapping > plain
