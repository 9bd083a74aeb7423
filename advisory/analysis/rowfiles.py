"""Rows from a file of JSON lines, for the analysis without a database: exact amounts, and what is wrong by line.

One object a line: {id, date, amount (decimal string), currency, text, account, counterparty?, category? (confirmed),
note? (the user's own words), original_amount? and original_currency? (what was charged abroad)}.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from advisory.analysis.rows import Row
from transactions.ledger.money import MoneyError, currency_exponent, is_currency, to_minor
from transactions.ledger.period import FIRST_YEAR, LAST_YEAR

NEEDED = ("id", "date", "amount", "currency", "text", "account")
OPTIONAL = ("counterparty", "category", "note", "original_amount", "original_currency")
KNOWN = frozenset((*NEEDED, *OPTIONAL))
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
AMOUNT = re.compile(r"[+-]?[0-9]{1,18}(?:\.[0-9]{1,9})?")
LARGEST_ID = 2**63 - 1
LONGEST_TEXT = 10_000
MARK = "\ufeff"

RowId = int | str


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What stands in the way of reading one line, and what to do. `field` is empty where the whole line is meant."""

    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"Line {self.line}, {self.field}" if self.field else f"Line {self.line}"
        return f"{where}: {self.message}"


@dataclass(slots=True)
class RowFile:
    """The rows with the ids that the engines use, `names` giving back the file's own; problems stop, notes do not."""

    rows: list[Row] = field(default_factory=list)
    names: dict[int, RowId] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)
    notes: list[RowProblem] = field(default_factory=list)


class _FieldError(ValueError):
    """One field is not right; the text says what to write."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


@dataclass(frozen=True, slots=True)
class _Raw:
    line: int
    name: RowId
    values: Mapping[str, Any]


def read_rows(lines: Iterable[bytes]) -> RowFile:
    """Every line that can be read, and a problem for each field that cannot. Never raises for what a file holds."""
    found = RowFile()
    seen: dict[str, int] = {}
    raws: list[_Raw] = []
    for number, line in enumerate(lines, start=1):
        try:
            record = _record(line, is_first=number == 1)
            if record is None:
                continue
            raws += _raw(number, record, seen, found)
        except _FieldError as error:
            found.problems.append(RowProblem(number, error.name, str(error)))
    numbers = _numbers([raw.name for raw in raws])
    found.rows = [_row(numbers[raw.name], raw.values) for raw in raws]
    found.names = {number: name for name, number in numbers.items()}
    return found


def _record(line: bytes, *, is_first: bool) -> dict[str, Any] | None:
    """The object of one line, None for an empty one. Numbers stay as exact as they are written."""
    try:
        text = line.decode().strip()
    except UnicodeDecodeError:
        raise _FieldError("", "is not UTF-8. Save the file as UTF-8.") from None
    if is_first:
        text = text.removeprefix(MARK).strip()
    if not text:
        return None
    try:
        record = json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise _FieldError("", 'is no JSON. Write one object a line, such as {"id": 1, ...}.') from None
    if not isinstance(record, dict):
        raise _FieldError("", 'is no JSON object. Write one object a line, such as {"id": 1, ...}.')
    return record


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _raw(number: int, record: dict[str, Any], seen: dict[str, int], found: RowFile) -> list[_Raw]:
    """The line's checked values, or nothing and a problem for each field that is wrong."""
    problems, values = [], {}
    for name, check in CHECKS.items():
        try:
            values[name] = check(record)
        except _FieldError as error:
            problems.append(RowProblem(number, error.name, str(error)))
    if not problems:
        try:
            values["minor"] = _minor(values["amount"], values["currency"])
            values["original"] = _original(values["original_amount"], values["original_currency"])
        except _FieldError as error:
            problems.append(RowProblem(number, error.name, str(error)))
    if not problems and (first := seen.setdefault(str(values["id"]), number)) != number:
        problems.append(RowProblem(number, "id", f"is the id of line {first} too. Give every row an id of its own."))
    found.notes += [
        RowProblem(number, name[:60], "is no field that is known; it was left out.")
        for name in record
        if name not in KNOWN
    ]
    found.problems += problems
    return [] if problems else [_Raw(number, values["id"], values)]


