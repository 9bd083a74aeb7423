"""The rows as the alerts look at them: by payee, what leaves by itself, and what a series already explains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import median

from advisory.analysis.payees import normalise
from advisory.analysis.rows import Row, Rows
from advisory.analysis.series import Series
from advisory.analysis.series.keys import household_keys
from advisory.analysis.series.signals import Signal, signal_of
from advisory.analysis.transfers import pair_transfers

DAYS_A_MONTH = 30.437
# Money handed on: equal sums and large first ones are ordinary there.
HANDED_ON = frozenset({"cash", "transfer", "cheque"})


@dataclass(frozen=True, slots=True)
class Purchase:
    """One row that leaves, with its payee's key; `channel` as the normaliser has it; `series` the one it belongs to."""

    row: Row
    key: str
    channel: str
    series: Series | None
    is_transfer: bool

    @property
    def size(self) -> int:
        return -self.row.amount_minor

    @property
    def day(self) -> int:
        return self.row.booking_date.toordinal()


@dataclass(frozen=True, slots=True)
class Income:
    """One row that comes in, with its payee's key. `is_transfer`: so marked, or taken for one."""

    row: Row
    key: str
    is_transfer: bool

    @property
    def day(self) -> int:
        return self.row.booking_date.toordinal()


class Ledger:
    """All rows up to `as_of` (inclusive) as purchases, in order of days, and `incomes` by (key, currency)."""

    def __init__(self, rows: Rows, series: Sequence[Series], as_of: date) -> None:
        self.rows = tuple(row for row in rows.rows if row.booking_date <= as_of)
        self.as_of = as_of
        seen = Rows.of(self.rows)
        self.series = tuple(series)
        by_row = {number: one for one in series for number in one.ids}
        moved = {number for pair in pair_transfers(seen) for number in pair}
        keys = household_keys(seen, {})
        self.purchases = tuple(
            Purchase(
                row,
                key,
                normalise(row.text, row.counterparty).channel,
                by_row.get(row.id),
                row.is_transfer or row.id in moved,
            )
            for row, key in zip(seen.rows, keys, strict=True)
            if row.amount_minor < 0
        )
        incomes: defaultdict[tuple[str, str], list[Income]] = defaultdict(list)
        for row, key in zip(seen.rows, keys, strict=True):
            if row.amount_minor > 0:
                incomes[key, row.currency].append(Income(row, key, row.is_transfer or row.id in moved))
        self.incomes = dict(incomes)
        self._signals: dict[tuple[str, str], Signal] = {}

    @cached_property
    def by_payee(self) -> dict[tuple[str, str], list[Purchase]]:
        """Purchases by (key, currency), in order of days; rows without a payee are left out."""
        found: defaultdict[tuple[str, str], list[Purchase]] = defaultdict(list)
        for purchase in self.purchases:
            if purchase.key:
                found[purchase.key, purchase.row.currency].append(purchase)
        return dict(found)

    @cached_property
    def months(self) -> float:
        if not self.rows:
            return 1.0
        return max(1.0, (self.as_of - self.rows[0].booking_date).days / DAYS_A_MONTH)

    @cached_property
    def usual(self) -> dict[str, float]:
        """The median size of what leaves, by currency, transfers apart."""
        sizes: defaultdict[str, list[int]] = defaultdict(list)
        for purchase in self.purchases:
            if not purchase.is_transfer:
                sizes[purchase.row.currency].append(purchase.size)
        return {currency: float(median(listed)) for currency, listed in sizes.items()}

    def signal(self, purchase: Purchase) -> Signal:
        """What the payee's words say; one text a payee and way of paying is enough."""
        found = self._signals.get((purchase.key, purchase.channel))
        if found is None:
            found = signal_of(purchase.key, is_incoming=False, text=purchase.row.words, channel=purchase.channel)
            self._signals[purchase.key, purchase.channel] = found
        return found

    def is_handed_on(self, purchase: Purchase) -> bool:
        signal = self.signal(purchase)
        is_shop = bool(signal.category) and signal.category != "transfer"
        return purchase.is_transfer or signal.is_cash or (purchase.channel in HANDED_ON and not is_shop)
