"""Stored series in the engines' own words."""

from __future__ import annotations

from datetime import date

from advisory.analysis.findings import PriceChange, Series
from advisory.models import RecurringSeries


def series_of(row: RecurringSeries) -> Series:
    """What was found last, as the engine had it."""
    return Series(
        ids=tuple(row.transactions),
        payee_key=row.payee_key,
        label=row.label,
        currency=row.currency,
        account=str(row.account_id or ""),
        cadence=row.cadence,
        role=row.role,
        status=row.status,
        day=row.day,
        first_date=row.first_date,
        last_date=row.last_date,
        next_date=row.next_date,
        next_from=row.next_from,
        next_until=row.next_until,
        amount_minor=row.amount_minor,
        amount_low=row.amount_low_minor,
        amount_high=row.amount_high_minor,
        price_changes=tuple(
            PriceChange(date.fromisoformat(step["date"]), step["from"], step["to"]) for step in row.price_changes
        ),
        missed=row.missed,
        late=row.late,
        notes=tuple(row.notes),
        confidence=row.confidence,
    )
