"""A month and everything before it, sorted once into what every engine asks for.

Spending is what left the accounts and income what came in, told apart by the sign of the whole transaction, in the
base currency, confirmed transfers left out. A refund is income of its month: it is never guessed what it belongs to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.period import Period, add_months, month_count, month_of, months_in, periods_before

NORMAL_MONTHS = 6
YEAR_MONTHS = 12
# A longer period is held against up to so many whole ones of its length: a year of quarters, three years.
EARLIER_QUARTERS, EARLIER_YEARS = 4, 3
# A first month that begins later than this is only a piece of a month.
LAST_START_OF_FULL_MONTH = 7


@dataclass(frozen=True, slots=True)
class Booking:
    """One whole transaction: what the bank booked, whatever it was split into."""

    transaction_id: int
    booking_date: date
    amount_minor: int
    lead: Share
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class History:
    """`month` may be a longer period: a quarter or a year, with `earlier` ones of its own length.

    `income` and `spending` hold base-currency shares by first of month; `bookings` the spending as whole rows.

    `wholes`: every base-currency row by its number, transfers included; `by_account`: all shares by their account.
    """

    month: Period
    base_currency: str
    is_partial: bool
    accounts: tuple[AccountState, ...]
    shares: tuple[Share, ...]
    by_account: dict[int, list[Share]]
    wholes: dict[int, Booking]
    income: dict[date, list[Share]]
    spending: dict[date, list[Share]]
    bookings: tuple[Booking, ...]
    earlier: tuple[Period, ...]

    @classmethod
    def of(
        cls,
        columns: Columns,
        accounts: Sequence[AccountState],
        month: Period,
        base_currency: str,
        *,
        is_partial: bool,
        known: Mapping[int, Booking] | None = None,
    ) -> History:
        """`known`: rows of the same ledger that were put together for another month."""
        shares = columns.shares[: bisect_left(columns.shares, month.end, key=lambda share: share.booking_date)]
        held = [share for share in shares if share.currency == base_currency]
        wholes = {booking.transaction_id: booking for booking in whole_bookings(held, known)}
        own = [share for share in held if not share.is_transfer]
        bookings = [booking for booking in wholes.values() if not booking.lead.is_transfer]
        income, spending = _by_direction(bookings, own)
        outgoing = tuple(booking for booking in bookings if booking.amount_minor < 0)
        earlier = _earlier_full_periods(own, month)
        states = tuple(sorted(accounts, key=lambda state: state.account_id))
        return cls(
            month,
            base_currency,
            is_partial,
            states,
            shares,
            _by_account(shares),
            wholes,
            income,
            spending,
            outgoing,
            earlier,
        )

    @property
    def normal_months(self) -> tuple[Period, ...]:
        """The up to six full months before this one, or periods of its length: what it is held against."""
        return self.earlier[-NORMAL_MONTHS:]

    @property
    def judged_months(self) -> tuple[Period, ...]:
        """Up to twelve full months that health may be judged by; a running month never enters."""
        months = self.earlier if self.is_partial or not self._has_rows else (*self.earlier, self.month)
        return months[-YEAR_MONTHS:]

    @property
    def asof(self) -> date:
        """The first day nothing is known of: the month's end, or in a running month the day after the last row."""
        if not self.is_partial:
            return self.month.end
        last = max((share.booking_date for share in self.shares), default=self.month.start)
        return min(self.month.end, date.fromordinal(last.toordinal() + 1))

    @property
    def _has_rows(self) -> bool:
        return self.month.start in self.spending or self.month.start in self.income

    def spent(self, period: Period) -> list[Share]:
        return _within(self.spending, period)

    def earned(self, period: Period) -> list[Share]:
        return _within(self.income, period)

    def bookings_in(self, period: Period) -> list[Booking]:
        return [booking for booking in self.bookings if booking.booking_date in period]


