"""Booked movements as numpy columns: what every engine reads, in one order that no input order can change.

Money is int64 minor units of the row's own currency, signed as the ledger is (leaving is negative); days are
proleptic ordinals (`date.toordinal`). A split transaction is one row here: engines look at movements as the bank
booked them, and shares by category belong to the figures of a month (`history.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Row:
    """One booked movement. `category` is a confirmed one, empty where none is; `counterparty` as the bank wrote it.

    `note`: the user's own words. `original_currency`, `original_minor` (unsigned): what was charged abroad, where the
    file says so beside the text.
    """

    id: int
    booking_date: date
    amount_minor: int
    currency: str
    account: str = ""
    text: str = ""
    counterparty: str = ""
    category: str = ""
    is_transfer: bool = False
    note: str = ""
    original_currency: str = ""
    original_minor: int = 0

    @property
    def words(self) -> str:
        """Everything the bank wrote, the name of the other side first, each part once."""
        return words_of(self.text, self.counterparty)


def words_of(text: str, counterparty: str) -> str:
    """See `Row.words`."""
    if counterparty and counterparty.casefold() in text.casefold():
        return text
    return f"{counterparty} {text}".strip()


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Rows sorted by (day, account, amount, words, id), with their numbers as parallel arrays.

    `ids`, `days`, `minors`: int64, one entry a row. Everything else is read from `rows`, at the same index.
    """

    rows: tuple[Row, ...]
    ids: Ints
    days: Ints
    minors: Ints

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Rows:
        """Columns over the rows. Raises ValueError where two rows have the same id."""
        ordered = tuple(sorted(rows, key=_place))
        ids = np.array([row.id for row in ordered], dtype=np.int64)
        if len(np.unique(ids)) != len(ids):
            raise ValueError("Two rows have the same id.")
        days = np.array([row.booking_date.toordinal() for row in ordered], dtype=np.int64)
        return cls(ordered, ids, days, np.array([row.amount_minor for row in ordered], dtype=np.int64))

    def __len__(self) -> int:
        return len(self.rows)

    def take(self, places: Sequence[int] | Ints) -> Rows:
        """The rows at these indexes, in the order of all."""
        chosen = np.sort(np.asarray(places, dtype=np.int64))
        return Rows(
            tuple(self.rows[place] for place in chosen), self.ids[chosen], self.days[chosen], self.minors[chosen]
        )

    def before(self, day: date) -> Rows:
        """What was booked before `day` (not included)."""
        return self.take(np.flatnonzero(self.days < day.toordinal()))


def _place(row: Row) -> tuple[date, str, int, str, int]:
    return row.booking_date, row.account, row.amount_minor, row.words, row.id
