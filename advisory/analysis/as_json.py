"""An analysis as plain JSON values, with the ids that the rows had in their file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from advisory.analysis.engine import Analysis
from advisory.analysis.engine_facts import HORIZONS
from advisory.analysis.facts import FactDraft
from advisory.analysis.findings import Alert, Backtest, CashDay, CashForecast, Guess, MonthsAhead, Series
from advisory.analysis.rowfiles import RowId
from transactions.ledger.money import to_text

Names = Mapping[int, RowId]


def analysis_as_json(analysis: Analysis, names: Names) -> dict[str, Any]:
    """{as_of, categories, recurring, alerts, transfers, forecast, facts, versions}; amounts are decimal strings."""
    return {
        "as_of": analysis.as_of.isoformat(),
        "categories": {str(names[guess.id]): _guess(guess, names) for guess in analysis.guesses},
        "recurring": [_series(one, names) for one in analysis.series],
        "alerts": [_alert(one, names) for one in analysis.alerts],
        "transfers": [_named(pair, names) for pair in analysis.transfers],
        "forecast": _forecast(analysis, names),
        "facts": [_fact(fact, names) for fact in analysis.facts],
        "versions": dict(analysis.versions),
    }


def _named(ids: Iterable[int], names: Names) -> list[RowId]:
    return [names[pk] for pk in ids]


def _guess(guess: Guess, names: Names) -> dict[str, Any]:
    """`category`: the likeliest, null where even that says nothing. `is_sure`: it may be applied without asking."""
    return {
        "category": guess.category or None,
        "confidence": round(guess.confidence, 4),
        "reason": guess.reason,
        "is_sure": guess.is_sure,
        "source": guess.source,
        "candidates": [{"category": name, "confidence": round(share, 4)} for name, share in guess.candidates],
        "evidence": _named(guess.evidence_ids, names),
    }


def _series(series: Series, names: Names) -> dict[str, Any]:
    def money(minor: int) -> str:
        return to_text(minor, series.currency)

    return {
        "ids": _named(series.ids, names),
        "label": series.label,
        "payee": series.payee_key,
        "account": series.account,
        "currency": series.currency,
        "cadence": series.cadence,
        "role": series.role,
        "status": series.status,
        "next_date": _day(series.next_date),
        "next_from": _day(series.next_from),
        "next_until": _day(series.next_until),
        "amount": money(series.amount_minor),
        "amount_low": money(series.amount_low),
        "amount_high": money(series.amount_high),
        "price_changes": [
            {"date": step.date.isoformat(), "from": money(step.from_minor), "to": money(step.to_minor)}
            for step in series.price_changes
        ],
        "missed": series.missed,
        "late": series.late,
        "notes": list(series.notes),
        "confidence": round(series.confidence, 4),
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day is not None else None


def _alert(alert: Alert, names: Names) -> dict[str, Any]:
    return {
        "type": alert.type,
        "ids": _named(alert.ids, names),
        "peers": _named(alert.peers, names),
        "score": round(alert.score, 4),
        "p_value": alert.p_value,
        "reason": alert.reason,
    }


def _forecast(analysis: Analysis, names: Names) -> dict[str, Any]:
    """By currency: the days to come for all accounts together, the horizons, and how the method did in the past."""
    totals = [one for one in analysis.forecasts if not one.account]
    return {
        one.currency: {
            **forecast_as_json(one, analysis.forecasts, names),
            "months": [months_as_json(line) for line in analysis.months if line.currency == one.currency],
        }
        for one in totals
    }


def forecast_as_json(total: CashForecast, every: Iterable[CashForecast], names: Names) -> dict[str, Any]:
    """One currency's forecast with those of its accounts. An id without a name stands for itself."""
    accounts = [one for one in every if one.account and one.currency == total.currency]
    return {
        **_cash(total),
        "is_change": total.is_change,
        "shortfall": total.shortfall,
        "method": total.method,
        "backtest": backtest_as_json(total.backtest),
        "backtests": [backtest_as_json(one) for one in total.backtests],
        "payments": [
            {
                "date": one.day.isoformat(),
                "amount": to_text(one.amount_minor, total.currency),
                "account": one.account,
                "evidence": names.get(one.evidence_id, one.evidence_id),
            }
            for one in total.payments
        ],
        "version": total.version,
        "accounts": {one.account: _cash(one) for one in accounts},
    }


def backtest_as_json(one: Backtest) -> dict[str, Any]:
    return {
        "horizon": one.horizon,
        "mase": rounded(one.mase),
        "coverage": rounded(one.coverage),
        "n": one.n,
        "beats_naive": one.beats_naive,
    }


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def months_as_json(line: MonthsAhead) -> dict[str, Any]:
    """One category's months to come; `category` is null for all together."""
    return {
        "category": line.category or None,
        "method": line.method,
        "backtest": backtest_as_json(line.backtest),
        "months": [
            {"month": f"{month:%Y-%m}", **_bounds(line.currency, low, mid, high)}
            for month, low, mid, high in zip(line.months, line.low, line.mid, line.high, strict=True)
        ],
    }


def _bounds(currency: str, low: int | None, mid: int, high: int | None) -> dict[str, str | None]:
    bounds = {"low": low, "mid": mid, "high": high}
    return {name: None if minor is None else to_text(minor, currency) for name, minor in bounds.items()}


def _cash(forecast: CashForecast) -> dict[str, Any]:
    days = {(day.day - forecast.as_of).days: day for day in forecast.days}
    return {
        "start": to_text(forecast.start_minor, forecast.currency),
        "horizons": {
            str(horizon): cash_day_as_json(days[horizon], forecast.currency) for horizon in HORIZONS if horizon in days
        },
        "lowest": cash_day_as_json(forecast.lowest, forecast.currency) if forecast.lowest else None,
        "daily": [cash_day_as_json(day, forecast.currency) for day in forecast.days],
    }


def cash_day_as_json(day: CashDay, currency: str) -> dict[str, Any]:
    return {"date": day.day.isoformat(), **_bounds(currency, day.low_minor, day.mid_minor, day.high_minor)}


def _fact(fact: FactDraft, names: Names) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": fact.id,
        "metric": fact.metric,
        "kind": fact.kind,
        "value": fact.value,
        "unit": fact.unit,
        "period": {"start": fact.period.start.isoformat(), "end": fact.period.last_day.isoformat()},
        "formula": fact.formula,
        "params": dict(fact.params),
        "inputs": list(fact.inputs),
        "transactions": _named(fact.transactions, names),
    }
    return found
