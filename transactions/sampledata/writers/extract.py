"""What one file is about: one account, the days it covers, and its balances before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from transactions.ledger.money import from_minor
from transactions.sampledata.household import Household
from transactions.sampledata.rows import SampleAccount, SampleRow


@dataclass(frozen=True, slots=True)
class Extract:
    """Rows booked in [start, end), in booking order; opening + rows = closing."""

    holder: str
    account: SampleAccount
    start: date
    end: date
    rows: tuple[SampleRow, ...]
    opening_minor: int

    @property
    def last_day(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def closing_minor(self) -> int:
        return self.opening_minor + sum(row.amount_minor for row in self.rows)

    def money(self, minor: int) -> Decimal:
        return from_minor(minor, self.account.currency)


def extract(household: Household, kind: str, start: date | None = None) -> Extract:
    """The account's file from `start` (default: all of it) to the household's end."""
    first = max(start or household.start, household.start)
    rows = household.rows_of(kind)
    account = household.account(kind)
    before = sum(row.amount_minor for row in rows if row.booking_date < first)
    return Extract(
        holder=household.holder,
        account=account,
        start=first,
        end=household.end,
        rows=tuple(row for row in rows if row.booking_date >= first),
        opening_minor=account.opening_minor + before,
    )
