"""Statements as JSON for the golden files, and a short way to read text."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from transactions.statements.parsed import ParsedAccount, ParsedLine, ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement

TODAY = date(2026, 3, 15)
Read = Callable[[str], ParsedStatement]


def _line(line: ParsedLine) -> dict[str, object]:
    """Only what is filled, so that a golden file shows what a reader found and nothing else."""
    found = {
        "line": line.line,
        "booking_date": line.booking_date.isoformat(),
        "value_date": line.value_date.isoformat() if line.value_date else None,
        "amount": str(line.amount),
        "counterparty": line.counterparty,
        "description": line.description,
        "external_id": line.external_id,
        "balance": str(line.balance) if line.balance is not None else None,
        "is_pending": line.is_pending,
        "category_hint": line.category_hint,
        "note": line.note,
        "tags": list(line.tags) or None,
        "splits": [
            {"amount": str(split.amount), "category_hint": split.category_hint, "note": split.note}
            for split in line.splits
        ]
        or None,
        "transfer_to": line.transfer_to,
    }
    return {name: value for name, value in found.items() if value not in (None, "", False)}


def _account(account: ParsedAccount) -> dict[str, object]:
    found = {
        "external_ref": account.external_ref,
        "name": account.name,
        "kind": account.kind,
        "currency": account.currency,
        "opening_balance": str(account.opening_balance) if account.opening_balance is not None else None,
        "closing_balance": str(account.closing_balance) if account.closing_balance is not None else None,
        "closing_balance_date": account.closing_balance_date.isoformat() if account.closing_balance_date else None,
    }
    return {name: value for name, value in found.items() if value} | {"lines": [_line(line) for line in account.lines]}


def as_json(statement: ParsedStatement) -> str:
    document = {
        "format": statement.format,
        "accounts": [_account(account) for account in statement.accounts],
        "errors": [{"line": e.line, "field": e.field, "message": e.message} for e in statement.errors],
        "lines_found": statement.lines_found,
        "lines_rejected": statement.lines_rejected,
        "understood": statement.understood,
    }
    if statement.questions:
        document["questions"] = [
            {"code": q.code, "message": q.message, "options": [o.value for o in q.options], "assumed": q.assumed}
            for q in statement.questions
        ]
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


@pytest.fixture
def read() -> Read:
    return lambda text: read_statement(text.encode(), ReaderContext(today=TODAY))
