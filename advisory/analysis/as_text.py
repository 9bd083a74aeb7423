"""An analysis in a few lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from advisory.analysis.engine import Analysis
from advisory.analysis.findings import CashForecast, Series
from transactions.ledger.money import to_text


def analysis_as_text(analysis: Analysis) -> str:
    """One line a finding; the JSON holds the rows behind each."""
    return "\n".join(_lines(analysis))


def _lines(analysis: Analysis) -> Iterator[str]:
    sure = sum(guess.is_sure for guess in analysis.guesses)
    yield f"As of {analysis.as_of.isoformat()}"
    yield f"Categories: {sure} of {len(analysis.guesses)} rows without one are sure enough to be applied."
    yield f"Transfers between own accounts: {len(analysis.transfers)}"
    yield f"Series: {len(analysis.series)}"
    for series in analysis.series:
        yield f"  {_series(series)}"
    kinds = Counter(alert.type for alert in analysis.alerts)
    yield f"Alerts: {len(analysis.alerts)}"
    for kind, count in sorted(kinds.items()):
        yield f"  {kind}: {count}"
    for forecast in analysis.forecasts:
        if not forecast.account:
            yield _forecast(forecast)


def _series(series: Series) -> str:
    due = f", next {series.next_date.isoformat()}" if series.next_date else ""
    amount = f"{to_text(series.amount_minor, series.currency)} {series.currency}"
    label = "".join(letter if letter.isprintable() else "?" for letter in series.label)[:40]
    return f"{label}: {amount} {series.cadence} {series.role}, {series.status}{due} ({len(series.ids)} rows)"


def _forecast(forecast: CashForecast) -> str:
    what = "change" if forecast.is_change else "balance"
    lowest = forecast.lowest
    said = (
        f"lowest {what} {to_text(lowest.mid_minor, forecast.currency)} on {lowest.day.isoformat()}"
        if lowest
        else "none"
    )
    proof = "it beats repeating the past" if forecast.backtest.beats_naive else "not shown to beat repeating the past"
    return f"Forecast {forecast.currency}: {said}; {proof}."
