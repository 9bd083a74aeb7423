"""The lines of a file as they will be kept, in few bytes: a file may have two million of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from transactions.ledger.packed import Lazy, Mapped, PackedTexts

BETWEEN = "\x00"  # stands in no text that is kept
NO_BALANCE = -(2**63)
NO_DAY = 0


@dataclass(frozen=True, slots=True)
class ImportSplit:
    """One share of a line; the shares of a line sum to it exactly."""

    amount_minor: int
    category_hint: str
    note: str


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One line as it will be kept. `amount_minor` is signed: leaving is negative."""

    line: int
    booking_date: date
    value_date: date | None
    amount_minor: int
    currency: str
    counterparty: str
    description: str
    external_id: str
    raw: str
    is_pending: bool
    category_hint: str
    balance_minor: int | None
    note: str = ""
    tags: tuple[str, ...] = ()
    splits: tuple[ImportSplit, ...] = ()
    transfer_to: str = ""


Rare = tuple[str, tuple[str, ...], tuple[ImportSplit, ...], str]
NOTHING_RARE: Rare = ("", (), (), "")


class ImportLines(Lazy[ImportLine]):
    """Lines of one account in one currency. A line is made when it is asked for; its figures are at hand as columns."""

    def __init__(self, currency: str, lines: Iterable[ImportLine] = ()) -> None:
        self._currency = currency
        self.amounts = array("q")
        self.pending = bytearray()
        self._numbers, self._days, self._value_days = array("I"), array("I"), array("I")
        self._balances = array("q")
        self._texts = PackedTexts()
        self._rare: dict[int, Rare] = {}
        for line in lines:
            self.append(line)

    def __len__(self) -> int:
        return len(self._numbers)

    def append(self, line: ImportLine) -> None:
        """The line's texts hold no NUL."""
        rare = (line.note, line.tags, line.splits, line.transfer_to)
        if rare != NOTHING_RARE:
            self._rare[len(self._numbers)] = rare
        self._numbers.append(line.line)
        self._days.append(line.booking_date.toordinal())
        self._value_days.append(line.value_date.toordinal() if line.value_date is not None else NO_DAY)
        self.amounts.append(line.amount_minor)
        self._balances.append(NO_BALANCE if line.balance_minor is None else line.balance_minor)
        self.pending.append(line.is_pending)
        self._texts.append(
            BETWEEN.join((line.counterparty, line.description, line.external_id, line.category_hint, line.raw))
        )

    def at(self, index: int) -> ImportLine:
        counterparty, description, external_id, category_hint, raw = self._texts.at(index).split(BETWEEN)
        value_day = self._value_days[index]
        return ImportLine(
            self._numbers[index],
            date.fromordinal(self._days[index]),
            date.fromordinal(value_day) if value_day != NO_DAY else None,
            self.amounts[index],
            self._currency,
            counterparty,
            description,
            external_id,
            raw,
            bool(self.pending[index]),
            category_hint,
            self._balance(index),
            *self._rare.get(index, NOTHING_RARE),
        )

    def _balance(self, index: int) -> int | None:
        balance = self._balances[index]
        return balance if balance != NO_BALANCE else None

    @property
    def days(self) -> Sequence[date]:
        """The booking dates, in order."""
        return Mapped(date.fromordinal, self._days)

    @property
    def balances(self) -> Sequence[int | None]:
        return Mapped(self._balance, range(len(self)))
