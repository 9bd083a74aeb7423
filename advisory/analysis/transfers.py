"""Transfers between own accounts: which two rows are one movement of money."""

from __future__ import annotations

from advisory.analysis.rows import Rows
from transactions.ledger.matching import Leg, match_transfers


def pair_transfers(rows: Rows) -> tuple[tuple[int, int], ...]:
    """Pairs (id that leaves, id that arrives), by id."""
    numbers = {name: place for place, name in enumerate(sorted({row.account for row in rows.rows}))}
    legs = [
        Leg(row.id, numbers[row.account], row.booking_date, row.amount_minor, row.currency, text=row.words)
        for row in rows.rows
    ]
    return tuple((out.transaction_id, into.transaction_id) for out, into in match_transfers(legs))
