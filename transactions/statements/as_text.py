"""A parsed statement for somebody at a terminal: what was understood, the columns, the first lines, what is open."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from transactions.statements.as_json import refusal
from transactions.statements.parsed import ColumnRole, ParsedAccount, ParsedLine, ParsedStatement

LINES_SHOWN = 10
ERRORS_SHOWN = 10


def statement_as_text(statement: ParsedStatement, file: str) -> str:
    """Several lines of text, with everything from the file stripped of control characters."""
    if message := refusal(statement):
        return printable(f"{file}: refused. {message}")
    return "\n".join(printable(line) for line in _view(statement, file))


def printable(text: str) -> str:
    """A bank's text must not be able to move the cursor or colour the screen."""
    return "".join(char if char.isprintable() else " " for char in text)


def _view(statement: ParsedStatement, file: str) -> Iterator[str]:
    found = sum(len(account.lines) for account in statement.accounts)
    encoding = f", {statement.encoding}" if statement.encoding else ""
    yield f"{file}: {statement.format}{encoding}, {found} lines read, {statement.lines_rejected} rejected"
    for what, words in statement.understood.items():
        yield f"  {what}: {words}"
    for column in statement.columns:
        yield _column(column)
    for account in statement.accounts:
        yield from _account(account)
    for question in statement.questions:
        yield f"  ? {question.message} Read as: {question.assumed} (--{question.code.replace('_', '-')} to change)"
        yield from (f"      {option.value}: {option.label}" for option in question.options)
    for error in statement.errors[:ERRORS_SHOWN]:
        yield f"  ! line {error.line or '-'}, {error.field}: {error.message}"
    if len(statement.errors) > ERRORS_SHOWN:
        yield f"  ! and {len(statement.errors) - ERRORS_SHOWN} more; --json lists them"


def _column(column: ColumnRole) -> str:
    name = column.name or f"column {column.index + 1}"
    samples = f"; such as {' | '.join(column.samples)}" if column.samples else ""
    role = column.role or "not used"
    return f"  column {column.index} {name!r}: {role} ({column.confidence:.0%}, {column.reason}{samples})"


def _account(account: ParsedAccount) -> Iterator[str]:
    title = " ".join(part for part in (account.external_ref, account.name, account.kind, account.currency) if part)
    total = sum((line.amount for line in account.lines), Decimal(0))
    yield f"  account {title or '(not named)'}: {len(account.lines)} lines, sum {total:f}{_balances(account, total)}"
    for line in account.lines[:LINES_SHOWN]:
        yield _line(line)
    if len(account.lines) > LINES_SHOWN:
        yield f"    ... and {len(account.lines) - LINES_SHOWN} more"


def _balances(account: ParsedAccount, total: Decimal) -> str:
    opening, closing = account.opening_balance, account.closing_balance
    if opening is None or closing is None:
        return "".join(
            f", {name} balance {value:f}"
            for name, value in (("opening", opening), ("closing", closing))
            if value is not None
        )
    agrees = "agrees" if opening + total == closing else f"differs by {closing - opening - total:f}"
    return f", opening balance {opening:f}, closing balance {closing:f} ({agrees})"


def _line(line: ParsedLine) -> str:
    text = " / ".join(part for part in (line.counterparty, line.description) if part)
    pending = " (pending)" if line.is_pending else ""
    return f"    {line.booking_date}  {line.amount:>14f} {line.currency:<3}  {text[:80]}{pending}"
