"""The money of one row as it stands, and a rule that turns it into a signed amount."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from transactions.statements.csv_realign import cell_of
from transactions.statements.csv_records import Record
from transactions.statements.numbers import Amount

JUDGED = 3000  # rows whose wording is weighed


@dataclass(frozen=True, slots=True)
class Words:
    """The columns in which the words of a row stand that its direction may be told by."""

    flag: int | None = None
    texts: tuple[int, ...] = ()
    kinds: tuple[int, ...] = ()  # those that name the kind of booking


def _no_record() -> Record:
    return Record(0, (), "")


@dataclass(frozen=True, slots=True)
class Money:
    """The money cells of one row as they stand: one amount with a flag, or a debit and a credit.

    Its words are not kept: the row is cut again when they are asked for.
    """

    amount: Amount | None = None
    debit: Amount | None = None
    credit: Amount | None = None
    flag: str = ""  # what the column of flags says: "in", "out", "neither", or "" for nothing that is known
    balance: Decimal | None = None
    fee: Decimal = Decimal(0)  # unsigned; 0 unless the layout has a fee column that is to be subtracted
    number: int = 0  # of its row in the table
    words: Words = Words()
    read_record: Callable[[], Record] = _no_record

    @property
    def flag_cell(self) -> str:
        """The flag as it is printed."""
        return cell_of(self.read_record(), self.words.flag)

    @property
    def text(self) -> str:
        record = self.read_record()
        return " ".join(cell_of(record, i) for i in self.words.texts)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The cells of the columns that name the kind of booking, in the same order in every row."""
        record = self.read_record()
        return tuple(cell_of(record, i) for i in self.words.kinds)

    @property
    def is_empty(self) -> bool:
        return self.amount is None and self.debit is None and self.credit is None

    @property
    def value(self) -> Decimal:
        """The amount with the sign that is printed, 0 where the row has none."""
        return self.amount.value if self.amount is not None else Decimal(0)


@dataclass(frozen=True, slots=True)
class SignRule:
    """How to turn the money of a row into a signed amount, and the rule in words for the preview."""

    in_words: str
    apply: Callable[[Money], Decimal]
    is_open: bool = False  # nothing in the file decides it: the rule is a guess
    is_weak: bool = False  # holds as long as no balance speaks against it
    is_by_words: bool = False  # from the wording of the rows: weaker than any balance
    needs_flag: bool = False  # the word in the flag column decides each row
    is_owed: bool = False  # the balances are a debt that grows with what is spent
    convention: str = "signed"  # the override that gives the same reading: "signed" or "reversed"


def as_printed(row: Money) -> Decimal:
    return row.value


def turned(in_words: str, *, is_sure: bool, is_owed: bool = False) -> SignRule:
    """Plus leaves the account."""
    words = in_words if is_sure else f"{in_words}, please check"
    return SignRule(words, lambda row: -row.value, is_open=not is_sure, is_owed=is_owed, convention="reversed")


def reversed_rule(rule: SignRule, why: str = "turned, as you said") -> SignRule:
    convention = "signed" if rule.convention == "reversed" else "reversed"
    return replace(rule, in_words=f"{rule.in_words}; {why}", apply=lambda row: -rule.apply(row), convention=convention)


def less_fees(rule: SignRule) -> SignRule:
    return replace(rule, in_words=f"{rule.in_words}; fees are taken off", apply=lambda row: rule.apply(row) - row.fee)


def texts_of(rows: Sequence[Money]) -> list[str]:
    return [row.text for row in rows[:JUDGED]]
