"""The forecasts of cash and of months, asked for a whole household and told in the words of the shell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from advisory.analysis.findings import CashDay, CashForecast, MonthsAhead, Series
from advisory.analysis.forecasts import CashForecast as Forecast
from advisory.analysis.forecasts import (
    CashLine,
    MonthLine,
    Promised,
    Stream,
    forecast_cash,
    forecast_months,
    month_table,
    streams_of,
)
from advisory.analysis.rows import Rows

MONTHS_AHEAD = 12
FEWEST_DAYS = 28
"""Four weeks: a shorter past holds no payday and no rent, and carrying it on says nothing."""


def cash_ahead(
    rows: Rows, series: Sequence[Series], balances: Mapping[str, int] | None, as_of: date, horizon_days: int
) -> tuple[CashForecast, ...]:
    """Totals by currency, each followed by its accounts. Without a balance of any account with rows these begin at
    zero, and what is told is the change: a loan written down by hand says nothing of the account that is lived on. None
    where the past is shorter than four weeks."""
    seen = {row.account for row in rows.rows}
    stated = {account: minor for account, minor in (balances or {}).items() if account in seen}
    known = stated or dict.fromkeys(sorted(seen), 0)
    if not known or as_of.toordinal() - int(rows.days[0]) < FEWEST_DAYS:
        return ()
    found = forecast_cash(rows, series, known, as_of, horizon_days)
    is_change = not stated
    lines: list[CashForecast] = []
    for total in found.totals:
        parts = [one for one in found.accounts if one.currency == total.currency]
        lines += [_line(found, one, is_change, {part.account for part in parts}) for one in (total, *parts)]
    return tuple(lines)


def _line(found: Forecast, line: CashLine, is_change: bool, accounts: set[str]) -> CashForecast:
    whose = {line.account} if line.account else accounts
    return CashForecast(
        currency=line.currency,
        account=line.account,
        as_of=found.as_of,
        is_change=is_change,
        start_minor=line.opening,
        days=tuple(map(CashDay, line.days, line.mid, line.low, line.high)),
        backtests=line.backtests,
        row_ids=line.ids,
        payments=tuple(one for one in found.payments if one.account in whose),
        version=found.version,
        method=line.method,
        shortfall=None if is_change else line.shortfall,
        is_short=line.is_short and not is_change,
    )


def months_ahead(
    rows: Rows, series: Sequence[Series], names: Mapping[int, str], as_of: date
) -> tuple[MonthsAhead, ...]:
    """For each currency all together first, then by category. `names`: row id to category; rows without one are left
    out of the categories, and of the whole with them."""
    streams = streams_of(rows, series, as_of.toordinal())
    currencies = {row.id: row.currency for row in rows.rows}
    found: list[MonthsAhead] = []
    for currency in sorted(set(currencies.values())):
        table = month_table(rows, as_of, names, currency)
        own = [one for one in streams if _currency(one, currencies) == currency]
        told = forecast_months(table, MONTHS_AHEAD, known=_by_name(own, names))
        lines = [told.total, *told.lines] if told.total.months else []
        found += [_months(currency, line) for line in lines]
    return tuple(found)


def _currency(stream: Stream, currencies: Mapping[int, str]) -> str:
    return stream.currency if isinstance(stream, Promised) else currencies[stream.ids[-1]]


def _by_name(streams: Sequence[Stream], names: Mapping[int, str]) -> dict[str, list[Stream]]:
    """Each series under the category of its newest row, where all of its rows have that one; a declared one without
    rows under its own."""
    found: defaultdict[str, list[Stream]] = defaultdict(list)
    for one in streams:
        every = {one.category} if isinstance(one, Promised) else {names.get(pk, "") for pk in one.ids}
        if len(every) == 1 and "" not in every:
            found[every.pop()].append(one)
    return dict(found)


def _months(currency: str, line: MonthLine) -> MonthsAhead:
    return MonthsAhead(
        currency, line.name, line.months, line.mid, line.low, line.high, line.method, line.backtest, line.ids
    )