def columns_near(columns: Columns, month: Period, base_currency: str) -> Columns:
    """The rows that the figures of one month look at, where its balances are known otherwise: those of the month, of a
    year and a month before it, and the very first one of income or spending, which tells since when rows are known.

    Nothing where the month lies before all rows. Over ten years of rows this is a tenth of the work.
    """
    start = add_months(month.start, -YEAR_MONTHS - 1)
    own = (share for share in columns.shares if share.currency == base_currency and not share.is_transfer)
    first = next(own, None)
    if first is None or first.booking_date >= month.end:
        return Columns(())
    shares = columns.shares
    begin, end = (bisect_left(shares, day, key=lambda share: share.booking_date) for day in (start, month.end))
    oldest = [share for share in shares[:begin] if share.transaction_id == first.transaction_id]
    return Columns((*oldest, *shares[begin:end]))


def last_full_month(as_of: date) -> Period:
    """The last month whose every day has been seen."""
    return month_of(date.fromordinal(date.fromordinal(as_of.toordinal() + 1).replace(day=1).toordinal() - 1))


def tidy(name: str) -> str:
    """A name on one line without control characters and broken halves of letters, fit for a file and a database."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())


def whole_bookings(shares: Iterable[Share], known: Mapping[int, Booking] | None = None) -> tuple[Booking, ...]:
    """Shares put back together, by date and id; the largest share speaks for the whole. `known`: those of rows that
    were put together before, so that it is not done again where the same rows are looked at month by month."""
    given, known = list(shares), known or {}
    if known.keys() >= {share.transaction_id for share in given}:
        bookings = list({share.transaction_id: known[share.transaction_id] for share in given}.values())
    else:
        parts: defaultdict[int, list[Share]] = defaultdict(list)
        for share in given:
            parts[share.transaction_id].append(share)
        bookings = [_booking(group) if len(group) > 1 else _alone(group[0]) for group in parts.values()]
    return tuple(sorted(bookings, key=attrgetter("booking_date", "transaction_id")))


def _alone(share: Share) -> Booking:
    return Booking(share.transaction_id, share.booking_date, share.amount_minor, share, (share,))


def _booking(group: Sequence[Share]) -> Booking:
    lead = min(group, key=lambda share: (-abs(share.amount_minor), share.category_name))
    return Booking(
        lead.transaction_id, lead.booking_date, sum(share.amount_minor for share in group), lead, tuple(group)
    )


def _by_account(shares: Iterable[Share]) -> dict[int, list[Share]]:
    found: defaultdict[int, list[Share]] = defaultdict(list)
    for share in shares:
        found[share.account_id].append(share)
    return dict(found)


def _by_direction(
    bookings: Iterable[Booking], shares: Iterable[Share]
) -> tuple[dict[date, list[Share]], dict[date, list[Share]]]:
    wholes = {booking.transaction_id: booking.amount_minor for booking in bookings}
    income: defaultdict[date, list[Share]] = defaultdict(list)
    spending: defaultdict[date, list[Share]] = defaultdict(list)
    for share in shares:
        whole = wholes[share.transaction_id]
        if whole:
            (income if whole > 0 else spending)[share.booking_date.replace(day=1)].append(share)
    return dict(income), dict(spending)


def _earlier_full_periods(shares: Sequence[Share], period: Period) -> tuple[Period, ...]:
    """Up to twelve full months before this one (or fewer, longer periods) that hold rows in every month: one without
    any is a gap, not a thrifty month.

    Transfers are not looked at, so that linking two rows never turns a gap into a month.
    """
    days = {share.booking_date for share in shares}
    if not days:
        return ()
    with_rows, first = {day.replace(day=1) for day in days}, min(days)
    start = first.replace(day=1) if first.day <= LAST_START_OF_FULL_MONTH else month_of(first).end
    count = {3: EARLIER_QUARTERS, 12: EARLIER_YEARS}.get(month_count(period), YEAR_MONTHS)
    return tuple(
        one
        for one in periods_before(period, count)
        if one.start >= start and all(month.start in with_rows for month in months_in(one))
    )


def _within(months: dict[date, list[Share]], period: Period) -> list[Share]:
    return [share for start in sorted(months) if start in period for share in months[start]]
