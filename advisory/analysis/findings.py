"""What the engines find: frozen, every one with the ids of the rows it was found in. Free of numpy, so that the web may
name it.

Money is in minor units of the row's own currency, signed as the ledger is (leaving is negative). Days are dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MONTH_DAYS = 30


APPLIED_FROM = 0.95
"""The precision target: at most one in twenty applied categories may be wrong."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The category of one row; empty where the engine abstains.

    `confidence`: the calibrated chance, 0 to 1, that `category` (or the first candidate, when abstaining) is right;
    `reason` in words for the user; `candidates`: up to three (category, share of the belief), best first; `source`:
    rule, own, similar, others, model or empty; `evidence_ids`: confirmed rows of the user that speak for it.
    """

    id: int
    category: str
    confidence: float
    reason: str
    runner_up: str = ""
    candidates: tuple[tuple[str, float], ...] = ()
    source: str = ""
    evidence_ids: tuple[int, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Sure enough to be applied and marked as suggested; everything else belongs into the review queue."""
        return bool(self.category) and self.confidence >= APPLIED_FROM


@dataclass(frozen=True, slots=True)
class PriceChange:
    """`date` is that of the first booking at the new level; amounts are signed minor units."""

    date: date
    from_minor: int
    to_minor: int

    @property
    def is_rise(self) -> bool:
        return abs(self.to_minor) > abs(self.from_minor)


@dataclass(frozen=True, slots=True)
class Series:
    """Bookings that one agreement brings in a rhythm.

    `ids` in order of days, `first_date` and `last_date` those of its rows. `cadence` one of the nine rhythms; `role`
    subscription, bill, income, instalment or saving; `status` early (running, fewer than three bookings), active,
    paused (one or two due days missed, one where the period is three months or longer) or ended. `day`: the usual day
    of the month, or of the week from 1 = Monday where the rhythm counts days. `next_date` with the band `next_from` to
    `next_until`, both included, is the next due day not yet booked, None once ended. `amount_minor` with its band: the
    next amount, signed. `missed`: due days without a booking, pauses apart; `late`: bookings far after their due day.
    `confidence` 0 to 1. By the user's word only: `ends_on`, after which nothing is due; `anchor`, a due day that the
    others of a declared series are counted from; its `category` by name. A declared series that nothing is booked of
    has one id below zero (see `bills.declared.mark_of`).
    """

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
    ends_on: date | None = None
    category: str = ""
    anchor: date | None = None

    @property
    def is_running(self) -> bool:
        return self.status in ("early", "active")

    @property
    def is_booked(self) -> bool:
        """At least one row is of it; else it is declared, and nothing has come yet."""
        return self.ids[:1] > (0,)


@dataclass(frozen=True, slots=True)
class Alert:
    """Rows worth a look. `ids`: the rows it is about, the one that raised it last (for a duplicate the first and the
    second charge, for missing income the last row before it); `peers`: the rows it was compared with. `p_value`: how
    likely something as odd is at this payee without any fault. `score` 0 to 1 ranks across types. `amount_minor`: what
    is at stake, unsigned.
    """

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
    """What the same method would have said in the past, held against what came.

    `error`: mean absolute error of the line shown, `naive_error` of the naive line, both in minor units at `horizon`
    (days for cash, months for categories); `mase`: `error` over the mean step from one month to the next (cash: over
    `naive_error`), None where there is no step. `coverage`: share of the `bands` past bands that held, None without
    any. `n`: forecasts held against what came. `beats_naive`: None where there were too few to say.
    """

    horizon: int
    n: int = 0
    error: float | None = None
    naive_error: float | None = None
    mase: float | None = None
    coverage: float | None = None
    bands: int = 0
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
