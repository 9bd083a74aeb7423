"""Rows for tests of series: one charge a due day, on the days and with the amounts a test names."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from advisory.analysis.rows import Row

START = date(2024, 1, 1)
AS_OF = date(2025, 12, 31)


def month_day(months: int, day: int, start: date = START) -> date:
    """The day of the month so many months after the start, held to the month's length."""
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(years, month + 1, min(day, monthrange(years, month + 1)[1]))


def banking_day(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def monthly(day: int, months: Iterable[int] = range(24)) -> list[date]:
    return [banking_day(month_day(month, day)) for month in months]


def every(days: int, count: int, start: date = START) -> list[date]:
    return [start + timedelta(days=days * place) for place in range(count)]


def charges(
    days: Sequence[date],
    minors: int | Sequence[int],
    text: str = "Fernwick Ltd",
    *,
    first_id: int = 1,
    account: str = "A",
) -> list[Row]:
    """One row a day, ids counted from `first_id`; amounts signed, one for all or one each."""
    amounts = [minors] * len(days) if isinstance(minors, int) else list(minors)
    return [
        Row(first_id + place, day, amount, "EUR", account=account, text=text)
        for place, (day, amount) in enumerate(zip(days, amounts, strict=True))
    ]
