"""Cash forecasts as a user would have got them on past days, and what came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from advisory.analysis.findings import Backtest
from advisory.analysis.forecasts import forecast_cash
from advisory.analysis.forecasts.results import CashLine
from advisory.analysis.rows import Rows
from advisory.analysis.series import detect_series
from advisory.analysis.transfers import pair_transfers
from benchmarks.scores.households.build import Household
from benchmarks.scores.households.entries import CURRENT

MONTHS = 36
DAYS_BACK = (90, 180, 270, 360)
"""Past days that a household is forecast from, counted back from its last. From the first of them its own back-test is
read as well."""
TESTED = (30, 60, 90)
RISK_DAYS = 30


@dataclass(frozen=True, slots=True)
class CashCase:
    """One forecast of one household. Errors are shares of a month's spending, by days ahead: of the forecast, of the
    middle one of past 30-day sums and of the last window again. `tests`: what the forecast says of its own past.
    `is_warned`, `is_short`: the current account was said
    to fall, and fell, below zero within 30 days; None where it was there already. `is_naive_short`: what the naive
    line says.
    """

    owner: int
    size: float
    errors: tuple[float, ...]
    median_errors: tuple[float, ...]
    repeat_errors: tuple[float, ...]
    held: tuple[bool, ...]
    tests: tuple[Backtest, ...]
    is_warned: bool
    is_naive_short: bool
    is_short: bool | None


def cash_cases(home: Household, days_back: tuple[int, ...] = DAYS_BACK) -> Iterator[CashCase]:
    moved = {number for pair in home.truth.transfers for number in pair}
    for back in days_back:
        day = home.as_of - timedelta(days=back)
        seen = home.rows.before(day + timedelta(days=1))
        paired = {number for pair in pair_transfers(seen) for number in pair}
        rows = Rows.of(replace(row, is_transfer=row.id in paired) for row in seen.rows)
        balances = {name: minor + _sum(rows, name) for name, minor in home.opening.items()}
        said = forecast_cash(rows, detect_series(rows, day), balances, day, TESTED[-1])
        spent = -sum(row.amount_minor for row in rows.rows if row.amount_minor < 0 and row.id not in moved)
        monthly = spent / len(set(range(int(rows.days[0]), day.toordinal() + 1))) * 30.44
        yield _case(home, day, said.totals[0], next(line for line in said.accounts if line.account == CURRENT), monthly)


def _case(home: Household, day: date, total: CashLine, current: CashLine, monthly: float) -> CashCase:
    came = _changes(home, day, "")
    own = current.opening + _changes(home, day, CURRENT)[:RISK_DAYS]
    before = _sums_before(home, day, "")
    own_usual = float(np.median(_sums_before(home, day, CURRENT)))
    naive = current.opening + own_usual / 30 * np.arange(1, RISK_DAYS + 1)
    said = [total.mid[ahead - 1] - total.opening for ahead in TESTED]
    real = [float(came[ahead - 1]) for ahead in TESTED]
    repeated = [float(before[: ahead // 30].sum()) for ahead in TESTED]
    held = []
    for ahead, change in zip(TESTED, real, strict=True):
        low, high = total.low[ahead - 1], total.high[ahead - 1]
        held.append(low is not None and high is not None and low <= total.opening + change <= high)
    return CashCase(
        owner=home.seed,
        size=monthly / max(1, abs(_level(home))),
        errors=tuple(abs(one - other) / monthly for one, other in zip(said, real, strict=True)),
        median_errors=tuple(
            abs(float(np.median(before)) * ahead / 30 - change) / monthly
            for ahead, change in zip(TESTED, real, strict=True)
        ),
        repeat_errors=tuple(abs(one - other) / monthly for one, other in zip(repeated, real, strict=True)),
        held=tuple(held),
        tests=total.backtests,
        is_warned=current.is_short,
        is_naive_short=bool(naive.min() < 0),
        is_short=bool(own.min() < 0) if current.opening >= 0 else None,
    )


def _level(home: Household) -> float:
    """So that households in yen and in euros can be sorted by what they spend."""
    return float(np.median(np.abs(home.rows.minors)))


def _sum(rows: Rows, account: str) -> int:
    return sum(row.amount_minor for row in rows.rows if row.account == account)


def _daily(home: Household, account: str, first: int, days: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    wanted = np.array([not account or row.account == account for row in home.rows.rows])
    places = home.rows.days - first
    chosen = wanted & (places >= 0) & (places < days)
    return np.bincount(places[chosen], home.rows.minors[chosen].astype(np.float64), days).astype(np.float64)


def _changes(home: Household, day: date, account: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.cumsum(_daily(home, account, day.toordinal() + 1, TESTED[-1]))


def _sums_before(home: Household, day: date, account: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The twelve 30-day sums before that day, the newest first."""
    daily = _daily(home, account, day.toordinal() + 1 - 360, 360)
    return np.asarray(daily.reshape(12, 30).sum(axis=1)[::-1], dtype=np.float64)
