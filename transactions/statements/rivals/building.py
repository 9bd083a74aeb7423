"""What a reader gathers while it goes through an export, and the statement it becomes in the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from transactions.ledger.errors import LineError
from transactions.statements.csv_money_signs import sign_in
from transactions.statements.currencies import currency_code, unknown_currency
from transactions.statements.numbers import SYMBOLS, VAGUE_SYMBOLS
from transactions.statements.parsed import (
    ParsedAccount,
    ParsedLine,
    ParsedStatement,
    Question,
    QuestionOption,
    ReaderContext,
)
from transactions.statements.rivals.values import counted
from transactions.statements.words_money_signs import CANDIDATES, MONEY_NAMES

MAX_ERRORS = 1000
TOO_LONG = "The file holds more than {limit} records. Export a shorter period and import the parts one by one."


@dataclass(slots=True)
class OwnAccount:
    """One account of the holder in one currency, while its lines are gathered."""

    name: str
    currency: str
    kind: str = ""
    external_ref: str = ""
    lines: list[ParsedLine] = field(default_factory=list)
    opening_balance: Decimal | None = None
    closing_balance: Decimal | None = None
    closing_balance_date: date | None = None

    def finished(self) -> ParsedAccount:
        return ParsedAccount(
            self.external_ref, self.name, self.kind, self.currency, tuple(self.lines), self.opening_balance,
            self.closing_balance, self.closing_balance_date,
        )  # fmt: skip


@dataclass(slots=True)
class Builder:
    """Accounts by name and currency in the order of their first mention; errors; what was left out, by reason."""

    format: str
    program: str
    context: ReaderContext
    accounts: dict[tuple[str, str], OwnAccount] = field(default_factory=dict)
    errors: list[LineError] = field(default_factory=list)
    rejected: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    understood: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    sign: str = ""  # a `$`, kr or ¥ that the amounts carry where they name no currency

    def currency(self, stated: str) -> str:
        """The ISO code a cell states, else the one the user gave, else what its sign is taken for, else ''."""
        code = _code_of(stated) or self.context.overrides.currency
        return code or self._of_the_sign(sign_in(stated) or self.sign)

    def _of_the_sign(self, sign: str) -> str:
        """A sign that the caller's own currency does not bear is asked about, once."""
        candidates, own = CANDIDATES.get(sign, ()), self.context.default_currency
        if not candidates or not own or own in candidates:
            return ""
        if all(question.code != "currency" for question in self.questions):
            options = tuple(QuestionOption(code, f"{MONEY_NAMES.get(code, code)} ({code})") for code in candidates[:8])
            self.questions.append(Question("currency", f"Which currency is the sign {sign!r}?", options, candidates[0]))
        return candidates[0]

    def knows_currency(self, line: int, stated: str) -> bool:
        """Whether a cell names a currency or leaves it open; a row with anything else in it is rejected."""
        if not stated.strip() or _code_of(stated) or stated.strip().lower() in VAGUE_SYMBOLS:
            return True
        self.reject(line, "currency", unknown_currency(stated))
        return False

    def account(self, name: str, currency: str, kind: str = "") -> OwnAccount:
        name = " ".join(name.split())[:120]
        found = self.accounts.setdefault((name, currency), OwnAccount(name, currency, kind))
        found.kind = found.kind or kind
        return found

    def reject(self, line: int | None, column: str, message: str) -> None:
        """One record that cannot be read."""
        self.rejected += 1
        self.report(line, column, message)

    def report(self, line: int | None, column: str, message: str) -> None:
        """Something wrong that is no record of its own."""
        if len(self.errors) < MAX_ERRORS:
            self.errors.append(LineError(line, column, message))

    def statement(self, encoding: str) -> ParsedStatement:
        understood = {"program": self.program, "encoding": encoding, **self.understood}
        if self.left_out:
            left = (counted(number, *_forms(reason)) for reason, number in self.left_out.items())
            understood["left out"] = ", ".join(left)
        if self.notes:
            understood["notes"] = " ".join(dict.fromkeys(self.notes))
        accounts = tuple(account.finished() for account in self.accounts.values() if _says_something(account))
        if not accounts and not self.errors:
            self.report(None, "file", f"This export of {self.program} holds no movements. Export it with more dates.")
        return ParsedStatement(
            self.format, accounts, tuple(self.errors), self.rejected, understood, tuple(self.questions),
            encoding=encoding, source_key=f"rival:{self.format}",
        )  # fmt: skip


def _code_of(stated: str) -> str:
    return currency_code(SYMBOLS.get(stated.strip().lower(), stated))


def refused(reader_format: str, message: str) -> ParsedStatement:
    """A file that is this program's but cannot be read at all."""
    return ParsedStatement(reader_format, errors=(LineError(None, "file", message),))


def too_long(reader_format: str, context: ReaderContext) -> ParsedStatement:
    return refused(reader_format, TOO_LONG.format(limit=f"{context.max_lines:,}"))


def _says_something(account: OwnAccount) -> bool:
    return bool(account.lines) or account.opening_balance is not None or account.closing_balance is not None


def _forms(reason: str) -> tuple[str, str]:
    """Reasons are kept as `one|many`."""
    one, _, many = reason.partition("|")
    return one, many
