"""Accepted advice and the rows that follow it, written out by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from advisory.analysis.findings import Series
from advisory.analysis.outcomes.accepted import Accepted, Measured, Since
from advisory.analysis.outcomes.measure import measure
from transactions.ledger.columns import AccountState, Share

ACCEPTED = date(2026, 1, 10)
DUES = [date(2026, month, 5) for month in range(2, 8)]


@dataclass
class After:
    """Rows around an acceptance on 10 January 2026; `alive` keeps the account talking."""

    kind: str
    watch: dict[str, Any]
    window_days: int = 90
    shares: list[Share] = field(default_factory=list)
    keys: dict[int, str] = field(default_factory=dict)
    series: tuple[Series, ...] = ()
    accounts: tuple[AccountState, ...] = ()
    values: dict[str, str] = field(default_factory=dict)

    def book(self, day: date, minor: int, key: str = "netflix", **row: Any) -> int:
        pk = len(self.shares) + 1
        self.shares.append(Share(pk, day, minor, "EUR", row.pop("account", 1), payee_name=key, text=key, **row))
        self.keys[pk] = key
        return pk

    def alive(self, until: date) -> After:
        day = ACCEPTED - timedelta(days=60)
        while day <= until:
            self.book(day, -500, "kiosk")
            day += timedelta(days=6)
        return self

    def judged(self, as_of: date) -> Measured:
        accepted = Accepted(self.kind, self.watch, ACCEPTED, self.window_days)
        since = Since(as_of, tuple(self.shares), self.keys, self.series, self.accounts, self.values)
        return measure(accepted, since)

    def state(self, as_of: date) -> str:
        return self.judged(as_of).state


def contract(enough: int = 1170, expected: int = 1299, **more: Any) -> dict[str, Any]:
    """A monthly charge of 12.99 on the fifth."""
    return {
        "key": "netflix", "currency": "EUR", "account": "1", "ids": [], "days": [day.isoformat() for day in DUES],
        "expected": [expected] * len(DUES), "enough": enough, "half": 15, "patience": 10, "ignore_above": 0, **more,
    }  # fmt: skip
