"""Cash per account and in total, day by day: known bookings, everyday spending, and a band from past errors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from advisory.analysis.findings import Payment
from advisory.analysis.forecasts.card_bills import with_card_bills
from advisory.analysis.forecasts.fans import RISK_DAYS, Past, fan, is_worse_than_naive, shortfall
from advisory.analysis.forecasts.known import Expected, SeriesLike, Stream, streams_of
from advisory.analysis.forecasts.lines import Floats
from advisory.analysis.forecasts.moving import monthly_transfers
from advisory.analysis.forecasts.paths import Book, origins, past_changes, past_paths, usual_changes
from advisory.analysis.forecasts.results import KNOWN_AND_EVERYDAY, NAIVE, VERSION, CashForecast, CashLine
from advisory.analysis.rows import Rows

LONGEST_TEST = 90
"""Days ahead that the past is asked about."""
WARN_FROM = 0.6
"""Chance of a balance below zero from which on the user is warned. On the households for tuning five in six warnings
come true from here on, and seven in ten shortfalls are warned of; a lower bound warns in vain more than once in five.
"""
MONTH_DAYS = 30.44
YEAR_DAYS = 365


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One line before it is written down: `path` is the change of the balance from today, [days]; `said`, `came` and
    the naive `usual` are rolled over past origins, [origins, days]. `method` says what `path` and `said` are.
    """

    book: Book
    opening: int
    path: Floats
    said: Floats
    came: Floats
    usual: Floats
    method: str

    @property
    def past(self) -> Past:
        book = self.book.all
        monthly = -float(book[book < 0].sum()) / len(book) * MONTH_DAYS
        return Past(self.said, self.came, self.usual, len(book), monthly)

    @property
    def is_credit(self) -> bool:
        """Below zero on most days of the last year: a card or a credit line, where that is no shortfall."""
        later = np.cumsum(self.book.all[::-1])[:YEAR_DAYS]
        return bool(np.median(self.opening - later) < 0)


def forecast_cash(
    rows: Rows, series: Sequence[SeriesLike], balances: Mapping[str, int], as_of: date, horizon_days: int = 90
) -> CashForecast:
    """For every account in `balances` (minor units at the end of `as_of`) and for all of one currency together.

    Rows after `as_of` are not looked at. Accounts without rows are left out: nothing is known about them, not even
    their currency. Transfers (`Row.is_transfer`) cancel out in the total.
    """
    seen = rows.before(as_of + timedelta(days=1))
    streams = streams_of(seen, series, as_of.toordinal())
    taken = {number for stream in streams for number in stream.ids}
    streams = with_card_bills((*streams, *monthly_transfers(seen, taken, as_of.toordinal())), seen)
    accounts: list[CashLine] = []
    totals: list[CashLine] = []
    payments: list[Payment] = []
    for currency, names in _currencies(seen, balances).items():
        sheets = []
        for book in _books(seen, streams, names, as_of):
            sheet, due = _sheet(book, balances[book.accounts[0]], horizon_days)
            sheets.append(sheet)
            payments += [_payment(stream, one) for stream, one in due]
            accounts.append(_line(sheet, currency, seen, as_of))
        totals.append(replace(_line(_together(sheets), currency, seen, as_of), account=""))
    payments.sort(key=lambda one: (one.day, one.account, one.amount_minor, one.evidence_id))
    return CashForecast(VERSION, as_of, tuple(accounts), tuple(totals), tuple(payments))


def _currencies(rows: Rows, balances: Mapping[str, int]) -> dict[str, list[str]]:
    """Accounts with a balance and rows, by the currency of their newest row."""
    newest = {row.account: row.currency for row in rows.rows if row.account in balances}
    found: dict[str, list[str]] = defaultdict(list)
    for account in sorted(newest):
        found[newest[account]].append(account)
    return dict(sorted(found.items()))


