"""Day or month first: decided from all rows of a file together, then from what else the file shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from transactions.statements.dates import ORDERS, DateParts, orders_that_fit

LATITUDE_DAYS = 40  # scheduled movements may lie ahead of the day of the download
PLAIN = "nothing to decide, every date says it itself"
NAMES = {"DMY": "day, month, year", "MDY": "month, day, year", "YMD": "year, month, day"}


@dataclass(frozen=True, slots=True)
class DateOrder:
    order: str
    reason: str  # in words, for the preview

    @property
    def in_words(self) -> str:
        if self.reason == PLAIN:
            return self.reason
        return f"{NAMES[self.order]} ({self.reason})"


def decide_order(
    booking: Sequence[DateParts], others: Sequence[DateParts], pairs: Sequence[tuple[DateParts, DateParts]],
    *, today: date | None, prefers_month_first: bool,
) -> DateOrder:  # fmt: skip
    """`booking` in file order, `others` any more dates of the file, `pairs` two dates of one row."""
    if not any(orders_that_fit([*booking, *others]).values()):
        return DateOrder("DMY", PLAIN)
    # The other dates are asked only where the booking dates leave it open: they may be no dates at all.
    able = _able(others, _able(booking, ORDERS))
    if len(able) == 1:
        return DateOrder(able[0], "the only order in which all dates exist")
    if today is not None:
        past = [order for order in able if not _lies_ahead(booking, order, today)]
        if len(past) == 1:
            return DateOrder(past[0], "the other order would put movements in the future")
        able = past or able
    return _by_sequence(booking, pairs, able, prefers_month_first=prefers_month_first)


def _able(cells: Sequence[DateParts], orders: Sequence[str]) -> list[str]:
    """Those of the orders that can read most of the cells."""
    fits = orders_that_fit(cells)
    most = max(fits[order] for order in orders)
    return [order for order in orders if fits[order] == most]


def _lies_ahead(booking: Sequence[DateParts], order: str, today: date) -> bool:
    days = [day for parts in booking if (day := parts.in_order(order))]
    return bool(days) and (max(days) - today).days > LATITUDE_DAYS


def _by_sequence(
    booking: Sequence[DateParts],
    pairs: Sequence[tuple[DateParts, DateParts]],
    able: list[str],
    *,
    prefers_month_first: bool,
) -> DateOrder:
    """Statements run in order and in one stretch, and two dates of one row lie close together."""
    habit = "MDY" if prefers_month_first else "DMY"
    sorted_share = {order: round(_sortedness(booking, order), 3) for order in able}
    spread = {order: _spread(booking, order) for order in able}
    gap = {order: _gap(pairs, order) for order in able}
    ranked = sorted(able, key=lambda o: (-sorted_share[o], gap[o], spread[o], o != habit, o == "YMD"))
    best, second = ranked[0], ranked[1]
    if sorted_share[best] - sorted_share[second] >= 0.1:
        return DateOrder(best, "the rows run in order of time that way")
    ranked = sorted(able, key=lambda o: (gap[o], spread[o], o != habit, o == "YMD"))
    best, second = ranked[0], ranked[1]
    if gap[best] != gap[second] or spread[best] * 2 < spread[second]:
        return DateOrder(best, "the dates lie closest together that way")
    best = habit if habit in able else able[0]
    return DateOrder(best, "both orders are possible; taken as usual for this currency and format, please check")


def _sortedness(booking: Sequence[DateParts], order: str) -> float:
    days = [day for parts in booking if (day := parts.in_order(order))]
    if len(days) < 3:
        return 1.0
    up = sum(a <= b for a, b in pairwise(days))
    down = sum(a >= b for a, b in pairwise(days))
    return max(up, down) / (len(days) - 1)


def _spread(booking: Sequence[DateParts], order: str) -> int:
    days = [day for parts in booking if (day := parts.in_order(order))]
    return (max(days) - min(days)).days + 1 if days else 0


def _gap(pairs: Sequence[tuple[DateParts, DateParts]], order: str) -> int:
    """Average days between the two dates of a row, in steps of ten, so that it speaks only when it shouts."""
    gaps = [abs((a - b).days) for x, y in pairs if (a := x.in_order(order)) and (b := y.in_order(order))]
    return sum(gaps) // len(gaps) // 10 if gaps else 0
