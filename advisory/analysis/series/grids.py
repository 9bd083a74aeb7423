"""Due days as tables: for every day of the history and every way a rhythm can lie, which slot it hits and how far off.

A month's due day is held to the month's length. A biller whose due day falls on a weekend books on that day, on the
Friday before or on the Monday after, always the same: three ways for every day of the month. Tables make a fit of any
rhythm the same few array operations.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.series.rhythms import DRIFTING, RHYTHMS, Rhythm

Ints = NDArray[np.int64]
Shorts = NDArray[np.int16]
Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]
Singles = NDArray[np.float32]

FARTHEST = 127
# A punctual biller's mean stray, as a share of an honest one's.
PUNCTUAL = 0.3
# What a weekend does to a due day, by weekday from Monday: nothing, back to Friday, on to Monday.
# Longer rhythms are posted with so much slack that the custom cannot be seen.
CUSTOMS_UP_TO = 2
CUSTOMS = np.array([[0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, -1, -2], [0, 0, 0, 0, 0, 2, 1]])


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """`strays` and `slots`: (days of the history) x (ways to lie). Slots count the rhythm's due days from the start.
    `costs`, `sharp`: -log likelihood of every stray up to FARTHEST, of a biller who is honest and of one who is
    punctual."""

    rhythm: Rhythm
    strays: Bytes
    slots: Shorts
    costs: Singles
    sharp: Floats
    is_drifting: bool = False

    @property
    def least(self) -> float:
        """What a booking on its due day costs."""
        return float(self.costs[0])


def grids_over(first: int, last: int) -> tuple[Grid, ...]:
    """One table a rhythm, and one a drifting period, over the ordinals `first` to `last`, both included."""
    days = np.arange(first, last + 1, dtype=np.int64)
    month = _month_table(days)
    made = [_of_days(days, rhythm, rhythm.days) for rhythm in RHYTHMS.values() if rhythm.days]
    made += [_of_months(*month, rhythm) for rhythm in RHYTHMS.values() if rhythm.months and rhythm.per_slot == 1]
    made.append(_of_halves(*month, RHYTHMS["semi_monthly"]))
    made += [_of_days(days, RHYTHMS[key], period, is_drifting=True) for period, key in DRIFTING.items()]
    return tuple(made)


def _of_days(days: Ints, rhythm: Rhythm, period: int, *, is_drifting: bool = False) -> Grid:
    phases = np.arange(period, dtype=np.int64)
    past = days[:, None] - days[0] - phases[None, :]
    slots = np.floor_divide(past + period // 2, period)
    return _grid(rhythm, np.abs(past - slots * period), slots, is_drifting=is_drifting)


def _of_months(strays: Shorts, slots: Shorts, rhythm: Rhythm) -> Grid:
    """Ways: 31 days of the month by three customs, times the months of the year in which the rhythm may fall."""
    if rhythm.months == 1:
        return _grid(rhythm, strays, slots)
    if rhythm.months > CUSTOMS_UP_TO:
        strays, slots = strays[:, :31], slots[:, :31]
    far, counted = [], []
    for phase in range(rhythm.months):
        is_due = (slots - phase) % rhythm.months == 0
        far.append(np.where(is_due, strays, FARTHEST))
        counted.append(np.floor_divide(slots - phase, rhythm.months))
    return _grid(rhythm, np.concatenate(far, axis=1), np.concatenate(counted, axis=1))


# The usual pairs lie half a month apart; 30 and 31 stand for the last day.
HALVES = (*((day, day + gap) for gap in (14, 15, 16) for day in range(1, 17) if day + gap <= 31), (15, 31))


def _of_halves(strays: Shorts, slots: Shorts, rhythm: Rhythm) -> Grid:
    customs = [31 * custom for custom in range(len(CUSTOMS)) for _ in HALVES]
    firsts = np.array([pair[0] - 1 for pair in HALVES * len(CUSTOMS)]) + customs
    seconds = np.array([pair[1] - 1 for pair in HALVES * len(CUSTOMS)]) + customs
    is_second = strays[:, seconds] < strays[:, firsts]
    nearest = np.where(is_second, strays[:, seconds], strays[:, firsts])
    return _grid(rhythm, nearest, np.where(is_second, 2 * slots[:, seconds] + 1, 2 * slots[:, firsts]))


def _grid(rhythm: Rhythm, strays: Ints | Shorts, slots: Ints | Shorts, *, is_drifting: bool = False) -> Grid:
    short = np.minimum(strays, FARTHEST).astype(np.uint8)
    costs, sharp = _by_stray(rhythm.costs(rhythm.scale)), _by_stray(rhythm.costs(rhythm.scale * PUNCTUAL))
    return Grid(rhythm, short, slots.astype(np.int16), costs.astype(np.float32), sharp, is_drifting)


def _by_stray(costs: tuple[float, ...]) -> Floats:
    """One entry for every stray that the tables know: beyond the tolerance all cost the same."""
    return np.array([*costs, *[costs[-1]] * (FARTHEST + 1 - len(costs))])


def _month_table(days: Ints) -> tuple[Shorts, Shorts]:
    """Strays and month slots, days x 93 (31 due days by three customs), for a due day in every month."""
    first, last = date.fromordinal(int(days[0])), date.fromordinal(int(days[-1]))
    start = first.year * 12 + first.month - 2  # one month before, zero-based
    months = np.arange(start, last.year * 12 + last.month + 1)
    dues = _due_days(months)
    here = np.searchsorted(dues[:, 0], days, side="right") - 1  # the first of the month, as it stands
    near = (dues - int(days[0])).astype(np.int32)
    lines = np.arange(len(days), dtype=np.int32)[:, None]
    best = np.full((len(days), dues.shape[1]), FARTHEST, dtype=np.int16)
    slots = np.zeros_like(best)
    for step in (-1, 0, 1):
        place = np.clip(here + step, 0, len(months) - 1)
        strays = np.minimum(np.abs(lines - near[place]), FARTHEST).astype(np.int16)
        is_nearer = strays < best
        best = np.where(is_nearer, strays, best)
        slots = np.where(is_nearer, place.astype(np.int16)[:, None], slots)
    return best, slots


def _due_days(months: Ints) -> Ints:
    """Ordinals, months x 93; `months` count years * 12 + month, zero-based."""
    starts = _ordinals(date(int(month) // 12, int(month) % 12 + 1, 1) for month in [*months, months[-1] + 1])
    lengths = np.diff(starts)
    plain = starts[:-1, None] + np.minimum(np.arange(31)[None, :], lengths[:, None] - 1)
    weekday = (plain - 1) % 7  # ordinal 1 is a Monday
    return np.concatenate([plain + custom[weekday] for custom in CUSTOMS], axis=1)


def _ordinals(days: Iterable[date]) -> Ints:
    return np.array([day.toordinal() for day in days], dtype=np.int64)
