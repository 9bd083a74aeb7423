"""Monthly sums by name, of full months only: a running month says nothing about a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from advisory.analysis.rows import Ints, Rows

LAST_START_OF_FULL_MONTH = 7
"""A first month that begins later than this is only a piece of one."""


@dataclass(frozen=True, slots=True, eq=False)
class MonthTable:
    """`months`: first days, oldest first, without holes. `totals`: int64 [names, months], minor units signed as the
    rows. `ids`: by name, the rows in the sums.
    """

    currency: str
    months: tuple[date, ...]
    names: tuple[str, ...]
    totals: Ints
    ids: tuple[tuple[int, ...], ...]


def month_table(rows: Rows, as_of: date, names: Mapping[int, str], currency: str) -> MonthTable:
    """Sums by `names` (row id to name, rows without one are left out) in one currency, transfers left out.

    `as_of` is the last day seen: its month counts when that is the month's last day.
    """
    chosen = [row for row in rows.rows if row.currency == currency and row.booking_date <= as_of]
    months = _full_months(chosen[0].booking_date, as_of) if chosen else ()
    places = {month: place for place, month in enumerate(months)}
    order = sorted({names[row.id] for row in chosen if row.id in names})
    lines = {name: place for place, name in enumerate(order)}
    totals = np.zeros((len(order), len(months)), dtype=np.int64)
    ids: list[list[int]] = [[] for _ in order]
    for row in chosen:
        month = places.get(row.booking_date.replace(day=1))
        if month is None or row.is_transfer or row.id not in names:
            continue
        line = lines[names[row.id]]
        totals[line, month] += row.amount_minor
        ids[line].append(row.id)
    return MonthTable(currency, months, tuple(order), totals, tuple(tuple(members) for members in ids))


def next_month(month: date, by: int = 1) -> date:
    """The first day of the month `by` months on."""
    count = month.year * 12 + month.month - 1 + by
    return date(count // 12, count % 12 + 1, 1)


def _full_months(first: date, as_of: date) -> tuple[date, ...]:
    month = first.replace(day=1) if first.day <= LAST_START_OF_FULL_MONTH else next_month(first)
    found = []
    while next_month(month) - timedelta(days=1) <= as_of:
        found.append(month)
        month = next_month(month)
    return tuple(found)
