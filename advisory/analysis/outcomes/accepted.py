"""What a judge is given and what it says. Frozen, free of numpy and of any clock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from advisory.analysis.findings import Series
from transactions.ledger.columns import AccountState, Share

State = Literal["pending", "likely", "proven", "failed", "reversed"]
COUNTED_DAYS = 365
"""A saving is told by the year: what comes later is the new normal, not the advice."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """An advice as it was when the user took it. `kind` names the judge; `watch` is frozen since then."""

    kind: str
    watch: Mapping[str, Any]
    accepted_on: date
    window_days: int

    @property
    def due(self) -> date:
        return self.accepted_on + timedelta(days=self.window_days)


@dataclass(frozen=True, slots=True)
class Since:
    """All that is known on the day of judging. Judges look at rows booked after the acceptance, and at nothing else.

    `keys`: payee key by transaction id; `accounts`: balances at the end of `as_of`; `values`: what is not in rows, such
    as the odds of a goal, by name.
    """

    as_of: date
    shares: tuple[Share, ...]
    keys: Mapping[int, str] = field(default_factory=dict)
    series: tuple[Series, ...] = ()
    accounts: tuple[AccountState, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)

    def after(self, day: date) -> list[Share]:
        return [one for one in self.shares if day < one.booking_date <= self.as_of]

    def last_row_on(self, account: str) -> date | None:
        return max((one.booking_date for one in self.shares if str(one.account_id) == account), default=None)


@dataclass(frozen=True, slots=True)
class Measured:
    """`saved_minor`: counterfactual less actual, from the rows `ids`; `expected_minor`: the counterfactual, None where
    nothing is saved but a risk. `p`: how likely chance alone would do as well, None where rows decide exactly."""

    state: State
    saved_minor: int = 0
    expected_minor: int | None = None
    p: float | None = None
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole booking after the acceptance."""

    id: int
    day: date
    minor: int
    key: str
    account: str


def wholes(since: Since, shares: Iterable[Share]) -> list[Whole]:
    """Shares of one booking put back together, by day and id."""
    sums: defaultdict[int, int] = defaultdict(int)
    leads: dict[int, Share] = {}
    for one in shares:
        sums[one.transaction_id] += one.amount_minor
        leads.setdefault(one.transaction_id, one)
    found = [
        Whole(pk, one.booking_date, sums[pk], since.keys.get(pk, ""), str(one.account_id)) for pk, one in leads.items()
    ]
    return sorted(found, key=lambda one: (one.day, one.id))


def is_move(share: Share) -> bool:
    """Money that moves between own pockets."""
    return share.is_transfer or share.category_key == "transfer"
