"""The engines of the monthly report, asked in the words of the shell, where no better engine stands yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from advisory.analysis.duplicates import find_double_charges
from advisory.analysis.findings import Alert, Backtest, CashDay, CashForecast, Guess, Series
from advisory.analysis.history import Booking
from advisory.analysis.recurring import RecurringSeries, detect_recurring
from advisory.analysis.rows import Row, Rows
from transactions.ledger.columns import Share
from transactions.ledger.fingerprint import normalise_text
from transactions.ledger.matching import Leg, match_transfers
from transactions.ledger.suggest import suggest_category

SERIES_VERSION, ALERTS_VERSION, FORECAST_VERSION = "recurring@0", "alerts@0", "forecast@0"
CATEGORIES_VERSION, TRANSFERS_VERSION = "categories@0", "transfers@1"
CADENCES = {"fortnightly": "biweekly"}
RATE_DAYS = 90


def pair_transfers(rows: Rows) -> tuple[tuple[int, int], ...]:
    """(outgoing id, incoming id) of movements between own accounts, in order of their ids."""
    numbers = {name: number for number, name in enumerate(sorted({row.account for row in rows.rows}))}
    legs = (
        Leg(row.id, numbers[row.account], row.booking_date, row.amount_minor, row.currency, text=row.words)
        for row in rows.rows
    )
    return tuple((out.transaction_id, into.transaction_id) for out, into in match_transfers(legs))


def guess_categories(rows: Rows, wanted: Iterable[int]) -> tuple[Guess, ...]:
    """The category that the same words got before, else the built-in words; abstains otherwise."""
    history: defaultdict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.rows:
        if row.category:
            history[normalise_text(row.words)][row.category].append(row.id)
    chosen = set(wanted)
    return tuple(_guess(row, history.get(normalise_text(row.words), {})) for row in rows.rows if row.id in chosen)


def _guess(row: Row, past: Mapping[str, list[int]]) -> Guess:
    if past:
        ranked = sorted(past, key=lambda name: (-len(past[name]), name))
        ids, total = past[ranked[0]], sum(map(len, past.values()))
        share = len(ids) / (total + 1)
        candidates = tuple((name, len(past[name]) / (total + 1)) for name in ranked[:3])
        return Guess(
            row.id, ranked[0], share, "You gave the same text this category.", "", candidates, "own", tuple(ids)
        )
    known = suggest_category(row.words, is_incoming=row.amount_minor > 0)
    if known is None:
        return Guess(row.id, "", 0.0, "")
    return Guess(row.id, known.key, 0.6, known.reason, "", ((known.key, 0.6),), "words")


def detect_series(rows: Rows, as_of: date) -> tuple[Series, ...]:
    """Outgoing series only; roles are not told apart."""
    return tuple(_series(rows, found, as_of) for found in detect_recurring(_bookings(rows)))


def _bookings(rows: Rows) -> list[Booking]:
    return [_booking(row) for row in rows.rows if not row.is_transfer and row.amount_minor < 0]


def _booking(row: Row) -> Booking:
    lead = Share(
        transaction_id=row.id,
        booking_date=row.booking_date,
        amount_minor=row.amount_minor,
        currency=row.currency,
        account_id=0,
        payee_name=row.counterparty or row.text,
        text=row.words,
    )
    return Booking(row.id, row.booking_date, row.amount_minor, lead, (lead,))


def _series(rows: Rows, found: RecurringSeries, as_of: date) -> Series:
    last, cadence = found.last, found.cadence
    accounts = {row.id: row.account for row in rows.rows}
    amounts = [booking.amount_minor for booking in found.bookings[-3:]]
    slack = timedelta(days=cadence.slack)
    return Series(
        ids=tuple(booking.transaction_id for booking in found.bookings),
        payee_key=found.payee,
        label=last.lead.payee_name,
        currency=last.lead.currency,
        account=accounts[last.transaction_id],
        cadence=CADENCES.get(cadence.key, cadence.key),
        role="bill",
        status="active" if found.is_active(as_of + timedelta(days=1)) else "ended",
        day=found.day,
        next_date=found.next_date,
        next_from=found.next_date - slack,
        next_until=found.next_date + slack,
        amount_minor=last.amount_minor,
        amount_low=min(amounts),
        amount_high=max(amounts),
    )


def find_alerts(rows: Rows) -> tuple[Alert, ...]:
    """Charges that look booked twice, over the whole history."""
    bookings = _bookings(rows)
    return tuple(
        Alert(
            "duplicate",
            (pair.second.transaction_id,),
            (pair.first.transaction_id,),
            0.0,
            0.7,
            pair.second.amount_minor,
            "The same payee charged the same amount within a day.",
        )
        for pair in find_double_charges(bookings, bookings)
    )


def forecast_cash(
    rows: Rows, balances: Mapping[tuple[str, str], int] | None, as_of: date, horizon_days: int
) -> tuple[CashForecast, ...]:
    """One line a currency: the mean day of the last ninety goes on. No band and no back-test."""
    return tuple(
        _forecast(rows, currency, balances, as_of, horizon_days)
        for currency in sorted({row.currency for row in rows.rows})
    )


def _forecast(
    rows: Rows, currency: str, balances: Mapping[tuple[str, str], int] | None, as_of: date, horizon_days: int
) -> CashForecast:
    since = as_of - timedelta(days=RATE_DAYS)
    used = [row for row in rows.rows if row.currency == currency and since < row.booking_date <= as_of]
    total = sum(row.amount_minor for row in used)
    start = sum(minor for (_, code), minor in (balances or {}).items() if code == currency)
    days = tuple(
        CashDay(as_of + timedelta(days=ahead), start + round(total * ahead / RATE_DAYS))
        for ahead in range(1, horizon_days + 1)
    )
    ids = tuple(sorted(row.id for row in used))
    return CashForecast(currency, "", as_of, balances is None, start, days, Backtest(), ids, FORECAST_VERSION)
