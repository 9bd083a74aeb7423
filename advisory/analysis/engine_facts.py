"""The figures of a whole analysis as facts: what carries rows is a sum or a count, everything else is made of those."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from advisory.analysis.bills.watch import Watched
from advisory.analysis.facts import FactBook, FactDraft
from advisory.analysis.findings import Alert, CashDay, CashForecast, Series
from advisory.analysis.formulas import FORMULAS
from advisory.analysis.payees import normalise
from advisory.analysis.per_year import PER_YEAR
from advisory.analysis.rows import Row, Rows
from transactions.ledger.columns import Share
from transactions.ledger.money import to_text
from transactions.ledger.period import Period

HORIZONS = (30, 60, 90, 365)
LATEST = 3
Named = dict[str, FactDraft]


@dataclass(frozen=True, slots=True)
class Figures:
    """Facts by what they speak of: one dict per series, alert and forecast, in the order of the findings. `whole`: over
    all series that run, by `subscriptions_year:` and currency."""

    series: tuple[Named, ...]
    alerts: tuple[Named, ...]
    forecasts: tuple[Named, ...]
    facts: tuple[FactDraft, ...]
    whole: Mapping[str, FactDraft] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Scribe:
    """Writes facts about rows into one book."""

    book: FactBook
    rows: Mapping[int, Row]

    def shares(self, ids: Iterable[int]) -> list[Share]:
        return [_share(self.rows[pk]) for pk in ids if pk in self.rows]

    def sum(self, metric: str, ids: Sequence[int], currency: str, **params: str) -> FactDraft:
        shares = self.shares(ids)
        return self.book.sum(metric, shares, _span(shares), currency, params)

    def one(self, metric: str, pk: int, **params: str) -> FactDraft:
        row = self.rows[pk]
        return self.sum(metric, [pk], row.currency, **params, booked=row.booking_date.isoformat())

    def found(  # noqa: PLR0917 (a figure has no fewer sides)
        self,
        metric: str,
        value: str,
        unit: str,
        period: Period,
        inputs: Sequence[FactDraft],
        engine: str,
        **params: str,
    ) -> FactDraft:
        """A figure that an engine found in the figures below it."""
        stated = {**params, "engine": engine, "found": value}
        return self.book.derive(metric, "found@1", unit, period, inputs=inputs, params=stated)


def figures_of(
    rows: Rows,
    series: Sequence[Series],
    alerts: Sequence[Alert],
    forecasts: Sequence[CashForecast],
    *,
    versions: Mapping[str, str],
    namespace: str,
    watched: Sequence[Watched] = (),
    counting: Sequence[bool] = (),
) -> Figures:
    """Facts of everything found; the same findings give the same facts with the same ids. `watched` and `counting`: of
    each series, what a look at it showed, and whether it counts."""
    by_id = {row.id: row for row in rows.rows}
    book = FactBook(namespace, {row.id: row.amount_minor for row in rows.rows})
    scribe = _Scribe(book, by_id)
    seen = watched or [Watched()] * len(series)
    of_series = [
        _of_series(scribe, one, versions["series"]) | _of_doubles(scribe, one, look)
        for one, look in zip(series, seen, strict=True)
    ]
    told = zip(series, of_series, strict=True)
    whole = _of_subscriptions(scribe, [one for one, counts in zip(told, counting, strict=False) if counts])
    of_alerts = tuple(_of_alert(scribe, one) for one in alerts)
    of_forecasts = tuple(_of_forecast(scribe, one) for one in forecasts)
    return Figures(tuple(of_series), of_alerts, of_forecasts, tuple(book.facts.values()), whole)


def _of_series(scribe: _Scribe, series: Series, version: str) -> Named:
    """Sum and count of its rows, its last rows one by one, what it usually is, a year of it, the next day."""
    about = {"payee": series.label}
    ids = [pk for pk in series.ids if pk in scribe.rows]
    if not ids:
        return _of_word(scribe, series, version) if series.anchor is not None else {}
    paid = scribe.sum("series_paid", ids, series.currency, **about)
    period = paid.period
    latest = [scribe.one("series_charge", pk, **about) for pk in ids[-LATEST:]]
    count = scribe.book.count("series_count", ids, period, about)
    amount = _usual(scribe, series, latest, version)
    found: Named = {"paid": paid, "count": count, "last": latest[-1], "amount": amount}
    return found | _ahead(scribe, series, amount, (paid,), version) | _of_price(scribe, series, ids)


def _ahead(scribe: _Scribe, series: Series, amount: FactDraft, inputs: Sequence[FactDraft], version: str) -> Named:
    """A year at the next amount, and the next day."""
    about, period = {"payee": series.label}, (inputs[0] if inputs else amount).period
    found: Named = {}
    if series.cadence in PER_YEAR:
        factor = {**about, "factor": str(PER_YEAR[series.cadence])}
        found["year"] = scribe.book.derive(
            "series_year", "times@1", series.currency, period, inputs=(amount,), params=factor
        )
    if series.next_date is not None:
        day = series.next_date.isoformat()
        found["next"] = scribe.found("series_next", day, "date", period, inputs, version, **about)
    return found


def _of_word(scribe: _Scribe, series: Series, version: str) -> Named:
    """Of a series that is only declared: what the user said of it, and a year of that."""
    said = {"payee": series.label, "stated": to_text(series.amount_minor, series.currency)}
    period = Period(series.first_date, series.first_date + timedelta(days=1))
    amount = scribe.book.derive("series_amount", "said@1", series.currency, period, params=said)
    return {"amount": amount, **_ahead(scribe, series, amount, (), version)}


def _of_doubles(scribe: _Scribe, series: Series, look: Watched) -> Named:
    """Both charges of each pair together, the oldest pair first."""
    about = {"payee": series.label}
    return {
        f"doubled_{place}": scribe.sum("series_doubled", one.ids, series.currency, **about)
        for place, one in enumerate(look.doubled)
    }


def _of_subscriptions(scribe: _Scribe, told: Sequence[tuple[Series, Named]]) -> Named:
    """What a year of all running subscriptions comes to, each currency for itself."""
    years = [
        (one.currency, named["year"])
        for one, named in told
        if one.role == "subscription" and one.is_running and "year" in named
    ]
    found: Named = {}
    for currency in sorted({code for code, _ in years}):
        parts = [fact for code, fact in years if code == currency]
        period = Period(min(fact.period.start for fact in parts), max(fact.period.end for fact in parts))
        found[f"subscriptions_year:{currency}"] = scribe.book.derive(
            "subscriptions_running_year", "total@1", currency, period, inputs=parts
        )
    return found


def _usual(scribe: _Scribe, series: Series, latest: Sequence[FactDraft], version: str) -> FactDraft:
    """The amount expected next: the last charge, or the middle one of the last, where it is one of these."""
    expected, about = to_text(series.amount_minor, series.currency), {"payee": series.label}
    if latest[-1].value == expected:
        return latest[-1]
    period = Period(latest[0].period.start, latest[-1].period.end)
    if FORMULAS["median@1"].compute(series.currency, {}, (), [fact.value for fact in latest]) == expected:
        return scribe.book.derive("series_amount", "median@1", series.currency, period, inputs=latest, params=about)
    return scribe.found("series_amount", expected, series.currency, period, latest, version, **about)


def _of_price(scribe: _Scribe, series: Series, ids: Sequence[int]) -> Named:
    """The charges on either side of each step, and the latest step."""
    found: Named = {}
    for place, step in enumerate(series.price_changes):
        sides = _sides(scribe, series, ids, step.date)
        if sides is not None:
            found |= {f"price_{place}_before": sides[0], f"price_{place}_after": sides[1]}
    last = len(series.price_changes) - 1
    if f"price_{last}_before" not in found:
        return found
    old, new = found[f"price_{last}_before"], found[f"price_{last}_after"]
    about = {"payee": series.label}
    step_fact = scribe.book.derive(
        "price_step", "difference@1", series.currency, new.period, inputs=(new, old), params=about
    )
    return found | {"price_before": old, "price_after": new, "price_step": step_fact}


def _sides(scribe: _Scribe, series: Series, ids: Sequence[int], day: date) -> tuple[FactDraft, FactDraft] | None:
    """The last charge before a day and the first one from it on."""
    before = [pk for pk in ids if scribe.rows[pk].booking_date < day]
    after = [pk for pk in ids if scribe.rows[pk].booking_date >= day]
    if not before or not after:
        return None
    about = {"payee": series.label}
    return scribe.one("series_charge", before[-1], **about), scribe.one("series_charge", after[0], **about)


def _of_alert(scribe: _Scribe, alert: Alert) -> Named:
    ids = [pk for pk in alert.ids if pk in scribe.rows]
    peers = [pk for pk in alert.peers if pk in scribe.rows]
    if not ids:
        return _of_peers(scribe, peers)
    about = [(pk, {"payee": _name(scribe.rows[pk])}) for pk in ids]
    found = {"amount": scribe.one("movement", about[-1][0], **about[-1][1])}
    if len(ids) > 1:
        found["first"] = scribe.one("movement", about[0][0], **about[0][1])
    return found | _of_peers(scribe, peers)


def _of_peers(scribe: _Scribe, peers: Sequence[int]) -> Named:
    """How many rows it was held against, and the middle and the largest of them, where they share a currency."""
    shares = scribe.shares(peers)
    if not shares:
        return {}
    period, found = _span(shares), {}
    found["peers"] = scribe.book.count("alert_peers", [share.transaction_id for share in shares], period)
    if len({share.currency for share in shares}) == 1:
        unit = shares[0].currency
        found["usual"] = scribe.book.derive("usual_amount", "median-amount@1", unit, period, shares=shares)
        found["largest"] = scribe.book.derive("past_largest", "largest-amount@1", unit, period, shares=shares)
    return found


def _of_forecast(scribe: _Scribe, forecast: CashForecast) -> Named:
    """What all accounts of a currency rest on, what is said of each horizon, and of the lowest day within a month."""
    if forecast.account:
        return {}
    evidence = sorted({one.evidence_id for one in forecast.payments})
    bases = {"everyday": forecast.row_ids, "scheduled": evidence}
    found: Named = {
        name: scribe.sum(f"forecast_{name}", present, forecast.currency)
        for name, ids in bases.items()
        if (present := [pk for pk in ids if pk in scribe.rows and scribe.rows[pk].currency == forecast.currency])
    }
    inputs = tuple(found.values())
    days = {day.day: day for day in forecast.days}
    for horizon in HORIZONS:
        day = days.get(forecast.as_of + timedelta(days=horizon))
        if day is not None:
            found |= _of_day(scribe, forecast, day, f"day_{horizon}", inputs)
    lowest = forecast.lowest
    return found | (_of_day(scribe, forecast, lowest, "lowest", inputs) if lowest is not None else {})


def _of_day(scribe: _Scribe, forecast: CashForecast, day: CashDay, name: str, inputs: Sequence[FactDraft]) -> Named:
    about = {"day": day.day.isoformat(), **({"account": forecast.account} if forecast.account else {})}
    bounds = {"mid": day.mid_minor, "low": day.low_minor, "high": day.high_minor}
    period = Period(forecast.as_of + timedelta(days=1), day.day + timedelta(days=1))
    return {
        f"{name}_{bound}": scribe.found(
            f"cash_{bound}",
            to_text(minor, forecast.currency),
            forecast.currency,
            period,
            inputs,
            forecast.version,
            **about,
        )
        for bound, minor in bounds.items()
        if minor is not None
    }


def _share(row: Row) -> Share:
    return Share(row.id, row.booking_date, row.amount_minor, row.currency, 0, payee_name=_name(row))


def _name(row: Row) -> str:
    """Who a row was with as people say it, on one line and no longer than a label may be."""
    said = normalise(row.text, row.counterparty).brand or " ".join((row.counterparty or row.text).split())
    return said[:120] or "an unnamed payee"


def _span(shares: Sequence[Share]) -> Period:
    days = [share.booking_date.toordinal() for share in shares]
    return Period(date.fromordinal(min(days)), date.fromordinal(max(days) + 1))
