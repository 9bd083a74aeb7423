"""A card is settled with what it took between two statement days: known to the cent before it is booked.

Where every past settlement of a card fits one day of the month, the next one is summed up instead of guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from advisory.analysis.forecasts.known import Stream, in_month
from advisory.analysis.rows import Rows

MONTHLY = "monthly"
LAST_CUT = 28
NEWEST = 6
FEWEST = 3
ALLOWED_OFF = 0.01
"""Share of a settlement by which the sum may differ: a refund booked late."""
RATE_DAYS = 91


@dataclass(frozen=True, slots=True)
class CardBill:
    """`days` of the card's rows, transfers left out; `sums[i]` is the total before the i-th. A statement holds the rows
    from one `cut` (day of the month) to the day before the next. `sign`: 1 on the account that pays, -1 on the card.
    """

    days: tuple[int, ...]
    sums: tuple[int, ...]
    cut: int
    sign: int

    def amount(self, due: int, last_day: int) -> int:
        """What is settled on that due day as far as booked by `last_day`; days to come at the rate of a quarter."""
        end = _cut_before(due, self.cut)
        begin = _cut_before(end - 1, self.cut)
        booked = self.between(begin, min(end, last_day + 1))
        to_come = end - max(begin, last_day + 1)
        if to_come > 0:
            since = max(last_day + 1 - RATE_DAYS, self.days[0])
            booked += round(self.between(since, last_day + 1) / max(1, last_day + 1 - since) * to_come)
        return self.sign * booked

    def between(self, first: int, end: int) -> int:
        """Sum of the rows of these days, `end` not included."""
        return (
            self.sums[max(bisect_left(self.days, end), bisect_left(self.days, first))]
            - self.sums[bisect_left(self.days, first)]
        )


def with_card_bills(streams: Iterable[Stream], rows: Rows) -> tuple[Stream, ...]:
    """The streams, those that settle a card with the card's bill."""
    known = tuple(streams)
    moved = {row.id for row in rows.rows if row.is_transfer}
    spent: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in rows.rows:
        if row.id not in moved:
            spent[row.account].append((row.booking_date.toordinal(), row.amount_minor))
    found = []
    for stream in known:
        bill = None
        if stream.cadence == MONTHLY and stream.ids[-1] in moved and len(stream.days) >= FEWEST:
            cards = [stream.account] if stream.minors[-1] > 0 else sorted(set(spent) - {stream.account})
            bills = (_bill(stream, spent[card]) for card in cards if spent[card])
            bill = next((one for one in bills if one), None)
        found.append(replace(stream, bill=bill) if bill else stream)
    return tuple(found)


def _bill(stream: Stream, spent: Sequence[tuple[int, int]]) -> CardBill | None:
    days, minors = tuple(day for day, _ in spent), [minor for _, minor in spent]
    sums = (0, *accumulate(minors))
    newest = list(zip(stream.days, stream.minors, strict=True))[-NEWEST:]
    for cut in range(1, LAST_CUT + 1):
        bill = CardBill(days, sums, cut, 1 if stream.minors[-1] < 0 else -1)
        if all(abs(bill.amount(day, day) - minor) <= ALLOWED_OFF * abs(minor) for day, minor in newest):
            return bill
    return None


def _cut_before(day: int, cut: int) -> int:
    """The newest cut on that day or before."""
    month = date.fromordinal(day)
    count = month.year * 12 + month.month - 1
    this = in_month(count, cut)
    return this if this <= day else in_month(count - 1, cut)
