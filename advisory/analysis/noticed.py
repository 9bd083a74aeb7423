"""What is worth telling: alerts as the engine raised them, prices that changed lately, and money that may run short."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from advisory.analysis.carried.keys import key_of
from advisory.analysis.engine import Analysis
from advisory.analysis.facts import FactDraft
from advisory.analysis.findings import Alert, CashForecast, Series
from advisory.analysis.rows import Rows

# A new price is news for two billing periods of most contracts; later it is the price.
NEWS_DAYS = 62
LEAST_STEP = 0.01


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing to tell. `key` stays the same from run to run as long as it is about the same rows.

    `facts`: by the names that its words use. `amount_minor` is what it is about, signed.
    """

    kind: str
    key: str
    day: date
    currency: str
    amount_minor: int
    score: float
    p_value: float | None
    ids: tuple[int, ...]
    peers: tuple[int, ...]
    facts: Mapping[str, FactDraft]


@dataclass(frozen=True, slots=True)
class RowFacts:
    """Day, currency and signed amount of rows by id, for what an alert leaves open."""

    days: Mapping[int, date]
    minors: Mapping[int, int]
    currencies: Mapping[int, str]


def places_of(rows: Rows) -> RowFacts:
    return RowFacts(
        {row.id: row.booking_date for row in rows.rows},
        {row.id: row.amount_minor for row in rows.rows},
        {row.id: row.currency for row in rows.rows},
    )


def noticed_in(analysis: Analysis, rows: RowFacts) -> tuple[Noticed, ...]:
    """Everything to tell, the newest first."""
    figures = analysis.figures
    found = [
        _of_alert(rows, alert, named)
        for alert, named in zip(analysis.alerts, figures.alerts, strict=True)
        if any(pk in rows.days for pk in alert.ids)
    ]
    found += [
        _of_price(one.series, named)
        for one, named in zip(analysis.settled, figures.series, strict=True)
        if "price_step" in named and one.counts and _is_news(one.series, analysis.as_of)
    ]
    found += [
        _of_shortfall(one, named)
        for one, named in zip(analysis.forecasts, figures.forecasts, strict=True)
        if _runs_short(one)
    ]
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.kind, one.key)))


def _of_alert(rows: RowFacts, alert: Alert, named: Mapping[str, FactDraft]) -> Noticed:
    ids = [pk for pk in alert.ids if pk in rows.days]
    return Noticed(
        alert.type,
        key_of(alert.type, alert.ids),
        max(rows.days[pk] for pk in ids),
        rows.currencies[ids[-1]],
        -abs(alert.amount_minor) if rows.minors[ids[-1]] < 0 else abs(alert.amount_minor),
        alert.score,
        alert.p_value,
        alert.ids,
        alert.peers,
        named,
    )


def _is_news(series: Series, as_of: date) -> bool:
    step = series.price_changes[-1]
    is_recent = step.date > as_of - timedelta(days=NEWS_DAYS)
    size = abs(step.to_minor - step.from_minor) / max(abs(step.from_minor), 1)
    return is_recent and size >= LEAST_STEP and series.status != "ended"


def _of_price(series: Series, named: Mapping[str, FactDraft]) -> Noticed:
    step = series.price_changes[-1]
    before, after = named["price_before"], named["price_after"]
    ids = (*before.transactions, *after.transactions)
    return Noticed(
        "price_change",
        key_of("price_change", ids),
        step.date,
        series.currency,
        step.to_minor - step.from_minor,
        series.confidence,
        None,
        ids,
        series.ids,
        {name: named[name] for name in ("price_before", "price_after", "price_step")},
    )


def _runs_short(forecast: CashForecast) -> bool:
    """All accounts together may well fall below zero within a month; without a balance nobody can say."""
    return forecast.is_short and not forecast.account


def _of_shortfall(forecast: CashForecast, named: Mapping[str, FactDraft]) -> Noticed:
    """One a month and currency: the day moves a little with every run, and the answer to it should last."""
    lowest = forecast.lowest
    assert lowest is not None
    return Noticed(
        "shortfall",
        f"shortfall:{forecast.currency}:{lowest.day:%Y-%m}",
        forecast.as_of,
        forecast.currency,
        lowest.mid_minor,
        forecast.shortfall or 0.0,
        None,
        (),
        (),
        {name: fact for name, fact in named.items() if name.startswith("lowest")},
    )
