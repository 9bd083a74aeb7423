"""Cash paths from many past days at once: what would have been said then, and how far off it was.

A book is the movements of one account, or of several together, day by day. All arrays are float64 minor units;
`paths[i, d]` is the change of the balance `d + 1` days after origin `i`, cumulated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from advisory.analysis.forecasts.everyday import WEEK, rate, usual_rate, week
from advisory.analysis.forecasts.known import Expected, Stream, due_until
from advisory.analysis.forecasts.lines import Floats
from advisory.analysis.rows import Ints

STEP = 7
"""Days between two past origins."""
WARM_UP = 120
"""Days of history before the first one."""
NEWEST_DAYS = 730


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """`all`, `everyday`, `moves`: daily sums of everything, of what no series explains, and of transfers no series
    explains; entry 0 is `first_day` (ordinal). `streams` are the series on them.
    """

    accounts: tuple[str, ...]
    first_day: int
    all: Floats
    everyday: Floats
    moves: Floats
    streams: tuple[Stream, ...]

    @property
    def last_day(self) -> int:
        return self.first_day + len(self.all) - 1

    def ahead(self, horizon: int) -> tuple[Floats, list[tuple[Stream, Expected]]]:
        """The path from the last day seen, and the bookings of series in it."""
        last = self.last_day
        due = [(stream, one) for stream in self.streams for one in due_until(stream.ahead(last), last + horizon)]
        return self._path(len(self.all), [one for _, one in due], horizon), due

    def seen_from(self, count: int, horizon: int) -> Floats:
        """The path as it would have been drawn after the first `count` days."""
        last = self.first_day + count - 1
        due = [one for stream in self.streams for one in due_until(stream.seen_from(last), last + horizon)]
        return self._path(count, due, horizon)

    def _path(self, count: int, due: Sequence[Expected], horizon: int) -> Floats:
        past = self.everyday[:count]
        weekdays = (self.first_day - 1) % WEEK
        shape = week(past, weekdays)[(weekdays + count + np.arange(horizon)) % WEEK]
        path = rate(past) * shape + usual_rate(self.moves[:count])
        places = [one.day - self.first_day - count for one in due]
        return np.cumsum(path + np.bincount(places, [one.minor for one in due], horizon)[:horizon])


def origins(days: int) -> Ints:
    """Numbers of days seen at the past origins, oldest first: weekly, back from one week ago, two years at most."""
    first = max(WARM_UP, days - NEWEST_DAYS)
    return np.arange(days - STEP, first - 1, -STEP, dtype=np.int64)[::-1]


def past_paths(book: Book, starts: Ints, horizon: int) -> Floats:
    """[origins, horizon]"""
    return np.array([book.seen_from(int(count), horizon) for count in starts]).reshape(len(starts), horizon)


def past_changes(book: Book, starts: Ints, horizon: int) -> Floats:
    """What came instead: cumulated changes, NaN where it is not known yet."""
    total = np.concatenate([[0.0], np.cumsum(book.all)])
    ends = starts[:, None] + 1 + np.arange(horizon)
    known = ends < len(total)
    return np.where(known, total[np.minimum(ends, len(total) - 1)] - total[starts][:, None], np.nan)


def usual_changes(book: Book, starts: Ints, horizon: int) -> Floats:
    """The naive line: the middle one of the last twelve 30-day sums, day by day."""
    total = np.concatenate([[0.0], np.cumsum(book.all)])
    lines = []
    for count in starts.tolist():
        edges = np.arange(count, -1, -30)[:13]
        sums = total[edges[:-1]] - total[edges[1:]]
        lines.append((np.median(sums) if len(sums) else 0.0) / 30 * np.arange(1, horizon + 1))
    return np.array(lines).reshape(len(starts), horizon)
