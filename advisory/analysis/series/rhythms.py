"""The nine rhythms and what is believed about each: how far a booking may stray, how often it is met, how it may vary.

Days everywhere. `scale` is the mean stray of an honest booking (weekends are already taken out, see `grids.py`): card
and direct-debit schemes book within a day or two, yearly bills are posted by people and stray by days. `tolerance` is
the furthest stray that still is the same booking: far less than half a period, or everything would be a hit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log

# A weekly booking is missed after half a week, a monthly one after a third of a month, a yearly one after three weeks.
PATIENCE = ((7.0, 3), (16.0, 5), (62.0, 10), (400.0, 21))


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A period in whole `months` or in `days` (one of them is 0); `per_slot` > 1: several due days in one period."""

    key: str
    months: int
    days: int
    scale: float
    tolerance: int
    prior: float
    fewest: int
    per_slot: int = 1

    @property
    def length(self) -> float:
        """The mean days from one booking to the next."""
        return (self.months * 30.437 if self.months else float(self.days)) / self.per_slot

    @property
    def patience(self) -> int:
        """Days after a due day until it counts as missed: banks may hold a booking up, people pay late."""
        return next(days for length, days in PATIENCE if self.length <= length)

    def costs(self, scale: float) -> tuple[float, ...]:
        """-log of how likely a stray of 0, 1, ... tolerance days is, then one entry for every further stray.

        A two-sided geometric around the due day with 6 % of honest bookings anywhere inside the tolerance (held up by
        holidays or paid by hand); outside lies one in a hundred, which bounds what a single odd booking can destroy.
        """
        decay = exp(-1 / scale)
        norm = (1 + decay) / (1 - decay)
        flat = 0.06 / (2 * self.tolerance + 1)
        inside = [-log(0.93 * decay**stray / norm + flat) for stray in range(self.tolerance + 1)]
        return (*inside, max(inside[-1], -log(0.01 / max(self.length / 2, 1))) + 0.5)


# `prior`: log odds against monthly, from the share of contracts billed so; bills in Europe and the US come monthly in
# some eight of ten cases, and yearly in one of ten. `fewest`: bookings that make a rhythm when nothing is known.
RHYTHMS: Mapping[str, Rhythm] = {
    rhythm.key: rhythm
    for rhythm in (
        Rhythm("weekly", 0, 7, 0.5, 2, -1.5, 3),
        Rhythm("biweekly", 0, 14, 0.6, 3, -1.5, 3),
        Rhythm("four_weekly", 0, 28, 0.6, 4, -2.0, 3),
        Rhythm("semi_monthly", 1, 0, 0.8, 3, -1.5, 3, per_slot=2),
        Rhythm("monthly", 1, 0, 1.0, 6, 0.0, 3),
        Rhythm("bimonthly", 2, 0, 1.2, 8, -2.0, 3),
        Rhythm("quarterly", 3, 0, 1.5, 9, -1.0, 3),
        Rhythm("half_yearly", 6, 0, 2.0, 11, -1.5, 2),
        Rhythm("yearly", 12, 0, 2.5, 16, -1.0, 2),
    )
}
# Periods of 30, 91, 182 and 365 days drift through the calendar; they are told as the rhythm people would name.
DRIFTING: Mapping[int, str] = {30: "monthly", 91: "quarterly", 182: "half_yearly", 365: "yearly"}
