"""The generator: a seed, a first and a last day in; accounts, rows and their truth out.

Prefix-stable: with the same seed and start, a later end only adds rows. Each month depends on the seed, its
own name and the months before it, and a row is booked in its month or after, never before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from random import Random

from transactions.sampledata.banking import HOLDER, banking
from transactions.sampledata.contracts import contracts
from transactions.sampledata.daily import daily
from transactions.sampledata.holidays import holidays
from transactions.sampledata.income import income
from transactions.sampledata.month import Month, months_of
from transactions.sampledata.rows import CARD, CHECKING, SAVINGS, SampleAccount, SampleRow
from transactions.sampledata.surprises import surprises

COUNTRIES = ("DE",)
BANK_CODE = "10099000"  # no German bank has it


@dataclass(frozen=True, slots=True)
class Household:
    """Rows are in booking order, per account as the bank printed them. The period is [start, end)."""

    holder: str
    start: date
    end: date
    accounts: tuple[SampleAccount, ...]
    rows: tuple[SampleRow, ...]

    def account(self, kind: str) -> SampleAccount:
        return next(account for account in self.accounts if account.kind == kind)

    def rows_of(self, kind: str) -> tuple[SampleRow, ...]:
        return tuple(row for row in self.rows if row.account == kind)

    def closing_minor(self, kind: str) -> int:
        return self.account(kind).opening_minor + sum(row.amount_minor for row in self.rows_of(kind))


def generate_household(seed: int, start: date, end: date, country: str = "DE") -> Household:
    """All that was booked in [start, end). `start` is a first of month; ValueError for anything else."""
    if country not in COUNTRIES:
        raise ValueError(f"There is no sample household for {country!r}; there is one for {', '.join(COUNTRIES)}.")
    if start.day != 1 or end < start:
        raise ValueError("A household starts on the first of a month and ends no earlier than it starts.")
    accounts = _accounts(seed)
    rows: list[SampleRow] = []
    for month in months_of(seed, start, end):
        rows.extend(_spending(month))
        rows.extend(banking(month, accounts, rows))
    booked = tuple(_numbered(row for row in rows if row.booking_date < end))
    return Household(HOLDER, start, end, accounts, booked)


def _spending(month: Month) -> Iterator[SampleRow]:
    for stream in (income, contracts, daily, holidays, surprises):
        yield from stream(month)


def _accounts(seed: int) -> tuple[SampleAccount, ...]:
    """Numbers depend on the seed: two households of one user do not share an account."""
    dice = Random(f"{seed}/accounts")
    checking, savings, card = (f"{dice.randrange(10**10):010d}" for _ in range(3))
    return (
        SampleAccount(CHECKING, "Everyday account", "EUR", iban(BANK_CODE, checking), BANK_CODE, 241_207),
        SampleAccount(SAVINGS, "Savings", "EUR", f"{BANK_CODE}/{savings}", BANK_CODE, 640_000),
        SampleAccount(CARD, "Credit card", "EUR", card, BANK_CODE, 0),
    )


def iban(bank_code: str, number: str) -> str:
    """A German IBAN; its check digits make the number, D=13, E=14 and 00 behind it, leave 1 when divided by 97."""
    body = f"{bank_code}{number}"
    return f"DE{98 - int(body + '131400') % 97:02d}{body}"


def _numbered(rows: Iterable[SampleRow]) -> Iterator[SampleRow]:
    """Booking order, and ids as banks give them: the booking day and a count within it, per account."""
    ordered = sorted(rows, key=lambda row: (row.booking_date, row.account))
    for (day, _), same_day in groupby(ordered, key=lambda row: (row.booking_date, row.account)):
        for count, row in enumerate(same_day, start=1):
            yield replace(row, external_id=f"{day:%Y%m%d}{count:04d}")
