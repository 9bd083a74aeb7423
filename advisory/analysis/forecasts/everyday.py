"""The part of cash that no series explains: a steady rate with the rhythm of the week."""

from __future__ import annotations

import numpy as np

from advisory.analysis.forecasts.lines import Floats

YEAR_DAYS, QUARTER_DAYS, WINDOW = 365, 91, 30
RARE = 0.02
"""Share of the days with spending whose excess is no habit: a new roof does not come again next month."""
WEEK = 7
WEEKS_OF_DOUBT = 26.0
"""Weeks of history that an even week is worth against the one seen."""


def rate(daily: Floats) -> float:
    """Minor units a day to be expected, from daily sums (oldest first): the mean of three guesses that err differently,
    the year and the quarter with their rarest days cut, and the middle one of the year's 30-day sums.
    """
    if not len(daily):
        return 0.0
    year = _without_rare(daily[-YEAR_DAYS:])
    windows = len(year) // WINDOW
    if windows < 3:
        return float(year.mean())
    sums = daily[len(daily) - windows * WINDOW :].reshape(windows, WINDOW).sum(axis=1)
    return float(year.mean() + year[-QUARTER_DAYS:].mean() + np.median(sums) / WINDOW) / 3


def usual_rate(daily: Floats) -> float:
    """For transfers: the middle one of the year's 30-day sums, so that what is moved seldom counts for nothing."""
    windows = min(len(daily), YEAR_DAYS) // WINDOW
    if not windows:
        return 0.0
    return float(np.median(daily[len(daily) - windows * WINDOW :].reshape(windows, WINDOW).sum(axis=1))) / WINDOW


def week(daily: Floats, first_weekday: int) -> Floats:
    """[7] Factors on the rate by weekday (Monday first), mean 1. `first_weekday` is that of `daily[0]`."""
    sizes = np.abs(daily[-YEAR_DAYS:])
    weekdays = (np.arange(len(daily))[-YEAR_DAYS:] + first_weekday) % WEEK
    sums = np.bincount(weekdays, sizes, WEEK) if len(sizes) else np.zeros(WEEK)
    if not sums.sum():
        return np.ones(WEEK)
    weeks = len(sizes) / WEEK
    factors: Floats = (weeks * sums / sums.mean() + WEEKS_OF_DOUBT) / (weeks + WEEKS_OF_DOUBT)
    return factors


def _without_rare(daily: Floats) -> Floats:
    """Days cut at the level that one in fifty of the days with money leaving (or coming) exceeds."""
    cut = daily
    for side in (daily[daily < 0], daily[daily > 0]):
        if len(side) >= WINDOW:
            edge = np.quantile(np.abs(side), 1 - RARE)
            cut = np.clip(cut, -edge, None) if side[0] < 0 else np.clip(cut, None, edge)
    return cut
