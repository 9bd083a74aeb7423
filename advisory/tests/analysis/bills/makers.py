"""Declared series and rows, in few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from advisory.analysis.bills.declared import Declared
from advisory.analysis.findings import Series
from advisory.analysis.rows import Row

RENT = Declared("Rent", "rent", "EUR", "1", "monthly", "bill", -900_00, date(2026, 1, 31))


def said(**more: Any) -> Declared:
    return replace(RENT, **more)


def row(pk: int, day: date, minor: int = -900_00, **more: Any) -> Row:
    return replace(Row(pk, day, minor, "EUR", "1", "Rent", "Rent"), **more)


def series(*ids: int, **more: Any) -> Series:
    """One of monthly rows; its days are of `more`."""
    day = date(2026, 1, 1)
    made = Series(
        ids=ids, payee_key="rent", label="Rent", currency="EUR", account="1", cadence="monthly", role="bill",
        status="active", day=1, first_date=day, last_date=day, next_date=date(2026, 7, 1), next_from=None,
        next_until=None, amount_minor=-900_00, amount_low=-900_00, amount_high=-900_00,
    )  # fmt: skip
    return replace(made, **more)
