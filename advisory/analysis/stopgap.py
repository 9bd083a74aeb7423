"""The engines of the monthly report, asked in the words of the shell, where no better engine stands yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from advisory.analysis.duplicates import find_double_charges
from advisory.analysis.findings import Alert, Guess
from advisory.analysis.history import Booking
from advisory.analysis.rows import Row, Rows
from transactions.ledger.columns import Share
from transactions.ledger.fingerprint import normalise_text
from transactions.ledger.suggest import suggest_category

ALERTS_VERSION = "alerts@0"
CATEGORIES_VERSION = "categories@0"


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
