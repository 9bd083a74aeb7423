"""What forecasts answer with. Amounts are signed minor units; bands are 80 %, None before six months of history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from advisory.analysis.findings import Backtest, Payment

VERSION = "forecasts@2"

MIX, KNOWN_AND_EVERYDAY, NAIVE = "mix", "known_and_everyday", "naive"
"""Which line is shown; `naive` where the others were no better on the user's own past."""


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One category (name "" = all together): one entry a month in `months` (first days). `ids`: the rows behind it."""

    name: str
    months: tuple[date, ...]
    mid: tuple[int, ...]
    low: tuple[int | None, ...]
    high: tuple[int | None, ...]
    method: str
    backtest: Backtest
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MonthForecast:
    version: str
    currency: str
    lines: tuple[MonthLine, ...]
    total: MonthLine


@dataclass(frozen=True, slots=True)
class CashLine:
    """The balance at the end of each day after today, of one account or (account "") of all in that currency.

    `lowest_day` is the day of the lowest middle, `lowest` and `lowest_low` the balance there and its low end.
    `shortfall`: probability that the balance falls below zero within 30 days, from the user's own past errors; None
    for a card and without a band. `is_short`: whether to warn. `ids`: rows behind the everyday part; those of the
    series stand in the payments.
    """

    account: str
    currency: str
    opening: int
    days: tuple[date, ...]
    mid: tuple[int, ...]
    low: tuple[int | None, ...]
    high: tuple[int | None, ...]
    lowest_day: date
    lowest: int
    lowest_low: int | None
    shortfall: float | None
    is_short: bool
    method: str
    backtests: tuple[Backtest, ...]
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CashForecast:
    """`accounts` those with a balance, `totals` one a currency."""

    version: str
    as_of: date
    accounts: tuple[CashLine, ...]
    totals: tuple[CashLine, ...]
    payments: tuple[Payment, ...]
