"""The band around a cash path, day by day, and the chance that it touches zero."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisory.analysis.findings import Backtest
from advisory.analysis.forecasts.bands import Rule, adapted, coverage
from advisory.analysis.forecasts.lines import Floats
from advisory.analysis.forecasts.paths import STEP

KNOTS = (1, 7, 14, 30, 60, 90)
"""Days ahead whose bands are worked out; between them they are drawn straight."""
TESTED = (30, 60, 90)
FEWEST_DAYS = 183
"""Days of history before a band is shown."""
GROWTH = 0.8
"""Errors grow with the days ahead to this power, measured on generated households; used past the last knot."""
PRIOR_DAYS = 30
PRIOR = np.array([0.009, 0.027, 0.046, 0.066, 0.09, 0.12, 0.155, 0.21, 0.331, 0.624])
"""Ten equally likely absolute errors 30 days ahead, as shares of what leaves in a month; measured likewise."""
NEWEST, RISK_NEWEST = 52, 104
"""Past errors that count: a year for the band, so that it follows a changed life; two for a chance."""
PACE = 0.05
DISTINCT = 1.2
"""Windows that overlap by less than this part of their length say something new."""
FEWEST_TESTS = 8
MUCH_WORSE = 1.05
RISK_DAYS = 30


@dataclass(frozen=True, slots=True, eq=False)
class Fan:
    """`reach` [days] or None before six months of history; `errors` of complete 30-day paths [origins, 30]."""

    reach: Floats | None
    errors: Floats
    backtests: tuple[Backtest, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """`said`, `came` (NaN where not known yet) and `simple`, the naive line: [origins, days ahead], oldest first.

    `days` of history; `monthly`: what leaves in a month.
    """

    said: Floats
    came: Floats
    simple: Floats
    days: int
    monthly: float


def fan(past: Past, horizon: int) -> Fan:
    """The band for so many days ahead, from how far off the past was."""
    said, came, simple, days, monthly = past.said, past.came, past.simple, past.days, past.monthly
    knots = [knot for knot in KNOTS if knot <= said.shape[1]]
    reach = np.zeros(len(knots))
    backtests = []
    for place, knot in enumerate(knots):
        errors = _known(np.abs(came - said)[:, knot - 1])
        widths = _widths(errors, len(said), days, knot, monthly)
        reach[place] = widths[-1]
        if knot in TESTED or knot == knots[-1] < TESTED[0]:
            backtests.append(_backtest(errors, _known(np.abs(came - simple)[:, knot - 1]), widths, knot))
    whole = came[:, :RISK_DAYS] - said[:, :RISK_DAYS]
    complete = whole[~np.isnan(whole).any(axis=1)][-RISK_NEWEST:]
    return Fan(_drawn(knots, reach, horizon) if days >= FEWEST_DAYS else None, complete, tuple(backtests))


def is_worse_than_naive(tests: tuple[Backtest, ...]) -> bool:
    """At the first horizon tested, by more than chance."""
    first = tests[0]
    return first.beats_naive is False and (first.error or 0.0) > MUCH_WORSE * (first.naive_error or 0.0)


def shortfall(path: Floats, errors: Floats, floor: float = 0.0) -> float | None:
    """The share of past error paths with which this path (balances, 30 days) falls below the floor; drawn towards one
    half by one path, None without any.
    """
    days = min(len(path), errors.shape[1])
    if not len(errors) or not days:
        return None
    lowest = (path[:days] + errors[:, :days]).min(axis=1)
    return float(((lowest < floor).sum() + 0.5) / (len(errors) + 1))


def _widths(errors: Floats, origins: int, days: int, knot: int, monthly: float) -> Floats:
    """The last entry is today's; the others those of the origins."""
    lag = -(-knot // STEP)
    seen = days - STEP * np.arange(origins, -1, -1)
    first = int(np.argmax(seen >= FEWEST_DAYS)) if (seen >= FEWEST_DAYS).any() else origins
    scale = np.full(origins + 1, monthly * (knot / PRIOR_DAYS) ** GROWTH)
    rule = Rule(lag=lag, first=first, prior=PRIOR, newest=NEWEST, pace=PACE, overlap=lag / DISTINCT)
    return adapted(errors, scale, rule)


def _known(errors: Floats) -> Floats:
    """Origins are in time order: those whose outcome is open come last."""
    return errors[~np.isnan(errors)]


def _backtest(errors: Floats, simple: Floats, widths: Floats, knot: int) -> Backtest:
    held, judged = coverage(errors, widths[:-1])
    mean = float(errors.mean()) if len(errors) else None
    naive = float(simple.mean()) if len(simple) else None
    enough = len(errors) >= FEWEST_TESTS and mean is not None and naive is not None
    return Backtest(
        horizon=knot,
        n=len(errors),
        error=mean,
        naive_error=naive,
        mase=mean / naive if mean is not None and naive else None,
        coverage=held / judged if judged else None,
        bands=judged,
        beats_naive=bool(mean is not None and naive is not None and mean < naive) if enough else None,
    )


def _drawn(knots: list[int], reach: Floats, horizon: int) -> Floats:
    """Never narrower than the day before, and growing past the last knot."""
    days = np.arange(1, horizon + 1)
    widths = np.interp(days, [0, *knots], [0.0, *np.maximum.accumulate(reach)])
    beyond = days > knots[-1]
    widths[beyond] = widths[min(knots[-1], horizon) - 1] * (days[beyond] / knots[-1]) ** GROWTH
    return np.asarray(widths, dtype=np.float64)
