"""A bank whose files are JSON, so that tests of the import services do not hang on any real format."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from transactions.ledger.errors import LineError
from transactions.statements.parsed import (
    ParsedAccount,
    ParsedLine,
    ParsedSplit,
    ParsedStatement,
    Question,
    QuestionOption,
    ReaderContext,
)

Row = tuple[str, str, str]


def bank_file(*rows: Row | dict[str, Any], **account: Any) -> bytes:
    """One account's file; rows are (date, amount, text) or whole lines."""
    statement = {name: account.pop(name) for name in ("format", "source_key") if name in account}
    return bank_files({"rows": list(rows), **account}, **statement)


def bank_files(*accounts: dict[str, Any], errors: int = 0, **statement: Any) -> bytes:
    """`statement`: format, source_key, and `asks`, a question that is answered by that override."""
    return json.dumps({"accounts": list(accounts), "errors": errors, **statement}).encode()


def read_fake(data: bytes, context: ReaderContext) -> ParsedStatement:
    if not data:
        return ParsedStatement(format="", errors=(LineError(None, "file", "The file is empty."),))
    try:
        content = json.loads(data)
    except ValueError:
        return ParsedStatement(format="", errors=(LineError(None, "file", "This is no statement."),))
    rejected = int(content["errors"])
    return ParsedStatement(
        format=content.get("format", "fake"),
        source_key=content.get("source_key", ""),
        encoding="utf-8",
        questions=questions(content.get("asks", ""), context),
        accounts=tuple(account(one) for one in content["accounts"]),
        errors=tuple(LineError(900 + number, "date", "No date.") for number in range(rejected)),
        lines_rejected=rejected,
        understood={"encoding": "utf-8"},
    )


def questions(code: str, context: ReaderContext) -> tuple[Question, ...]:
    if not code or getattr(context.overrides, code):
        return ()
    options = (QuestionOption("signed", "It was paid"), QuestionOption("reversed", "It came in"))
    return (Question(code, "Which way did the money go?", options, "signed"),)


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
    content["tags"] = tuple(content.get("tags", ()))
    content["splits"] = tuple(ParsedSplit(Decimal(amount), *words) for amount, *words in content.get("splits", ()))
    return ParsedLine(**{"line": number, "currency": "", "raw": str(row), **content})
