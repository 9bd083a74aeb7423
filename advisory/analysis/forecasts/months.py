"""Months ahead by category: what the series will bring plus the mix of three simple methods for the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from advisory.analysis.findings import Backtest
from advisory.analysis.forecasts.bands import Rule, adapted, coverage
from advisory.analysis.forecasts.known import Stream, due_until
from advisory.analysis.forecasts.lines import START, Floats, mixed, naive, same_month
from advisory.analysis.forecasts.results import MIX, NAIVE, VERSION, MonthForecast, MonthLine
from advisory.analysis.forecasts.table import MonthTable, next_month

FEWEST_MONTHS = 6
"""Months of history before a band is shown."""
PRIOR = np.array([0.02, 0.12, 0.22, 0.34, 0.48, 0.64, 0.84, 1.08, 1.42, 2.6])
"""Ten equally likely absolute errors in mean steps from month to month, measured on generated households to tune on."""
JUDGED = 3
"""Months ahead that the back-test looks at."""
FEWEST_TESTS = 12
MUCH_WORSE = 1.05
"""The naive line is shown where the mix was worse by more than this: less is chance."""


@dataclass(frozen=True, slots=True, eq=False)
class Rolled:
    """One line at all origins: `values` by month; `said` (what is shown) and `reach` [origins, horizon]. Nothing in a
    row knows what came after its origin. `method`: of the last row.
    """

    values: Floats
    said: Floats
    method: str
    reach: Floats
    backtest: Backtest


def forecast_months(
    table: MonthTable, horizon: int = 12, *, known: Mapping[str, Sequence[Stream]] | None = None
) -> MonthForecast:
    """Middle and 80 % band of every name and of all together, for `horizon` months after the table's last.

    `known`: the recurring series behind a name, whose ids are among the table's. Bands of the whole come from the
    errors of the whole, never from adding bands. With fewer than three full months there is nothing to say: no lines.
    """
    count = len(table.months)
    if count < START:
        empty = Backtest(1, 0, None, None, None, None, 0, None)
        return MonthForecast(VERSION, table.currency, (), MonthLine("", (), (), (), (), MIX, empty, ()))
    ahead = tuple(next_month(table.months[-1], by) for by in range(1, horizon + 1))
    rolled = [
        roll_line(table.totals[place].astype(np.float64), table.months, (known or {}).get(name, ()), horizon)
        for place, name in enumerate(table.names)
    ]
    lines = tuple(_line(name, ahead, one, ids) for name, one, ids in zip(table.names, rolled, table.ids, strict=True))
    values = table.totals.sum(axis=0).astype(np.float64)
    whole = judged(
        values, sum((one.said for one in rolled), np.zeros((count - START + 1, horizon))), horizon, is_sum=True
    )
    return MonthForecast(VERSION, table.currency, lines, _line("", ahead, whole, tuple(sorted(sum(table.ids, ())))))


def roll_line(values: Floats, months: Sequence[date], streams: Sequence[Stream], horizon: int) -> Rolled:
    """One line from its monthly sums (oldest first) and the series within them."""
    if not streams:
        return judged(values, mixed(values, horizon), horizon)
    part = _booked(streams, months)
    said = mixed(values - part, horizon) + _expected(streams, months, horizon)
    return judged(values, said, horizon)


def judged(values: Floats, mix: Floats, horizon: int, *, is_sum: bool = False) -> Rolled:
    """The mix held against what came; the naive line instead where it had done better. A sum keeps to its parts."""
    simple = _first_unless(naive(values, horizon), same_month(values, horizon), values, 1.0)[0]
    said, is_naive = (mix, False) if is_sum else _first_unless(mix, simple, values, MUCH_WORSE)
    reach = reaches(values, said)
    tests = _tests(values, horizon)
    held, bands = _coverage(values, said, reach)
    error, simple_error = _mean_error(values, said), _mean_error(values, simple)
    step = float(np.abs(np.diff(values)).mean())
    backtest = Backtest(
        horizon=min(JUDGED, horizon),
        n=tests,
        error=error if tests else None,
        naive_error=simple_error if tests else None,
        mase=error / step if tests and step else None,
        coverage=held / bands if bands else None,
        bands=bands,
        beats_naive=_mean_error(values, mix) < simple_error if tests >= FEWEST_TESTS else None,
    )
    return Rolled(values, said, NAIVE if is_naive else MIX, reach, backtest)


def _first_unless(first: Floats, second: Floats, values: Floats, factor: float) -> tuple[Floats, bool]:
    """The first line, but the second at origins where the first had been off by more than `factor` times as much; and
    whether that is so at the last one.
    """
    counts, errors = _known_errors(values, first)
    _, others = _known_errors(values, second)
    is_second = (counts >= FEWEST_TESTS) & (errors > factor * others)
    return np.where(is_second[:, None], second, first), bool(is_second[-1])


def _known_errors(values: Floats, said: Floats) -> tuple[Floats, Floats]:
    """By origin: the number of outcomes known then, up to three months ahead, and the sum of their absolute errors."""
    counts, sums = np.zeros(len(said)), np.zeros(len(said))
    for ahead in range(min(JUDGED, said.shape[1])):
        errors = np.abs(errors_at(values, said, ahead))
        errors[: FEWEST_MONTHS - START] = 0.0
        known = np.clip(np.arange(len(said)) - ahead, 0, None)
        sums += np.concatenate([[0.0], np.cumsum(errors)])[known]
        counts += np.clip(known - (FEWEST_MONTHS - START), 0, None)
    return counts, sums


def reaches(values: Floats, said: Floats) -> Floats:
    """Half widths around `said`, [origins, horizon]; NaN before six months of history."""
    steps = np.cumsum(np.abs(np.diff(values)))[START - 2 :] / np.arange(START - 1, len(values))
    columns = []
    for ahead in range(said.shape[1]):
        rule = Rule(lag=ahead + 1, first=FEWEST_MONTHS - START, prior=PRIOR)
        columns.append(adapted(np.abs(errors_at(values, said, ahead)), steps, rule))
    return np.stack(columns, axis=1)


def errors_at(values: Floats, said: Floats, ahead: int) -> Floats:
    """What came minus what was said for the month `ahead` months after the next, by origin, as far as known."""
    known = max(0, len(values) - START - ahead)
    return values[START + ahead :] - said[:known, ahead]


def _mean_error(values: Floats, said: Floats) -> float:
    """Over the origins from six months on, up to three months ahead; 0 where nothing is known."""
    errors = [
        np.abs(errors_at(values, said, ahead))[FEWEST_MONTHS - START :] for ahead in range(min(JUDGED, said.shape[1]))
    ]
    together = np.concatenate(errors)
    return float(together.mean()) if len(together) else 0.0


def _tests(values: Floats, horizon: int) -> int:
    return sum(max(0, len(values) - FEWEST_MONTHS - ahead) for ahead in range(min(JUDGED, horizon)))


def _coverage(values: Floats, said: Floats, reach: Floats) -> tuple[int, int]:
    """(bands that held, bands with a known outcome), up to three months ahead."""
    counts = [
        coverage(np.abs(errors_at(values, said, ahead)), reach[:, ahead]) for ahead in range(min(JUDGED, said.shape[1]))
    ]
    return sum(held for held, _ in counts), sum(known for _, known in counts)


def _booked(streams: Sequence[Stream], months: Sequence[date]) -> Floats:
    """What the series brought, by month."""
    places = {month: place for place, month in enumerate(months)}
    sums = np.zeros(len(months))
    for stream in streams:
        for day, minor in zip(stream.days, stream.minors, strict=True):
            place = places.get(date.fromordinal(day).replace(day=1))
            if place is not None:
                sums[place] += minor
    return sums


def _expected(streams: Sequence[Stream], months: Sequence[date], horizon: int) -> Floats:
    """[origins, horizon]: what the series promised, as seen from the end of each month."""
    said = np.zeros((len(months) - START + 1, horizon))
    for place in range(len(said)):
        following = next_month(months[START + place - 1])
        last_day = (following - timedelta(days=1)).toordinal()
        begin = following.year * 12 + following.month
        until = next_month(following, horizon).toordinal() - 1
        for stream in streams:
            for one in due_until(stream.seen_from(last_day), until):
                day = date.fromordinal(one.day)
                said[place, day.year * 12 + day.month - begin] += one.minor
    return said


def _line(name: str, ahead: tuple[date, ...], rolled: Rolled, ids: tuple[int, ...]) -> MonthLine:
    said, reach = rolled.said[-1], rolled.reach[-1]
    has_band = not np.isnan(reach[0])
    return MonthLine(
        name=name,
        months=ahead,
        mid=tuple(round(value) for value in said.tolist()),
        low=tuple(round(value) if has_band else None for value in np.nan_to_num(said - reach).tolist()),
        high=tuple(round(value) if has_band else None for value in np.nan_to_num(said + reach).tolist()),
        method=rolled.method,
        backtest=rolled.backtest,
        ids=ids,
    )
