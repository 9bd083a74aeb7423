"""The one schema in which rows travel to the analysis: parallel columns, one entry per share of a transaction.

A plain transaction is one share; a split transaction is one share per split, together exactly the transaction.
`advisory/frames/reports.py` makes it from the database, `sampledata` and tests make it from nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Share:
    """One share of one transaction, as the analysis sees it. `amount_minor` is signed: leaving is negative."""

    transaction_id: int
    booking_date: date
    amount_minor: int
    currency: str
    account_id: int
    payee_id: int | None = None
    payee_name: str = ""
    category_id: int | None = None
    category_key: str = ""
    category_name: str = ""
    is_essential: bool = False
    is_transfer: bool = False
    text: str = ""
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Columns:
    """Shares in a stable order: booking date, then transaction id, then position of the split."""

    shares: tuple[Share, ...]

    @classmethod
    def of(cls, shares: Iterable[Share]) -> Columns:
        return cls(tuple(sorted(shares, key=lambda share: (share.booking_date, share.transaction_id))))

    def __len__(self) -> int:
        return len(self.shares)


@dataclass(frozen=True, slots=True)
class AccountState:
    """One account as the analysis sees it: what it is and what stands on it at a point in time."""

    account_id: int
    name: str
    kind: str
    currency: str
    balance_minor: int
    has_known_opening: bool
