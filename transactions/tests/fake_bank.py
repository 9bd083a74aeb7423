"""A bank whose files are JSON, so that tests of the import services do not hang on any real format."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from transactions.ledger.errors import LineError
from transactions.statements.parsed import ParsedAccount, ParsedLine, ParsedStatement, ReaderContext

Row = tuple[str, str, str]


def bank_file(*rows: Row | dict[str, Any], **account: Any) -> bytes:
    """One account's file; rows are (date, amount, text) or whole lines."""
    return bank_files({"rows": list(rows), **account})


def bank_files(*accounts: dict[str, Any], errors: int = 0) -> bytes:
    return json.dumps({"accounts": list(accounts), "errors": errors}).encode()


def read_fake(data: bytes, _context: ReaderContext) -> ParsedStatement:
    if not data:
        return ParsedStatement(format="", errors=(LineError(None, "file", "The file is empty."),))
    try:
        content = json.loads(data)
    except ValueError:
        return ParsedStatement(format="", errors=(LineError(None, "file", "This is no statement."),))
    rejected = int(content["errors"])
    return ParsedStatement(
        format="fake",
        accounts=tuple(account(one) for one in content["accounts"]),
        errors=tuple(LineError(900 + number, "date", "No date.") for number in range(rejected)),
        lines_rejected=rejected,
        understood={"encoding": "utf-8"},
    )


def account(content: dict[str, Any]) -> ParsedAccount:
    lines = tuple(line(number, row) for number, row in enumerate(content.pop("rows", []), start=1))
    money: dict[str, Any] = {
        name: Decimal(content.pop(name)) for name in ("opening_balance", "closing_balance") if content.get(name)
    }
    return ParsedAccount(lines=lines, **money, **content)


def line(number: int, row: Row | dict[str, Any]) -> ParsedLine:
    if isinstance(row, dict):
        content = dict(row)
    else:
        content = dict(zip(("booking_date", "amount", "counterparty"), row, strict=True))
    content["booking_date"] = date.fromisoformat(content["booking_date"])
    content["amount"] = Decimal(content["amount"])
    if content.get("balance"):
        content["balance"] = Decimal(content["balance"])
    return ParsedLine(**{"line": number, "currency": "", "raw": str(row), **content})
