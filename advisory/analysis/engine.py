"""All engines over one household's rows, in the one order in which they need each other. Pure: no clock, no database.

Transfers first, since a transfer is neither spending nor income; then categories; then series, as the user has settled
them; then alerts and the forecast, which lean on the series; then the facts that carry every figure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from advisory.analysis.alerts import VERSION as ALERTS_VERSION
from advisory.analysis.alerts import Feedback, find_alerts
from advisory.analysis.bills.watch import Watched, watch_series
from advisory.analysis.categorise import VERSION as CATEGORIES_VERSION
from advisory.analysis.categorise import Categoriser, Example, load_model
from advisory.analysis.decisions import KnownSeries, Settled, settle_series
from advisory.analysis.engine_facts import Figures, figures_of
from advisory.analysis.engine_forecast import cash_ahead, months_ahead
from advisory.analysis.facts import FactDraft
from advisory.analysis.findings import Alert, CashForecast, Guess, MonthsAhead, Series
from advisory.analysis.forecasts import VERSION as FORECAST_VERSION
from advisory.analysis.own_payee import told_by_payee
from advisory.analysis.rows import Row, Rows
from advisory.analysis.series import VERSION as SERIES_VERSION
from advisory.analysis.series import Known, detect_series
from advisory.analysis.series.keys import household_keys
from advisory.analysis.transfers import pair_transfers

HORIZON_DAYS = 365
DEFAULT_BUDGET = 1.0

Balances = Mapping[str, int]
"""Account -> minor units at the end of the last day seen."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rows alone do not say. `known`: series of before, with the user's word that stands over what is found.

    `budget`: false alarms a month that are bearable; `feedback` moves it by what was answered. `namespace` goes into
    the ids of facts. `wanted`: ids of rows to find a category for; None means all without one. `categories`: all the
    user has. `suggested`: row id to a category that nobody has confirmed, which counts where months are forecast.
    """

    balances: Balances | None = None
    known: tuple[KnownSeries, ...] = ()
    budget: float = DEFAULT_BUDGET
    feedback: Feedback | None = None
    namespace: str = ""
    wanted: Collection[int] | None = None
    categories: Sequence[str] = ()
    suggested: Mapping[int, str] | None = None
    horizon_days: int = HORIZON_DAYS


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that was found in the rows up to `as_of`, and the figures that stand behind it."""

    as_of: date
    guesses: tuple[Guess, ...]
    settled: tuple[Settled, ...]
    alerts: tuple[Alert, ...]
    transfers: tuple[tuple[int, int], ...]
    forecasts: tuple[CashForecast, ...]
    months: tuple[MonthsAhead, ...]
    figures: Figures
    versions: Mapping[str, str]
    watched: tuple[Watched, ...] = ()

    @property
    def series(self) -> tuple[Series, ...]:
        """Those that count and have rows: what the user ignores, or made a part of another, is left out."""
        return tuple(one.series for one in self.settled if one.counts and one.series.is_booked)

    @property
    def facts(self) -> tuple[FactDraft, ...]:
        return self.figures.facts


VERSIONS: Mapping[str, str] = {
    "transfers": "transfers@1",
    "categories": CATEGORIES_VERSION,
    "series": SERIES_VERSION,
    "bills": "bills@1",
    "alerts": ALERTS_VERSION,
    "forecast": FORECAST_VERSION,
}


def analyse(rows: Rows, as_of: date, setting: Setting | None = None) -> Analysis:
    """`as_of` is the last day seen, included; what was booked later is not looked at."""
    setting = setting or Setting()
    seen = rows.before(as_of + timedelta(days=1))
    transfers = pair_transfers(seen)
    marked = with_transfers(seen, transfers)
    guesses = categorise(marked, setting.wanted, setting.categories)
    found = detect_series(marked, as_of, known=said_of(setting.known), pairs=transfers)
    settled = settle_series(found, setting.known, as_of, days_of(marked), marked.rows)
    counting = [one.series for one in settled if one.counts]
    booked = [one for one in counting if one.is_booked]
    alerts = find_alerts(marked, booked, as_of, budget_per_month=setting.budget, feedback=setting.feedback)
    forecasts = cash_ahead(marked, counting, setting.balances, as_of, setting.horizon_days)
    months = months_ahead(marked, counting, names_of(marked, guesses, setting.suggested), as_of)
    every = [one.series for one in settled]
    keys = dict(zip(marked.ids.tolist(), household_keys(marked, {}), strict=True))
    watched = watch_series(every, marked.rows, keys, as_of)
    figures = figures_of(
        marked, every, alerts, forecasts, versions=VERSIONS, namespace=setting.namespace, watched=watched,
        counting=[one.counts for one in settled],
    )  # fmt: skip
    return Analysis(as_of, guesses, settled, alerts, transfers, forecasts, months, figures, VERSIONS, watched)


def names_of(rows: Rows, guesses: Sequence[Guess], suggested: Mapping[int, str] | None) -> dict[int, str]:
    """Row id to category: the confirmed one, else what is suggested or guessed now."""
    open_names = {guess.id: guess.category for guess in guesses if guess.category} | dict(suggested or {})
    return open_names | {row.id: row.category for row in rows.rows if row.category}


def days_of(rows: Rows) -> dict[int, date]:
    return {row.id: row.booking_date for row in rows.rows}


def said_of(known: Sequence[KnownSeries]) -> Known:
    """What the user said, in the detector's words. What is ignored is still looked for: it must be known again."""
    return Known(
        confirmed=frozenset(one.found.payee_key for one in known if one.decision == "confirmed"),
        cancelled={one.found.payee_key: one.cancelled_on for one in known if one.cancelled_on is not None},
    )


def categorise(rows: Rows, wanted: Collection[int] | None = None, categories: Sequence[str] = ()) -> tuple[Guess, ...]:
    """A guess for each wanted row (None: all without a confirmed category), learned from those that have one."""
    chosen = None if wanted is None else set(wanted)
    places = [place for place, row in enumerate(rows.rows) if _is_asked(row, chosen)]
    if not places:
        return ()
    confirmed = [row for row in rows.rows if row.category]
    history = [Example.of(row) for row in confirmed]
    names = {one.category for one in history}
    if not categories and len(names) == 1 and not load_model().cards.is_spoken_in(names):
        # One category alone would be the answer to everything: the shipped model's own stand beside it.
        categories = load_model().labels
    asked = rows.take(places)
    guesses = Categoriser(history, categories=categories).categorise(asked)
    return told_by_payee(guesses, asked.rows, confirmed)


def _is_asked(row: Row, wanted: Collection[int] | None) -> bool:
    return row.id in wanted if wanted is not None else not row.category and not row.is_transfer


def with_transfers(rows: Rows, pairs: Collection[tuple[int, int]]) -> Rows:
    """The same rows, both sides of each pair marked as a transfer."""
    sides = {side for pair in pairs for side in pair}
    if not sides:
        return rows
    marked = tuple(replace(row, is_transfer=True) if row.id in sides else row for row in rows.rows)
    return replace(rows, rows=marked)
