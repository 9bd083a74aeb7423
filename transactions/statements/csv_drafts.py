"""The rows of a table by what they are: movements whose dates and signs are still open, balances, rows left out.

A table may have two million rows, so its movements are columns: of each are kept the number of its row, its dates and
its figures; its cells are cut from the text again when somebody asks for them.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from transactions.ledger.errors import LineError
from transactions.ledger.packed import Lazy, Mapped, PackedDecimals, Repeated
from transactions.statements.csv_money import Money, Words
from transactions.statements.csv_records import Record
from transactions.statements.csv_scheme import Scheme
from transactions.statements.dates import DateParts
from transactions.statements.numbers import Amount


class Draft:
    """One movement: a place in the columns."""

    __slots__ = ("_all", "_place")

    def __init__(self, drafts: Drafts, place: int) -> None:
        self._all, self._place = drafts, place

    @property
    def record(self) -> Record:
        return self._all.record_at(self._place)

    @property
    def booking(self) -> DateParts:
        return self._all.bookings[self._place]

    @property
    def value(self) -> DateParts | None:
        return self._all.values[self._place]

    @property
    def money(self) -> Money:
        return self._all.money_at(self._place)

    @property
    def is_pending(self) -> bool:
        return bool(self._all.pending[self._place])

    @property
    def more_text(self) -> Sequence[str]:
        """The texts of rows that continue this one."""
        return self._all.more_texts.get(self._place, ())


class Amounts(Lazy[Amount | None]):
    """The amounts of one column."""

    __slots__ = ("_marks", "_values")

    def __init__(self) -> None:
        self._values = PackedDecimals()
        self._marks: Repeated[tuple[bool, str, str]] = Repeated()

    def __len__(self) -> int:
        return len(self._values)

    def append(self, amount: Amount | None) -> None:
        self._values.append(amount.value if amount is not None else None)
        self._marks.append((amount.is_signed, amount.currency, amount.mark) if amount is not None else (False, "", ""))

    def at(self, index: int) -> Amount | None:
        value = self._values.at(index)
        return Amount(value, *self._marks.at(index)) if value is not None else None

    def pop(self) -> None:
        self._values.pop()
        self._marks.pop()


class Drafts(Lazy[Draft]):
    """`row_at`: a row of the table by its number, its cells in place; `words`: where the words stand that its direction
    may be told by; `scheme`: which of the money columns there are."""

    def __init__(self, row_at: Callable[[int], Record], words: Words, scheme: Scheme) -> None:
        self._row_at, self._words, self._scheme = row_at, words, scheme
        self._rows = array("I")
        self.bookings: list[DateParts] = []
        self.values: list[DateParts | None] = []
        self.balances = PackedDecimals()
        self.pending = bytearray()
        self.more_texts: dict[int, list[str]] = {}
        self.flags: Repeated[str] = Repeated()
        self._amounts = Amounts() if not scheme.is_pair else None
        self._debits = Amounts() if scheme.is_pair else None  # also without a column for them: a fee alone is one
        self._credits = Amounts() if scheme.is_pair else None
        self._fees = PackedDecimals()
        self._same: dict[DateParts, DateParts] = {}  # each day of the file once

    def __len__(self) -> int:
        return len(self._rows)

    def at(self, index: int) -> Draft:
        return Draft(self, index)

    def add(
        self, row: int, booking: DateParts, value: DateParts | None, money: Money, *, is_pending: bool = False
    ) -> None:
        """`row`: the number of the row in the table, from 0."""
        self._rows.append(row)
        self.bookings.append(self._same.setdefault(booking, booking))
        self.values.append(self._same.setdefault(value, value) if value is not None else None)
        self.balances.append(money.balance)
        self.pending.append(is_pending)
        self.flags.append(money.flag)
        self._fees.append(money.fee)
        for column, amount in (
            (self._amounts, money.amount),
            (self._debits, money.debit),
            (self._credits, money.credit),
        ):
            if column is not None:
                column.append(amount)

    def continue_last(self, text: str, most: int) -> None:
        """Another text for the last movement, unless it has `most` characters of such texts already."""
        texts = self.more_texts.setdefault(len(self._rows) - 1, [])
        if sum(map(len, texts)) < most:
            texts.append(text)

    def pop(self) -> Money:
        """Take the last one away; returns its money."""
        money = self.money_at(len(self._rows) - 1)
        self.more_texts.pop(len(self._rows) - 1, None)
        for column in (self._rows, self.bookings, self.values, self.pending, self.balances, self.flags, self._fees):
            column.pop()
        for amounts in (self._amounts, self._debits, self._credits):
            if amounts is not None:
                amounts.pop()
        return money

    def without(self, places: Collection[int]) -> Drafts:
        """All but those of these places. Numbers of rows stay what they are."""
        if not places:
            return self
        found = Drafts(self._row_at, self._words, self._scheme)
        for place, draft in enumerate(self):
            if place not in places:
                found.add(self._rows[place], draft.booking, draft.value, draft.money, is_pending=draft.is_pending)
                if draft.more_text:
                    found.more_texts[len(found) - 1] = list(draft.more_text)
        return found

    def record_at(self, place: int) -> Record:
        return self._row_at(self._rows[place])

    def money_at(self, place: int) -> Money:
        return Money(
            amount=self._amounts.at(place) if self._amounts is not None else None,
            debit=self._debits.at(place) if self._debits is not None else None,
            credit=self._credits.at(place) if self._credits is not None else None,
            flag=self.flags.at(place),
            balance=self.balances.at(place),
            fee=self._fees.at(place) or Decimal(0),
            number=self._rows[place],
            words=self._words,
            read_record=partial(self._row_at, self._rows[place]),
        )

    @property
    def money(self) -> Sequence[Money]:
        """The money of all of them, in order."""
        return Mapped(self.money_at, range(len(self)))


@dataclass(slots=True)
class Sorted:
    """The rows of a table by what they are."""

    drafts: Drafts
    errors: list[LineError] = field(default_factory=list)
    opening: Decimal | None = None
    closing: Decimal | None = None
    left_out: Counter[str] = field(default_factory=Counter)
