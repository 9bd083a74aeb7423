"""Changes of a saved scenario in an archive: as strict as the form that makes them, with their ids carried over."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from advisory.analysis.carried.shapes import LARGEST, Read, day, decimal, listed, one_of, record, row_id, text, whole
from advisory.analysis.per_year import PER_YEAR
from transactions.ledger.references import Mapper

MOST_CHANGES = 20
LONGEST_LABEL = 80
LONGEST_LOSS = 24
LEAST_PER_CENT, MOST_PER_CENT = -100, 1000


def _row(value: Any, new: Mapper) -> int:
    """A row of a series; a number below zero is the mark of a declared one."""
    if isinstance(value, int) and not isinstance(value, bool) and value < 0:
        return -new("RecurringSeries", -value)
    return new("Transaction", value)


_amount = whole(-LARGEST)


def _label(value: Any, new: Mapper) -> str:
    return text(value, new)[:LONGEST_LABEL]


def _per_cent(value: Any, new: Mapper) -> str:
    found = decimal(value, new)
    if not LEAST_PER_CENT <= Decimal(found) <= MOST_PER_CENT:
        raise ValueError("no part that can be")
    return found


def _kind(name: str, needed: Mapping[str, Read], more: Mapping[str, Read] | None = None) -> Read:
    shared: Mapping[str, Read] = {"label": _label}
    return record({"kind": one_of((name,)), **needed}, {**shared, **(more or {})})


SHAPES: Mapping[str, Read] = {
    "cancel": _kind("cancel", {"row": _row}, {"from": day}),
    "amount": _kind("amount", {"row": _row, "amount": _amount}, {"from": day}),
    "due_day": _kind("due_day", {"row": _row, "day": whole(1, 31)}, {"from": day}),
    "add": _kind(
        "add", {"amount": _amount, "from": day}, {"cadence": one_of(("", *PER_YEAR)), "until": day}
    ),
    "lose_income": _kind("lose_income", {"months": whole(1, LONGEST_LOSS)}, {"from": day, "rows": listed(_row)}),
    "category": _kind("category", {"category": row_id("Category"), "per_cent": _per_cent}, {"from": day}),
    "debt": _kind("debt", {"account": row_id("LedgerAccount"), "amount": whole()}),
}  # fmt: skip
"""By kind, as `planning.written.READERS`."""


def _change(value: Any, new: Mapper) -> Any:
    if not isinstance(value, dict):
        raise TypeError("no object")
    read = SHAPES.get(str(value.get("kind")))
    if read is None:
        raise ValueError("no such change")
    return read(value, new)


def changes(value: Any, new: Mapper) -> Any:
    found = listed(_change)(value, new)
    if len(found) > MOST_CHANGES:
        raise ValueError("too many changes")
    return found
