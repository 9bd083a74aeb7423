"""One agreement of a household: what is due, when, how much, and what makes it hard to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from benchmarks.scores.households.truth import Cadence, Role


@dataclass(frozen=True, slots=True)
class Contract:
    """`cents` are euro cents before the country's price level, unsigned; `direction` is -1 for money that leaves.

    `spread`: share by which metered amounts vary; `season`: share that winter adds; `is_foreign`: priced in another
    currency, so that the amount follows a rate. `day`: of the month, 31 = last. `weekend`: see `calendar.banking_day`.
    `raises`: (day from which, factor on the first price). `pauses`: (first, last) days without charges.
    `moved`: (day from which, days later). `late`: share of the window's length at which one charge comes late.
    """

    name: str
    payee: str
    role: Role
    category: str
    channel: str
    account: str
    cadence: Cadence
    cents: int
    first: date
    direction: int = -1
    day: int = 0
    until: date | None = None
    subject: str = ""
    spread: float = 0.0
    season: float = 0.0
    is_foreign: bool = False
    weekend: int = 1
    delays: float = 0.12
    raises: tuple[tuple[date, float], ...] = ()
    pauses: tuple[tuple[date, date], ...] = ()
    moved: tuple[date, int] | None = None
    is_drifting: bool = False
    late_on: date | None = None
    renamed: tuple[date, str] | None = None
    has_trial: bool = False
    cancelled_on: date | None = None
    is_known_brand: bool = False
    troubles: frozenset[str] = frozenset()
