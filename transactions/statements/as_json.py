"""A parsed statement as plain JSON values: what `statement_inspect --json` prints for one file.

Amounts are strings with the file's own decimals, days are ISO 8601, what the file does not state is null ("" for text).
`lines` hold the best reading also where `questions` are open. The lines of several accounts follow each other in the
order of `accounts`, where `lines_found` says how many belong to each.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from transactions.ledger.errors import LineError
from transactions.statements.parsed import ParsedAccount, ParsedLine, ParsedStatement, Question

NOTHING_READ = "Nothing in this file could be read. Download the statement from the bank again."


def statement_as_json(statement: ParsedStatement, file: str) -> dict[str, Any]:
    """One object a file: its reading, or {"file", "refused"} when nothing in it could be read."""
    if message := refusal(statement):
        return {"file": file, "refused": message}
    first = statement.accounts[0] if statement.accounts else ParsedAccount()
    answer: dict[str, Any] = {"file": file, "format": statement.format, "encoding": statement.encoding}
    answer |= _account(first)
    if len(statement.accounts) > 1:
        answer["accounts"] = [
            _account(account) | {"name": account.name, "kind": account.kind, "lines_found": len(account.lines)}
            for account in statement.accounts
        ]
    answer["lines"] = [_line(line, account.currency) for account in statement.accounts for line in account.lines]
    answer["questions"] = [_question(question) for question in statement.questions]
    answer["errors"] = [{"line": one.line, "field": one.field, "message": one.message} for one in statement.errors]
    return answer


def refusal(statement: ParsedStatement) -> str:
    """Why a file gave nothing, in words; "" when something was read or the statement is an empty one."""
    if any(account.lines for account in statement.accounts):
        return ""
    if statement.errors:
        return _in_words(statement.errors[0])
    return "" if statement.format else NOTHING_READ


def _in_words(error: LineError) -> str:
    return f"Line {error.line}: {error.message}" if error.line else error.message


def _account(account: ParsedAccount) -> dict[str, Any]:
    return {
        "account": account.external_ref or account.name,
        "currency": account.currency,
        "opening_balance": _amount(account.opening_balance),
        "closing_balance": _amount(account.closing_balance),
    }


def _line(line: ParsedLine, account_currency: str) -> dict[str, Any]:
    return {
        "booking_date": _day(line.booking_date),
        "value_date": _day(line.value_date),
        "amount": _amount(line.amount),
        "currency": line.currency or account_currency,
        "description": line.description,
        "counterparty": line.counterparty,
        "external_id": line.external_id,
        "balance": _amount(line.balance),
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "code": question.code,
        "message": question.message,
        "options": [{"value": one.value, "label": one.label} for one in question.options],
        "assumed": question.assumed,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _amount(amount: Decimal | None) -> str | None:
    """Without an exponent: 1E+3 is a number to us and a riddle to others."""
    return None if amount is None else f"{amount:f}"
