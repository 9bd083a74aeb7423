"""Monthly transfers between own accounts that are no series of the detector: a card's settlement, money put aside.

What they move cancels out over all accounts; on one of them it is the difference between a good and an empty month.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import pairwise
from statistics import median

from advisory.analysis.forecasts.known import Stream, due_of, level, tolerance, usual_day
from advisory.analysis.rows import Row, Rows

FEWEST = 3
SHORTEST, LONGEST = 26, 35
"""Days between two monthly bookings, weekends and holidays allowed for."""
MONTHLY = "monthly"
STRAYS = 4.0
"""Mean days from the usual day of the month that a fixed day allows."""


def monthly_transfers(rows: Rows, taken: Collection[int], last_day: int) -> Iterator[Stream]:
    """Streams of the transfers whose ids are not `taken`, as far as they come on a day of the month."""
    groups: dict[tuple[str, bool, str], list[Row]] = defaultdict(list)
    for row in rows.rows:
        if row.is_transfer and row.id not in taken:
            groups[row.account, row.amount_minor > 0, _letters(row.words)].append(row)
    for members in groups.values():
        days = tuple(row.booking_date.toordinal() for row in members)
        if _is_monthly(days):
            yield _stream(members, days, last_day)


def _stream(members: list[Row], days: tuple[int, ...], last_day: int) -> Stream:
    minors = tuple(row.amount_minor for row in members)
    seen = Stream(
        account=members[-1].account,
        cadence=MONTHLY,
        ids=tuple(row.id for row in members),
        days=days,
        minors=minors,
        is_running=True,
        next_day=None,
        amount_minor=level(minors),
    )
    following = next(iter(seen.dues()))
    is_running = following + tolerance(MONTHLY) >= last_day
    return Stream(
        seen.account, MONTHLY, seen.ids, days, minors, is_running, max(following, last_day + 1), seen.amount_minor
    )


def _is_monthly(days: tuple[int, ...]) -> bool:
    if len(days) < FEWEST:
        return False
    steps = [after - before for before, after in pairwise(days)]
    if not SHORTEST <= median(steps) <= LONGEST or min(steps) < SHORTEST - 5:
        return False
    anchor = usual_day(days)
    return sum(abs(day - due_of(day, anchor)) for day in days) / len(days) <= STRAYS


def _letters(words: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", words.casefold()))