def _given(record: Mapping[str, Any], name: str) -> Any:
    if record.get(name) is None:
        raise _FieldError(name, "is missing. Add it to the line.")
    return record[name]


def _id(record: Mapping[str, Any]) -> RowId:
    value = _given(record, "id")
    if isinstance(value, bool) or not isinstance(value, int | str) or value == "":
        raise _FieldError("id", "is neither a whole number nor a text. Write one of them.")
    if isinstance(value, int) and abs(value) > LARGEST_ID:
        raise _FieldError("id", "is too large a number. Write it as a text.")
    return value


def _day(record: Mapping[str, Any]) -> date:
    value = _given(record, "date")
    try:
        if isinstance(value, str) and DAY.fullmatch(value) and FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise _FieldError("date", f"{_shown(value)} is no day. Write it as YYYY-MM-DD, such as 2026-03-01.")


def _amount(record: Mapping[str, Any]) -> str:
    value = _given(record, "amount")
    text = str(value) if isinstance(value, str | int | Decimal) and not isinstance(value, bool) else ""
    if not AMOUNT.fullmatch(text):
        raise _FieldError("amount", f'{_shown(value)} is no amount. Write plain digits with a point, such as "-12.30".')
    return text


def _currency(record: Mapping[str, Any]) -> str:
    value = _given(record, "currency")
    if not isinstance(value, str) or not is_currency(value):
        raise _FieldError("currency", f"{_shown(value)} is no currency. Write an ISO 4217 code, such as EUR.")
    return value


def _minor(amount: str, currency: str) -> int:
    try:
        return to_minor(Decimal(amount), currency)
    except MoneyError:
        places = currency_exponent(currency)
        raise _FieldError("amount", f"{amount} cannot be kept in {currency}: at most {places} decimals.") from None


def _original(amount: str, currency: str) -> int:
    """Unsigned minor units of what was charged abroad; 0 where the line does not say both."""
    if not amount or not currency:
        return 0
    try:
        return abs(to_minor(Decimal(amount), currency))
    except MoneyError:
        raise _FieldError("original_amount", f"{amount} cannot be kept in {currency}: too many decimals.") from None


def _optional(check: Any, name: str) -> Any:
    """The same check under another name, empty where the line has no such field."""

    def checked(record: Mapping[str, Any]) -> str:
        if record.get(name) is None:
            return ""
        try:
            return str(check({check.__name__.removeprefix("_"): record[name]}))
        except _FieldError as error:
            raise _FieldError(name, str(error)) from None

    return checked


def _text(name: str, *, needed: bool) -> Any:
    def check(record: Mapping[str, Any]) -> str:
        value = _given(record, name) if needed else record.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise _FieldError(name, f"{_shown(value)} is no text. Put it into quotation marks.")
        return value[:LONGEST_TEXT]

    return check


def _shown(value: object) -> str:
    text = ascii(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else f"{text[:37]}..."


CHECKS: Mapping[str, Any] = {
    "id": _id,
    "date": _day,
    "amount": _amount,
    "currency": _currency,
    "text": _text("text", needed=True),
    "account": _text("account", needed=True),
    "counterparty": _text("counterparty", needed=False),
    "category": _text("category", needed=False),
    "note": _text("note", needed=False),
    "original_amount": _optional(_amount, "original_amount"),
    "original_currency": _optional(_currency, "original_currency"),
}


def _numbers(names: Iterable[RowId]) -> dict[RowId, int]:
    """The ids themselves where all are numbers; else their places among the sorted names, whatever the line's place."""
    named = list(names)
    if all(isinstance(name, int) for name in named):
        return {name: int(name) for name in named}
    return {name: place for place, name in enumerate(sorted(named, key=str), start=1)}


def _row(number: int, values: Mapping[str, Any]) -> Row:
    return Row(
        id=number,
        booking_date=values["date"],
        amount_minor=values["minor"],
        currency=values["currency"],
        account=values["account"],
        text=values["text"],
        counterparty=values["counterparty"],
        category=values["category"].strip(),
        note=values["note"],
        original_currency=values["original_currency"] if values["original"] else "",
        original_minor=values["original"],
    )
