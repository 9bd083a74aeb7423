"""The changes that an advice comes down to, so that it can be tried before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from advisory.analysis.planning.compared import MONTHS_A_YEAR

ENDS = frozenset({"A01", "A04", "A05"})
"""Rules whose advice is to end what its rows belong to."""
ONCE = frozenset({"A06", "A22", "A26"})
"""Rules whose money comes once: a double charge or a refund paid back, a windfall put to use."""


def changes_from(
    rule: str, rows: Iterable[int], saving_minor: int | None, *, ids_of: Mapping[int, int], first: date, label: str
) -> list[dict[str, Any]]:
    """As the address of the studio carries them, with `amount` in minor units; empty where money does not move.

    `ids_of`: the running series that money leaves by, by each of their rows. What is no ending is its saving: once, or
    that of a year spread over months from `first` on and rounded down.
    """
    series = sorted({ids_of[row] for row in rows if row in ids_of})
    if rule in ENDS and series:
        return [{"kind": "cancel", "series": one} for one in series]
    saving = saving_minor or 0
    amount, rhythm = (saving, {}) if rule in ONCE else (saving // MONTHS_A_YEAR, {"cadence": "monthly"})
    if amount <= 0:
        return []
    return [{"kind": "add", "amount": amount, **rhythm, "starts": first.isoformat(), "label": label}]
