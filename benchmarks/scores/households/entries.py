"""A movement before the bank has printed it, and the time a household is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

CURRENT, CARD, SAVINGS = "current", "card", "savings"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """Both days included: `last` is the last day seen."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def months(self) -> float:
        return self.days / 30.44

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def some_day(self, dice: Random, after: float = 0.0, before: float = 1.0) -> date:
        """A day in this part of the window, both given as shares of its length."""
        return self.first + timedelta(days=int(self.days * dice.uniform(after, before) * 0.9999))


@dataclass(frozen=True, slots=True)
class Entry:
    """`minor` is signed. `stream` names the contract it belongs to; `tag` joins the rows of one anomaly or transfer
    ("transfer:3"); `habit` marks hard negatives and `neutral` rows that belong to no series for certain. `suffix` is
    printed behind the bank's text, `note` the user's own words. `is_apart`: printed with dice of its own, so that all
    other rows read as they would without it.
    """

    day: date
    minor: int
    account: str
    payee: str
    channel: str
    category: str
    stream: str = ""
    subject: str = ""
    tag: str = ""
    habit: str = ""
    is_neutral: bool = False
    suffix: str = ""
    note: str = ""
    is_apart: bool = False
