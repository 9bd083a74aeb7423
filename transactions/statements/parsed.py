"""What every reader gives back, whatever the format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol

from transactions.ledger.errors import LineError
from transactions.ledger.packed import Lazy


@dataclass(frozen=True, slots=True)
class ParsedSplit:
    """One share of a split movement; the shares of a line sum to its amount exactly, or the line carries none."""

    amount: Decimal  # signed like the line
    category_hint: str = ""
    note: str = ""


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
    category_hint: str = ""  # the category the file prints; a path is written "Group: Name"
    note: str = ""  # the user's own words, where the file comes from another finance program
    tags: tuple[str, ...] = ()
    splits: tuple[ParsedSplit, ...] = ()
    transfer_to: str = ""  # name or number of the holder's own account on the other side, where the file names one


class LinesOfAccount(Lazy[ParsedLine]):
    """Lines that are made anew whenever they are walked through; each is in the currency that its account states."""


@dataclass(frozen=True, slots=True)
class ParsedAccount:
    """The lines of one account within a file, in one currency ("" when the file names none)."""

    external_ref: str = ""  # IBAN or account number as the file states it; "" when it names none
    name: str = ""
    kind: str = ""  # one of LedgerAccount.Kind, or ""
    currency: str = ""
    lines: Sequence[ParsedLine] = ()
    opening_balance: Decimal | None = None
    closing_balance: Decimal | None = None
    closing_balance_date: date | None = None


@dataclass(frozen=True, slots=True)
class QuestionOption:
    """One possible answer: the value an override takes, and what it means in words."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the file leaves open. `lines` hold the reading under `assumed`; the answer is an override of that value."""

    code: str  # the field of Overrides that answers it, such as "date_order" or "sign"
    message: str  # one sentence for a person, with an example from the file
    options: tuple[QuestionOption, ...]
    assumed: str


@dataclass(frozen=True, slots=True)
class ColumnRole:
    """What one column of a table was taken for."""

    table: int  # 0-based, in file order
    index: int  # 0-based
    name: str  # as the header prints it, "" without one
    role: str  # one of COLUMN_ROLES; "" = not used
    confidence: float  # 0 to 1
    reason: str  # in words: "named so", "its cells are dates", "the running balance checks"
    samples: tuple[str, ...] = ()  # the first filled cells, at most three


COLUMN_ROLES = (
    "booking_date", "value_date", "amount", "debit", "credit", "flag", "balance", "currency", "counterparty",
    "description", "external_id", "account", "status", "category", "fee", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user says about a file, over what was understood. Empty fields leave the decision to the reader."""

    encoding: str = ""  # a Python codec name
    delimiter: str = ""
    header_line: int | None = None  # 1-based; 0: the table has no header
    date_order: str = ""  # "DMY", "MDY" or "YMD"
    decimal_mark: str = ""  # "." or ","
    sign: str = ""  # "signed": a minus leaves the account; "reversed": a plus leaves it, as on card statements
    currency: str = ""  # ISO 4217, for lines that name none
    columns: Mapping[int, str] = field(default_factory=dict)  # column index to role, in every table of the file


@dataclass(frozen=True, slots=True)
class ParsedStatement:
    """A whole file. `lines_found` counts every record that is or ought to be a movement: read + rejected."""

    format: str  # "csv", "ofx", "qif", "mt940", "camt", "xlsx" ...; "" when no reader knows the file
    accounts: tuple[ParsedAccount, ...] = ()
    errors: tuple[LineError, ...] = ()  # one per rejected record, and file-wide ones with line None
    lines_rejected: int = 0
    understood: dict[str, str] = field(
        default_factory=dict
    )  # what was detected, for the preview: encoding, delimiter, date order ...
    questions: tuple[Question, ...] = ()  # empty when the reader is sure of everything
    columns: tuple[ColumnRole, ...] = ()  # tables only
    encoding: str = ""  # a Python codec name, "" where the format settles it
    source_key: str = ""  # the same for every file of one source and layout; finds a remembered ImportProfile

    @property
    def lines_found(self) -> int:
        return sum(len(account.lines) for account in self.accounts) + self.lines_rejected


@dataclass(frozen=True, slots=True)
class ReaderContext:
    """What a reader may know beyond the bytes; frozen, so that readers need no settings and no clock."""

    file_name: str = ""
    default_currency: str = ""
    today: date | None = None
    overrides: Overrides = Overrides()
    max_lines: int = 2_000_000  # a file with more records is refused in words, before it fills the memory


class StatementReader(Protocol):
    """One format. `recognise` is cheap and looks at content only; `read` never raises on user data."""

    format: str

    def recognise(self, data: bytes) -> float:
        """How sure this reader is that it can read the file, 0 to 1."""
        ...

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        """Every movement in the file and every record that could not be read. Bad data becomes `errors`."""
        ...
