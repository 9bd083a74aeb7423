"""The rhythms a bill can have, and the day on which the next one is due."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

# What a calendar date can hold.
FIRST_SLOT, LAST_SLOT = 12, 9999 * 12 + 11
SHORTEST_MONTH = 28
# Due days lie four weeks apart at least: nearer than half of that, there is no nearer one.
NEAREST = SHORTEST_MONTH // 2


@dataclass(frozen=True, slots=True)
class Cadence:
    """A rhythm in whole months or in days. `slack` is by how many days a booking may miss its due day."""

    key: str
    months: int
    days: int
    slack: int
    minimum: int
    per_year: Decimal

    def next_after(self, last: date, day: int) -> date:
        """The due day after the booking `last`; `day` is the usual day of the month, held to the month's length."""
        if not self.months:
            return last + timedelta(days=self.days)
        return due_day(month_slot(last, day) + self.months, day)


def month_slot(booked: date, day: int) -> int:
    """The running number of the month whose due day lies nearest: a booking on the 1st may be a late 31st."""
    index = booked.year * 12 + booked.month - 1
    if abs((due_day(index, day) - booked).days) < NEAREST:
        return index
    near = [slot for slot in (index - 1, index, index + 1) if FIRST_SLOT <= slot <= LAST_SLOT]
    return min(near, key=lambda slot: (abs((due_day(slot, day) - booked).days), slot))


def due_day(slot: int, day: int) -> date:
    """The due day in a month given by its running number, held to the month's length."""
    year, month = slot // 12, slot % 12 + 1
    return date(year, month, day if day <= SHORTEST_MONTH else min(day, monthrange(year, month)[1]))


# Slack: weekends and bank holidays move a booking by up to four days; a weekly one is only believed when punctual.
# Minimum: how many bookings make a rhythm; a week's rhythm is easily a habit, so it must be seen longer.
CADENCES: Mapping[str, Cadence] = {
    cadence.key: cadence
    for cadence in (
        Cadence("weekly", 0, 7, 1, 6, Decimal(52)),
        Cadence("fortnightly", 0, 14, 2, 5, Decimal(26)),
        Cadence("monthly", 1, 0, 4, 3, Decimal(12)),
        Cadence("quarterly", 3, 0, 6, 3, Decimal(4)),
        Cadence("yearly", 12, 0, 7, 2, Decimal(1)),
    )
}
