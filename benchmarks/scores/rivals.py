"""Rules as other programs use them, to stand beside our figures. Payees are the letters the bank printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from statistics import fmean, median

from advisory.analysis.rows import Row, Rows

ENOUGH_ROWS = 3


def letters(row: Row) -> str:
    """The words without digits and signs: what a rule without a normaliser can group by."""
    return " ".join(re.findall(r"[^\W\d_]+", row.words.casefold()))


def same_amount_thrice(rows: Rows) -> list[tuple[int, ...]]:
    """Recurring = the same amount at the same payee in at least three calendar months, two days apart at most."""
    groups: dict[tuple[str, int, str], list[Row]] = defaultdict(list)
    for row in rows.rows:
        groups[letters(row), row.amount_minor, row.account].append(row)
    found = []
    for members in groups.values():
        months = {(row.booking_date.year, row.booking_date.month) for row in members}
        days = [row.booking_date.day for row in members]
        usual = median(days)
        if len(months) >= ENOUGH_ROWS and len(months) == len(members) and all(abs(day - usual) <= 2 for day in days):
            found.append(tuple(row.id for row in members))
    return found


def equal_within_days(rows: Rows, days: int = 3) -> Iterator[tuple[int, int]]:
    """Duplicate = the same amount at the same payee on one account within some days."""
    groups: dict[tuple[str, int, str], list[Row]] = defaultdict(list)
    for row in rows.rows:
        groups[letters(row), row.amount_minor, row.account].append(row)
    for members in groups.values():
        for first, second in pairwise(members):
            if (second.booking_date - first.booking_date).days <= days:
                yield first.id, second.id


def above_mean(rows: Rows, share: float = 0.25, days: int = 92) -> Iterator[int]:
    """Unusual = more than a quarter above the mean of the payee's rows of the last three months."""
    groups: dict[tuple[str, bool], list[Row]] = defaultdict(list)
    for row in rows.rows:
        groups[letters(row), row.amount_minor > 0].append(row)
    for members in groups.values():
        for place, row in enumerate(members):
            past = [
                abs(one.amount_minor) for one in members[:place] if (row.booking_date - one.booking_date).days <= days
            ]
            if len(past) >= ENOUGH_ROWS and abs(row.amount_minor) > (1 + share) * fmean(past):
                yield row.id


def first_and_large(rows: Rows, factor: float = 5.0) -> Iterator[int]:
    """New payee = never seen before, and some times the median of what leaves."""
    usual = median(-row.amount_minor for row in rows.rows if row.amount_minor < 0)
    seen: set[str] = set()
    for row in rows.rows:
        if letters(row) not in seen and -row.amount_minor > factor * usual:
            yield row.id
        seen.add(letters(row))
