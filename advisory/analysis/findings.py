"""What the engines hand to the shell: frozen findings, every one with the ids of the rows it was found in.

Money is in minor units of the row's own currency, signed as the ledger is (leaving is negative). Days are dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MONTH_DAYS = 30


@dataclass(frozen=True, slots=True)
class Guess:
    """A category for one row. `category` is empty where the engine abstains; `confidence` is a probability. `is_sure`:
    it may be applied as a suggestion; everything else is for the user to choose.

    `candidates` holds (category, probability), the likeliest first. `evidence_ids`: rows of the own history.
    """

    id: int
    category: str
    confidence: float
    reason: str
    runner_up: str = ""
    candidates: tuple[tuple[str, float], ...] = ()
    source: str = ""
    evidence_ids: tuple[int, ...] = ()
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class PriceChange:
    """A new level that the amounts of a series took on this day."""

    date: date
    from_minor: int
    to_minor: int


@dataclass(frozen=True, slots=True)
class Series:
    """One stream of payments that come back. `first_date` and `last_date` are those of its rows; `next_from` and
    `next_until` bound the next day, both included."""

    ids: tuple[int, ...]
    payee_key: str
    label: str
    currency: str
    account: str
    cadence: str
    role: str
    status: str
    day: int
    first_date: date
    last_date: date
    next_date: date | None
    next_from: date | None
    next_until: date | None
    amount_minor: int
    amount_low: int
    amount_high: int
    price_changes: tuple[PriceChange, ...] = ()
    missed: int = 0
    late: int = 0
    notes: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Alert:
    """Something worth a look. `ids` are the rows it is about, the one that raised it last, `peers` those they were held
    against; `amount_minor` what is at stake, without a sign."""

    type: str
    ids: tuple[int, ...]
    peers: tuple[int, ...]
    p_value: float
    score: float
    amount_minor: int
    reason: str


@dataclass(frozen=True, slots=True)
class CashDay:
    """The end of one day to come. `low` and `high` are absent where no band can be given."""

    day: date
    mid_minor: int
    low_minor: int | None = None
    high_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Backtest:
    """How the same method did on the own past at `horizon` (days for cash, months for categories).

    `coverage`: the part of past bands that held; `n`: forecasts held against what came. None where that says nothing.
    """

    horizon: int
    n: int = 0
    mase: float | None = None
    coverage: float | None = None
    beats_naive: bool | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """A booking that a series will bring; `evidence_id` is the last one before it."""

    day: date
    amount_minor: int
    account: str
    evidence_id: int


@dataclass(frozen=True, slots=True)
class CashForecast:
    """One currency's money, day by day after `as_of`. `account` is empty for all accounts together.

    `is_change`: no balance was known, so the days hold what is added. `shortfall`: probability to fall below zero in a
    month, None where nobody can say; `is_short`: it is worth a word. `row_ids`: what the everyday part rests on;
    `payments`: what series bring. `method` is `naive` where that did better on the own past.
    """

    currency: str
    account: str
    as_of: date
    is_change: bool
    start_minor: int
    days: tuple[CashDay, ...]
    backtests: tuple[Backtest, ...]
    row_ids: tuple[int, ...]
    payments: tuple[Payment, ...]
    version: str
    method: str = ""
    shortfall: float | None = None
    is_short: bool = False

    @property
    def backtest(self) -> Backtest:
        """That of a month, or the nearest to it."""
        return min(self.backtests, key=lambda one: abs(one.horizon - MONTH_DAYS), default=Backtest(MONTH_DAYS))

    @property
    def lowest(self) -> CashDay | None:
        return min(self.days, key=lambda day: (day.mid_minor, day.day), default=None)


@dataclass(frozen=True, slots=True)
class MonthsAhead:
    """The sum of each month to come in one category (`category` empty: all together), by first day of the month."""

    currency: str
    category: str
    months: tuple[date, ...]
    mid: tuple[int, ...]
    low: tuple[int | None, ...]
    high: tuple[int | None, ...]
    method: str
    backtest: Backtest
    row_ids: tuple[int, ...]
