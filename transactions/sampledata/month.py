"""One month of the household's life: its days, its place in the story, and its own dice.

The dice of a stream depend on the seed, the stream's name and the month only, so a longer household begins
with exactly the rows of a shorter one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from transactions.ledger.period import add_months
from transactions.sampledata.banking_days import banking_day


@dataclass(frozen=True, slots=True)
class Month:
    """`index` counts the months since the story began, from 0."""

    seed: int
    first: date
    index: int

    def dice(self, stream: str) -> Random:
        return Random(f"{self.seed}/{stream}/{self.first:%Y-%m}")

    @property
    def last(self) -> date:
        return add_months(self.first, 1) - timedelta(days=1)

    def day(self, number: int) -> date:
        """The numbered day, or the month's last day where the month is shorter."""
        return self.first.replace(day=min(number, self.last.day))

    def banking_day(self, number: int) -> date:
        return banking_day(self.day(number))

    def days(self) -> Iterator[date]:
        for number in range(1, self.last.day + 1):
            yield self.first.replace(day=number)

    def every(self, period: int, phase: int) -> bool:
        """True in months `phase`, `phase + period`, ... of the story."""
        return self.index >= phase and (self.index - phase) % period == 0


def months_of(seed: int, start: date, end: date) -> Iterator[Month]:
    """Every month that has a day in [start, end)."""
    first, index = start.replace(day=1), 0
    while first < end:
        yield Month(seed, first, index)
        first, index = add_months(first, 1), index + 1