def _books(rows: Rows, streams: Sequence[Stream], names: Sequence[str], as_of: date) -> list[Book]:
    wanted = [place for place, row in enumerate(rows.rows) if row.account in names]
    first = int(rows.days[wanted[0]])
    days = as_of.toordinal() - first + 1
    known = {number for stream in streams for number in stream.ids}
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in wanted:
        row = rows.rows[place]
        places[row.account, "all"].append(place)
        if row.id not in known:
            places[row.account, "moves" if row.is_transfer else "everyday"].append(place)

    def daily(account: str, part: str) -> Floats:
        chosen = np.array(places[account, part], dtype=np.int64)
        sums = np.bincount(rows.days[chosen] - first, rows.minors[chosen].astype(np.float64), days)
        return np.asarray(sums, dtype=np.float64)

    return [
        Book(
            accounts=(name,),
            first_day=first,
            all=daily(name, "all"),
            everyday=daily(name, "everyday"),
            moves=daily(name, "moves"),
            streams=tuple(stream for stream in streams if stream.account == name),
        )
        for name in names
    ]


def _sheet(book: Book, opening: int, horizon: int) -> tuple[Sheet, list[tuple[Stream, Expected]]]:
    """The line of one account: the naive one where the other was worse on its past."""
    path, due = book.ahead(horizon)
    starts, tested = origins(len(book.all)), min(horizon, LONGEST_TEST)
    usual = usual_changes(book, starts, tested)
    sheet = Sheet(
        book=book,
        opening=opening,
        path=path,
        said=past_paths(book, starts, tested),
        came=past_changes(book, starts, tested),
        usual=usual,
        method=KNOWN_AND_EVERYDAY,
    )
    if not is_worse_than_naive(fan(sheet.past, horizon).backtests):
        return sheet, due
    today = np.array([len(book.all)], dtype=np.int64)
    return replace(sheet, path=usual_changes(book, today, horizon)[0], said=usual, method=NAIVE), due


def _together(sheets: Sequence[Sheet]) -> Sheet:
    """The sum of what is shown for each account, so that the whole is the sum of its parts."""
    books = [sheet.book for sheet in sheets]
    book = Book(
        accounts=tuple(name for one in books for name in one.accounts),
        first_day=books[0].first_day,
        all=_sum([one.all for one in books]),
        everyday=_sum([one.everyday for one in books]),
        moves=_sum([one.moves for one in books]),
        streams=tuple(stream for one in books for stream in one.streams),
    )
    return Sheet(
        book=book,
        opening=sum(sheet.opening for sheet in sheets),
        path=_sum([sheet.path for sheet in sheets]),
        said=_sum([sheet.said for sheet in sheets]),
        came=_sum([sheet.came for sheet in sheets]),
        usual=usual_changes(book, origins(len(book.all)), sheets[0].usual.shape[1]),
        method=KNOWN_AND_EVERYDAY,
    )


def _sum(parts: Sequence[Floats]) -> Floats:
    return np.asarray(np.sum(parts, axis=0), dtype=np.float64)


def _line(sheet: Sheet, currency: str, rows: Rows, as_of: date) -> CashLine:
    spread = fan(sheet.past, len(sheet.path))
    mid = sheet.opening + sheet.path
    lowest = int(np.argmin(mid))
    low = _ends(mid, spread.reach, -1)
    risk = None
    if spread.reach is not None and not sheet.is_credit:
        risk = shortfall(mid[:RISK_DAYS], spread.errors)
    days = tuple(as_of + timedelta(days=ahead) for ahead in range(1, len(mid) + 1))
    return CashLine(
        account=sheet.book.accounts[0],
        currency=currency,
        opening=sheet.opening,
        days=days,
        mid=_whole(mid),
        low=low,
        high=_ends(mid, spread.reach, 1),
        lowest_day=days[lowest],
        lowest=round(float(mid[lowest])),
        lowest_low=low[lowest],
        shortfall=risk,
        is_short=risk is not None and risk >= WARN_FROM and sheet.opening >= 0,
        method=sheet.method,
        backtests=spread.backtests,
        ids=_everyday_ids(sheet.book, rows),
    )


def _everyday_ids(book: Book, rows: Rows) -> tuple[int, ...]:
    known = {number for stream in book.streams for number in stream.ids}
    return tuple(row.id for row in rows.rows if row.account in book.accounts and row.id not in known)


def _ends(mid: Floats, reach: Floats | None, side: int) -> tuple[int | None, ...]:
    return (None,) * len(mid) if reach is None else _whole(mid + side * reach)


def _whole(values: Floats) -> tuple[int, ...]:
    return tuple(round(value) for value in values.tolist())


def _payment(stream: Stream, one: Expected) -> Payment:
    return Payment(date.fromordinal(one.day), one.minor, stream.account, one.evidence_id)
