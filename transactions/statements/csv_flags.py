"""Rows whose word in the column of flags is not known, and columns that were taken for flags and are none."""

from __future__ import annotations

from transactions.ledger.errors import LineError
from transactions.statements.csv_columns import BLANK
from transactions.statements.csv_drafts import Sorted
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_realign import cell_of


def is_kind_of_booking(rows: Sorted, layout: Layout) -> bool:
    """A column with words that say neither in nor out, beside amounts of both signs, names the kind of booking only."""
    untold = (rows.drafts.record_at(place) for place, flag in enumerate(rows.drafts.flags) if not flag)
    if all(cell_of(record, layout.scheme.flag) in BLANK for record in untold):
        return False
    values = (money.amount.value for money in rows.drafts.money if money.amount is not None)
    return {1, -1} <= {(value > 0) - (value < 0) for value in values}


def reject_unknown_flags(rows: Sorted, layout: Layout) -> None:
    """Where a column says which way the money went, a row with a word that is not known there cannot be booked."""
    unknown: set[int] = set()
    for place, flag in enumerate(rows.drafts.flags):
        if flag:
            continue
        record = rows.drafts.record_at(place)
        told = cell_of(record, layout.scheme.flag)
        if told in BLANK:
            continue
        unknown.add(place)
        message = f"{told[:40]!r} says neither in nor out. Correct it in the file or add this movement by hand."
        rows.errors.append(LineError(record.line, "amount", message))
    rows.drafts = rows.drafts.without(unknown)
