"""Series that the user says are one: a contract under a new name, or payments that were read as two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from advisory.analysis.findings import PriceChange, Series

SAME_PRICE = 50
"""One in so many: amounts that differ by less are one price."""


def joined(parts: Sequence[Series], days: Mapping[int, date]) -> Series:
    """One series of all their rows, which goes on as the newest part does. `days`: booking dates by row; rows without
    one come last, in the order of their ids. The order of `parts` decides nothing. Raises ValueError for none."""
    if not parts:
        raise ValueError("No series to join.")
    newest = max(parts, key=lambda one: (one.is_running, one.last_date, one.ids))
    booked = {pk for one in parts for pk in one.ids if pk > 0}
    rows = sorted(booked, key=lambda pk: (days.get(pk, date.max), pk))
    by_start = sorted(parts, key=lambda one: (one.first_date, one.ids))
    changes = {*(step for one in parts for step in one.price_changes), *_seams(by_start)}
    with_rows = [one for one in parts if one.ids[:1] > (0,)] or [newest]
    return replace(
        newest,
        ids=tuple(rows) or newest.ids,
        first_date=min(one.first_date for one in with_rows),
        last_date=max(one.last_date for one in with_rows),
        price_changes=tuple(sorted(changes, key=lambda step: (step.date, step.from_minor, step.to_minor))),
        missed=sum(one.missed for one in parts),
        late=sum(one.late for one in parts),
        notes=tuple(dict.fromkeys(note for one in by_start for note in one.notes)),
        confidence=max(one.confidence for one in parts),
    )


def _seams(by_start: Sequence[Series]) -> list[PriceChange]:
    """Where one part follows another at another price, that is a step of the whole."""
    return [
        PriceChange(after.first_date, before.amount_minor, after.amount_minor)
        for before, after in pairwise(by_start)
        if before.last_date < after.first_date
        and abs(after.amount_minor - before.amount_minor) * SAME_PRICE > abs(before.amount_minor)
    ]
