"""Recurring series: subscriptions, bills, income, instalments and saving, found by their rhythm and their amounts."""

from advisory.analysis.findings import PriceChange, Series
from advisory.analysis.series.detect import detect_series
from advisory.analysis.series.series import VERSION, Known

__all__ = ["VERSION", "Known", "PriceChange", "Series", "detect_series"]
