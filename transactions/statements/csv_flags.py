"""Rows whose word in the column of flags is not known, and columns that were taken for flags and are none."""

from __future__ import annotations

from transactions.ledger.errors import LineError
from transactions.statements.csv_columns import BLANK
from transactions.statements.csv_drafts import Sorted
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_realign import cell_of


def is_kind_of_booking(rows: Sorted, layout: Layout) -> bool:
    """A column with words that say neither in nor out, beside amounts of both signs, names the kind of booking only."""
    values = [draft.money.amount.value for draft in rows.drafts if draft.money.amount is not None]
    unknown = any(cell_of(d.record, layout.scheme.flag) not in BLANK and not d.money.flag for d in rows.drafts)
    return unknown and min(values, default=0) < 0 < max(values, default=0)


def reject_unknown_flags(rows: Sorted, layout: Layout) -> None:
    """Where a column says which way the money went, a row with a word that is not known there cannot be booked."""
    kept = []
    for draft in rows.drafts:
        told = cell_of(draft.record, layout.scheme.flag)
        if told in BLANK or draft.money.flag:
            kept.append(draft)
            continue
        message = f"{told[:40]!r} says neither in nor out. Correct it in the file or add this movement by hand."
        rows.errors.append(LineError(draft.record.line, "amount", message))
    rows.drafts = kept
