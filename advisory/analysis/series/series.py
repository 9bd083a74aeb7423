"""What is known about one contract, for every engine and page that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

VERSION = "series@1"

EARLY, ACTIVE, PAUSED, ENDED = "early", "active", "paused", "ended"
SUBSCRIPTION, BILL, INCOME, INSTALMENT, SAVING = "subscription", "bill", "income", "instalment", "saving"


@dataclass(frozen=True, slots=True)
class PriceChange:
    """`date` is that of the first booking at the new level; amounts are signed minor units."""

    date: date
    from_minor: int
    to_minor: int

    @property
    def is_rise(self) -> bool:
        return abs(self.to_minor) > abs(self.from_minor)


@dataclass(frozen=True, slots=True)
class Series:
    """Bookings that one agreement brings in a rhythm.

    `ids` in order of days. `cadence` one of the nine rhythms; `role` subscription, bill, income, instalment or saving;
    `status` early (running, fewer than three bookings), active, paused (one or two due days missed, one where the
    period is three months or longer) or ended. `day`: the usual day of the month, or of the week from 1 = Monday where
    the rhythm counts days. `next_date` with the band `next_from` to `next_until` is the next due day not yet booked,
    None once ended. `amount_minor` with its band: the next amount, signed. `missed`: due days without a booking, pauses
    apart; `late`: bookings far after their due day. `confidence` 0 to 1.
    """

    ids: tuple[int, ...]
    payee_key: str
    label: str
    currency: str
    account: str
    cadence: str
    role: str
    status: str
    day: int
    first_date: date
    last_date: date
    next_date: date | None
    next_from: date | None
    next_until: date | None
    amount_minor: int
    amount_low: int
    amount_high: int
    price_changes: tuple[PriceChange, ...]
    missed: int
    late: int
    notes: tuple[str, ...]
    confidence: float

    @property
    def is_running(self) -> bool:
        return self.status in (EARLY, ACTIVE)


@dataclass(frozen=True, slots=True)
class Known:
    """What the user has said. `aliases`: payee key to payee key; `confirmed`: keys whose second booking is enough;
    `refused`: keys that are no contract; `cancelled`: key to the day from which nothing should be charged."""

    aliases: Mapping[str, str] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    cancelled: Mapping[str, date] = field(default_factory=dict)
