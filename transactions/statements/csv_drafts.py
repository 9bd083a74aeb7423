"""The rows of a table by what they are: movements whose dates and signs are still open, balances, rows left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from transactions.ledger.errors import LineError
from transactions.statements.csv_money import Money
from transactions.statements.csv_records import Record
from transactions.statements.dates import DateParts


@dataclass(slots=True)
class Draft:
    """A movement before the file's date order and sign rule are known."""

    record: Record
    booking: DateParts
    value: DateParts | None
    money: Money
    is_pending: bool
    more_text: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Sorted:
    """The rows of a table by what they are."""

    drafts: list[Draft] = field(default_factory=list)
    errors: list[LineError] = field(default_factory=list)
    opening: Decimal | None = None
    closing: Decimal | None = None
    left_out: Counter[str] = field(default_factory=Counter)
