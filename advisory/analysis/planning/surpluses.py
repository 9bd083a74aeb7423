"""What was left of each past full month, in sums by day: the same months and figures as in a report's study."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from advisory.analysis.history import LAST_START_OF_FULL_MONTH, YEAR_MONTHS
from transactions.ledger.period import Period, month_of, months_before


def month_surpluses(days: Mapping[date, int], moved: frozenset[date], month: Period) -> tuple[int, ...]:
    """Up to twelve months, the oldest first; `month` is the last one whose every day has been seen.

    `days`: the signed sum of each day with rows of one currency, transfers left out; `moved`: those of these days on
    which a row had an amount. A month without rows is a gap, and so is a last month in which nothing moved.
    """
    sums: defaultdict[date, int] = defaultdict(int)
    for day, minor in days.items():
        if day < month.end:
            sums[day.replace(day=1)] += minor
    if not sums:
        return ()
    first = min(day for day in days if day < month.end)
    start = first.replace(day=1) if first.day <= LAST_START_OF_FULL_MONTH else month_of(first).end
    earlier = [one.start for one in months_before(month, YEAR_MONTHS) if one.start >= start and one.start in sums]
    if any(day in month for day in moved):
        earlier.append(month.start)
    return tuple(sums[one] for one in earlier[-YEAR_MONTHS:])
