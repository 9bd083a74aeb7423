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
from advisory.analysis.history import Booking, History, columns_near
from advisory.analysis.study import Study
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.period import Period, add_months, month_of, months_before

HISTORY_MONTHS = 12


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
        if len(seen := columns_near(ledger.columns, one, ledger.base_currency))
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
