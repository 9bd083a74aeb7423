"""What every reader gives back, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol

from transactions.ledger.errors import LineError


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """One booked movement as the file states it. `amount` is signed from the holder's view: leaving is negative."""

    line: int  # 1-based line in the file where the record starts
    booking_date: date
    amount: Decimal
    currency: str  # ISO 4217, or "" when the file names none: the caller fills it in
    counterparty: str = ""
    description: str = ""
    value_date: date | None = None
    external_id: str = ""
    balance: Decimal | None = None  # running balance after this line, where the file prints one
    raw: str = ""  # the record's text, verbatim
    is_pending: bool = False
    category_hint: str = ""  # the bank's own category, where the file prints one


@dataclass(frozen=True, slots=True)
class ParsedAccount:
    """The lines of one account within a file, in one currency ("" when the file names none)."""

    external_ref: str = ""  # IBAN or account number as the file states it; "" when it names none
    name: str = ""
    kind: str = ""  # one of LedgerAccount.Kind, or ""
    currency: str = ""
    lines: tuple[ParsedLine, ...] = ()
    opening_balance: Decimal | None = None
    closing_balance: Decimal | None = None
    closing_balance_date: date | None = None


@dataclass(frozen=True, slots=True)
class ParsedStatement:
    """A whole file. `lines_found` counts every record that is or ought to be a movement: read + rejected."""

    format: str  # "csv", "ofx"
    accounts: tuple[ParsedAccount, ...] = ()
    errors: tuple[LineError, ...] = ()  # one per rejected record, and file-wide ones with line None
    lines_rejected: int = 0
    understood: dict[str, str] = field(
        default_factory=dict
    )  # what was detected, for the preview: encoding, delimiter, date order ...

    @property
    def lines_found(self) -> int:
        return sum(len(account.lines) for account in self.accounts) + self.lines_rejected


@dataclass(frozen=True, slots=True)
class ReaderContext:
    """What a reader may know beyond the bytes; frozen, so that readers need no settings and no clock."""

    file_name: str = ""
    default_currency: str = ""
    today: date | None = None


class StatementReader(Protocol):
    """One format. `recognise` is cheap and looks at content only; `read` never raises on user data."""

    format: str

    def recognise(self, data: bytes) -> float:
        """How sure this reader is that it can read the file, 0 to 1."""
        ...

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        """Every movement in the file and every record that could not be read. Bad data becomes `errors`."""
        ...
