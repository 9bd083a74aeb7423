"""Spending of one kind by weeks: the same cut through the rows before and after an advice, so that both compare.

Weeks of seven days that end on a given day; sums are positive minor units.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from typing import Any

from advisory.analysis.fee_kinds import fee_kind
from transactions.ledger.columns import Share

Relative = tuple[Mapping[str, float], Mapping[int, str]]
"""Usual logarithms by payee key (`usual_logs`), and payee keys by transaction id."""

MOST_WEEKS = 104
WEEK = 7
CAP_PER_CENT = 95
SEEN = 3


@dataclass(frozen=True, slots=True)
class Weeks:
    """By week, oldest first: what was spent, the sum of the logarithms of the amounts (each over what that payee
    usually takes), and how many there were."""

    sums: tuple[int, ...]
    logs: tuple[float, ...]
    counts: tuple[int, ...]

    def as_json(self) -> dict[str, Any]:
        return {"sums": list(self.sums), "logs": [round(one, 4) for one in self.logs], "counts": list(self.counts)}


def category_of(share: Share) -> str:
    """The key by which categories are grouped everywhere."""
    return str(share.category_id if share.category_id is not None else share.category_key or "none")


def selected(shares: Iterable[Share], select: Mapping[str, Any]) -> list[Share]:
    """Spending of the chosen kind. `select`: {currency, categories: [key] or fees: kind, below: minor units}."""
    wanted = set(select.get("categories", ()))
    fees, below = select.get("fees", ""), int(select.get("below", 0))
    return [
        share
        for share in shares
        if share.amount_minor < 0
        and not share.is_transfer
        and share.currency == select["currency"]
        and (fee_kind(share) == fees if fees else category_of(share) in wanted)
        and (not below or -share.amount_minor <= below)
    ]


def cap_of(shares: Sequence[Share]) -> int:
    """The amount that a single purchase counts at most: one sofa must not decide about a habit."""
    sizes = sorted(-share.amount_minor for share in shares)
    return sizes[max(-(-len(sizes) * CAP_PER_CENT // 100), 1) - 1] if sizes else 0


def usual_logs(shares: Iterable[Share], keys: Mapping[int, str]) -> dict[str, float]:
    """The mean logarithm of an amount by payee key, where it was seen three times; '' stands for all others.

    A dinner is dearer than a lunch: held against its own payee, a purchase says more.
    """
    by_key: defaultdict[str, list[float]] = defaultdict(list)
    for share in shares:
        by_key[keys.get(share.transaction_id, "")].append(log(-share.amount_minor))
    every = [one for listed in by_key.values() for one in listed]
    usual = {key: round(sum(one) / len(one), 4) for key, one in sorted(by_key.items()) if key and len(one) >= SEEN}
    return usual | ({"": round(sum(every) / len(every), 4)} if every else {})


def weeks_until(
    shares: Iterable[Share], last: date, count: int, cap: int = 0, relative: Relative | None = None
) -> Weeks:
    """The `count` weeks that end with the day `last`, included."""
    usual, keys = relative or ({}, {})
    other = usual.get("", 0.0)
    sums, logs, counts = [0] * count, [0.0] * count, [0] * count
    for share in shares:
        back = (last - share.booking_date).days // WEEK
        if 0 <= back < count and share.booking_date <= last:
            place = count - 1 - back
            size = -share.amount_minor
            sums[place] += min(size, cap) if cap else size
            logs[place] += log(size) - usual.get(keys.get(share.transaction_id, ""), other)
            counts[place] += 1
    return Weeks(tuple(sums), tuple(logs), tuple(counts))
