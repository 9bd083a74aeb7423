"""Day or month first: decided from all rows of a file together, then from what else the file shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from transactions.statements.dates import ORDERS, DateParts, orders_that_fit

LATITUDE_DAYS = 40  # scheduled movements may lie ahead of the day of the download
PERIOD_SLACK = 4  # days that a booking may lie outside of the period its statement names
PLAIN = "nothing to decide, every date says it itself"
NAMES = {"DMY": "day, month, year", "MDY": "month, day, year", "YMD": "year, month, day"}


@dataclass(frozen=True, slots=True)
class DateOrder:
    order: str
    reason: str  # in words, for the preview
    open_orders: tuple[str, ...] = ()  # the orders nothing decides between; empty when the evidence speaks

    @property
    def in_words(self) -> str:
        if self.reason == PLAIN:
            return self.reason
        return f"{NAMES[self.order]} ({self.reason})"


@dataclass(frozen=True, slots=True)
class DateHabit:
    """Which order is usual where the file comes from, and by what that shows; without a reason it is a mere guess."""

    order: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FileDates:
    """The dates of a file that may be read in two ways."""

    booking: Sequence[DateParts]  # in file order
    others: Sequence[DateParts] = ()  # any more dates in the rows or around the table
    pairs: Sequence[tuple[DateParts, DateParts]] = ()  # two dates of one row
    around: Sequence[DateParts] = ()  # those above the table, which often name its period


def decide_order(dates: FileDates, habit: DateHabit, *, today: date | None, downloaded: date | None) -> DateOrder:
    """`downloaded`: the day that the file's name carries, after which nothing in it can lie."""
    booking = dates.booking
    if not any(orders_that_fit([*booking, *dates.others]).values()):
        return DateOrder("DMY", PLAIN)
    # The other dates are asked only where the booking dates leave it open: they may be no dates at all.
    able = _able(dates.others, _able(booking, ORDERS))
    if len(able) == 1:
        return DateOrder(able[0], "the only order in which all dates exist")
    for limit, latitude, why in (
        (today, LATITUDE_DAYS, "the other order would put movements in the future"),
        (downloaded, LATITUDE_DAYS // 4, "the other order would put movements after the day in the file's name"),
    ):
        past = [order for order in able if limit is None or not _lies_ahead(booking, order, limit, latitude)]
        if len(past) == 1:
            return DateOrder(past[0], why)
        able = past or able
    inside = [order for order in able if _is_in_period(dates, order)]
    if len(inside) == 1 and len(able) > 1:
        return DateOrder(inside[0], "the other order would leave the period that the file states")
    return _by_sequence(dates, able, habit)


def _is_in_period(dates: FileDates, order: str) -> bool:
    """Whether all movements lie between the first and the last date that stand above the table."""
    around = [day for parts in dates.around if (day := parts.in_order(order)) is not None]
    if len(around) < 2 or len(around) < len(dates.around):
        return False
    first, last = min(around) - timedelta(days=PERIOD_SLACK), max(around) + timedelta(days=PERIOD_SLACK)
    return all(first <= day <= last for parts in dates.booking if (day := parts.in_order(order)) is not None)


def _able(cells: Sequence[DateParts], orders: Sequence[str]) -> list[str]:
    """Those of the orders that can read most of the cells."""
    fits = orders_that_fit(cells)
    most = max(fits[order] for order in orders)
    return [order for order in orders if fits[order] == most]


def _lies_ahead(booking: Sequence[DateParts], order: str, limit: date, latitude: int) -> bool:
    days = [day for parts in booking if (day := parts.in_order(order))]
    return bool(days) and (max(days) - limit).days > latitude


def _by_sequence(dates: FileDates, able: list[str], habit: DateHabit) -> DateOrder:
    """Statements run in order and in one stretch, and two dates of one row lie close together."""
    booking = dates.booking
    sorted_share = {order: round(_sortedness(booking, order), 3) for order in able}
    spread = {order: _spread(booking, order) for order in able}
    gap = {order: _gap(dates.pairs, order) for order in able}
    ranked = sorted(able, key=lambda o: (-sorted_share[o], gap[o], spread[o], o != habit.order, o == "YMD"))
    best, second = ranked[0], ranked[1]
    if sorted_share[best] - sorted_share[second] >= 0.1:
        return DateOrder(best, "the rows run in order of time that way")
    ranked = sorted(able, key=lambda o: (gap[o], spread[o], o != habit.order, o == "YMD"))
    best, second = ranked[0], ranked[1]
    if gap[best] != gap[second] or spread[best] * 2 < spread[second]:
        return DateOrder(best, "the dates lie closest together that way")
    return _by_habit(booking, able, habit)


def _by_habit(booking: Sequence[DateParts], able: list[str], habit: DateHabit) -> DateOrder:
    order = habit.order if habit.order in able else able[0]
    readings = {name: tuple(parts.in_order(name) for parts in booking) for name in able}
    if len(set(readings.values())) == 1:
        return DateOrder(order, PLAIN)
    if habit.reason and order == habit.order:
        return DateOrder(order, habit.reason)
    # A two-digit year in front is rare enough to be offered only where nothing else is left.
    left = [name for name in able if name != "YMD"] if len(able) > 2 else able
    words = "both orders are possible; taken as usual for this currency and format, please check"
    return DateOrder(order, words, tuple(left))


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
