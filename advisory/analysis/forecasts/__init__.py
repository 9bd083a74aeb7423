"""What comes: cash by day with its band, and months by category, each held against its own past."""

from advisory.analysis.findings import Backtest, Payment
from advisory.analysis.forecasts.cash import forecast_cash
from advisory.analysis.forecasts.known import Promised, SeriesLike, Stream, streams_of
from advisory.analysis.forecasts.months import forecast_months
from advisory.analysis.forecasts.results import VERSION, CashForecast, CashLine, MonthForecast, MonthLine
from advisory.analysis.forecasts.table import MonthTable, month_table

__all__ = [
    "VERSION",
    "Backtest",
    "CashForecast",
    "CashLine",
    "MonthForecast",
    "MonthLine",
    "MonthTable",
    "Payment",
    "Promised",
    "SeriesLike",
    "Stream",
    "forecast_cash",
    "forecast_months",
    "month_table",
    "streams_of",
]
