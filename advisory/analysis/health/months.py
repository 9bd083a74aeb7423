"""Health month by month: this month with its proof and the one before, and the scores of the months before those."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from advisory.analysis.facts import FactBook
from advisory.analysis.health.assess import Assessment, assess
from advisory.analysis.health.change import ScoreChange, change_between
from advisory.analysis.health.outlook import Outlook
from advisory.analysis.history import Booking, History
from advisory.analysis.study import Study
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.period import Period, add_months, month_of, months_before

HISTORY_MONTHS = 12
SEEN_MONTHS = 14
"""Months before a past month that its figures can look at; a year and what tells whether its first month is whole."""


@dataclass(frozen=True, slots=True)
class HealthOverTime:
    """`earlier`: months before `before` that hold rows, oldest first; their facts are in no book that is kept."""

    now: Assessment
    before: Assessment
    change: ScoreChange
    earlier: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """`accounts` with their balances at the end of the last month that is asked about; `known`: see History."""

    columns: Columns
    accounts: Sequence[AccountState]
    base_currency: str
    namespace: str
    known: Mapping[int, Booking] | None = None


def health_over_time(ledger: Ledger, month: Period, outlook: Outlook, book: FactBook | None = None) -> HealthOverTime:
    """`month` is the last full month; the facts of it and of the one before go into `book`.

    The outlook's forecast, goals and limits are those of today and only judge `month`; what was known of them earlier
    is not kept. Series are seen at the end of each month.
    """
    kept = book or FactBook.over(ledger.columns, ledger.namespace)
    before = month_of(add_months(month.start, -1))
    past = Outlook(series=outlook.series, limits=outlook.limits, floor_minor=outlook.floor_minor)
    newest = _study(ledger, ledger.columns, month, month, kept, ledger.known)
    rows = newest.history.wholes
    now = assess(newest, outlook)
    last = assess(_study(ledger, ledger.columns, before, month, kept, rows), past)
    earlier = [
        assess(_study(ledger, seen, one, month, FactBook.over(seen, ledger.namespace), rows), past, has_range=False)
        for one in months_before(before, HISTORY_MONTHS - 2)
        if len(seen := _seen_from(ledger, one))
    ]
    return HealthOverTime(now, last, change_between(now, last), tuple(earlier))


def _study(  # noqa: PLR0917 (a month of a ledger, with what was made of it before)
    ledger: Ledger,
    columns: Columns,
    month: Period,
    newest: Period,
    book: FactBook,
    known: Mapping[int, Booking] | None = None,
) -> Study:
    accounts = accounts_at(ledger.accounts, ledger.columns.shares, month.end, newest.end)
    return Study(History.of(columns, accounts, month, ledger.base_currency, is_partial=False, known=known), book)


def accounts_at(
    accounts: Sequence[AccountState], shares: Sequence[Share], end: date, newest: date
) -> list[AccountState]:
    """The balances as they stood before the day `end`, from those before the day `newest`: later rows taken back."""
    moved: defaultdict[int, int] = defaultdict(int)
    later = shares[bisect_left(shares, end, key=lambda share: share.booking_date) :]
    for share in later:
        if share.booking_date < newest:
            moved[share.account_id] += share.amount_minor
    return [replace(one, balance_minor=one.balance_minor - moved[one.account_id]) for one in accounts]


def _seen_from(ledger: Ledger, month: Period) -> Columns:
    """The rows that the figures of a past month look at; the very first ones too, which tell since when rows are
    known. Nothing where the month lies before all rows."""
    start = add_months(month.start, 1 - SEEN_MONTHS)
    own = (one for one in ledger.columns.shares if one.currency == ledger.base_currency and not one.is_transfer)
    first = next(own, None)
    if first is None or first.booking_date >= month.end:
        return Columns(())
    shares = ledger.columns.shares
    begin, end = (bisect_left(shares, day, key=lambda share: share.booking_date) for day in (start, month.end))
    oldest = [one for one in shares[:begin] if one.transaction_id == first.transaction_id]
    return Columns.of([*oldest, *shares[begin:end]])
