"""Balances over time from sums by day: what stood on an account at the end of a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from transactions.ledger.period import add_months

STEPS = ("day", "week", "month")
MOST_POINTS = 4000


@dataclass(frozen=True, slots=True)
class BalanceSeries:
    """One account's balance by day, in minor units. `opens_on` None: the opening balance counts since ever."""

    opening_minor: int
    opens_on: date | None
    days: tuple[date, ...]
    sums: tuple[int, ...]

    @classmethod
    def of(cls, opening_minor: int, opening_date: date | None, moved: Iterable[tuple[date, int]]) -> BalanceSeries:
        """`moved`: (day, sum of that day's rows). Without an opening date the account opens with its first row."""
        rows = sorted(moved)
        days = tuple(day for day, _ in rows)
        opens = opening_date if opening_date is not None else (days[0] if days else None)
        return cls(opening_minor, opens, days, tuple(accumulate(amount for _, amount in rows)))

    def at(self, day: date) -> int:
        """The balance at the end of the day."""
        index = bisect_right(self.days, day)
        opening = self.opening_minor if self.opens_on is None or day >= self.opens_on else 0
        return opening + (self.sums[index - 1] if index else 0)

    @property
    def now(self) -> int:
        """With every row, also those of days to come."""
        return self.opening_minor + (self.sums[-1] if self.sums else 0)


def sample_days(start: date, end: date, step: str) -> list[date]:
    """The days at whose end a balance is shown, both ends included: every day, Sundays, or last days of months; and
    always the last day asked for. ValueError with a sentence when there are too many of them."""
    if step == "day":
        count = (end - start).days + 1
        days = [start + timedelta(days=index) for index in range(min(count, MOST_POINTS + 1))]
    elif step == "week":
        first = start + timedelta(days=6 - start.weekday())
        days = [first + timedelta(days=7 * index) for index in range(min((end - first).days // 7 + 1, MOST_POINTS + 1))]
    else:
        count = (end.year - start.year) * 12 + end.month - start.month + 1
        months = (add_months(start.replace(day=1), index + 1) for index in range(min(count, MOST_POINTS + 1)))
        days = [first - timedelta(days=1) for first in months]
    if len(days) > MOST_POINTS:
        raise ValueError(f"That are more than {MOST_POINTS} points. Ask for a shorter time or a longer step.")
    days = [day for day in days if start <= day <= end]
    return days if days and days[-1] == end else [*days, end]
