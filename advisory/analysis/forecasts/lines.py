"""What comes next month, by three simple methods and their mix; nothing heavier won on real spending.

All works on one series of monthly sums (float64, oldest first) and rolls: row `o - START` of an answer is what would
have been said after the first `o` months, for the months o, o+1, ... So a back-test costs no second implementation.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

START = 3
"""Months of history before anything is said."""
YEAR = 12
MEDIAN_MONTHS = 6
ALPHAS = np.arange(0.05, 1.0, 0.05)
SEASON_DOUBT = 6.0
"""Years of agreement that a season needs to be half believed."""
SHARPNESS = 8
"""The weight of a method is one through its past error to this power; equal methods stay nearly equally weighted."""
DOUBT = 2.0
"""Months of errors that the equal weights are worth."""
ERROR_MONTHS = 24
STEADY = 0.02
"""Months that differ by less are the same price."""


def mixed(values: Floats, horizon: int) -> Floats:
    """The mix, one row an origin, `horizon` columns. A steady price is simply repeated."""
    lines = np.stack([smoothed(values, horizon), middle(values, horizon), seasonal(values, horizon)])
    said = np.einsum("om,moh->oh", _weights(values, lines), lines)
    steady = [_is_steady(values[:origin]) for origin in range(START, len(values) + 1)]
    return np.where(np.array(steady)[:, None], naive(values, horizon), said)


def naive(values: Floats, horizon: int) -> Floats:
    """The last month again."""
    return _repeated(values[START - 1 :], horizon)


def same_month(values: Floats, horizon: int) -> Floats:
    """The same month of last year, the last month where there is none."""
    said = naive(values, horizon)
    for origin in range(max(START, YEAR), len(values) + 1):
        said[origin - START] = values[origin - YEAR + np.arange(horizon) % YEAR]
    return said


def smoothed(values: Floats, horizon: int) -> Floats:
    """Simple exponential smoothing; the pace is the one that did best so far."""
    level = np.full(len(ALPHAS), values[:START].mean())
    squares = np.zeros(len(ALPHAS))
    levels = np.empty(len(values))
    for place, value in enumerate(values):
        error = value - level
        squares += error * error
        level = level + ALPHAS * error
        levels[place] = level[np.argmin(squares)]
    return _repeated(levels[START - 1 :], horizon)


def middle(values: Floats, horizon: int) -> Floats:
    """The median of six months: one dear month does not move it."""
    medians = [np.median(values[max(0, end - MEDIAN_MONTHS) : end]) for end in range(START, len(values) + 1)]
    return _repeated(np.array(medians), horizon)


def seasonal(values: Floats, horizon: int) -> Floats:
    """The smoothed level times what this month of the year usually is, shrunk towards one."""
    said = smoothed(values, horizon)
    for origin in range(YEAR + 1, len(values) + 1):
        said[origin - START] *= _factors(values[:origin])[(origin + np.arange(horizon)) % YEAR]
    return said


def _factors(values: Floats) -> Floats:
    """Factor by place in the year, the first month having place 0; never below zero."""
    half = YEAR // 2
    padded = np.concatenate([np.full(half, values[:half].mean()), values, np.full(half, values[-half:].mean())])
    weights = np.concatenate([[0.5], np.ones(YEAR - 1), [0.5]]) / YEAR
    trend = np.convolve(padded, weights, "valid")
    ratios = np.divide(values, trend, out=np.ones_like(values), where=np.abs(trend) > 1e-9)
    places = np.arange(len(values)) % YEAR
    years = np.bincount(places, minlength=YEAR)
    means = np.divide(np.bincount(places, ratios, YEAR), years, out=np.ones(YEAR), where=years > 0)
    factors: Floats = np.maximum(1 + years / (years + SEASON_DOUBT) * (means - 1), 0.0)
    return factors


def _weights(values: Floats, lines: Floats) -> Floats:
    """[origins, methods]: from the errors one month ahead that were known at each origin."""
    origins = lines.shape[1]
    errors = np.abs(lines[:, :-1, 0] - values[START:])
    weights = np.full((origins, len(lines)), 1 / len(lines))
    for known in range(1, origins):
        past = errors[:, max(0, known - ERROR_MONTHS) : known].mean(axis=1)
        floor = 0.02 * past.mean()
        if floor == 0:
            continue
        own = (past.mean() / (past + floor)) ** SHARPNESS
        trust = known / (known + DOUBT)
        weights[known] = trust * own / own.sum() + (1 - trust) / len(lines)
    return weights


def _is_steady(values: Floats) -> bool:
    """The last three months are one price, or two pairs of months are two prices."""
    last = values[-1]
    near = np.abs(values[-4:] - last) <= STEADY * abs(last)
    if near[-3:].all():
        return True
    is_step = len(values) >= 4 and abs(values[-4] - values[-3]) <= STEADY * abs(values[-3])
    return bool(near[-2:].all() and is_step)


def _repeated(levels: Floats, horizon: int) -> Floats:
    return np.repeat(levels[:, None], horizon, axis=1)
