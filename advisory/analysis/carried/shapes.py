"""JSON of an archive, read as strictly as a form: a reader gives the value with its ids carried over, or raises
ValueError or TypeError.

What gets in here is read by judges and pages later, which rely on its shape: an archive may have been made by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any

from transactions.ledger.money import is_currency
from transactions.ledger.references import Mapper

Read = Callable[[Any, Mapper], Any]
LARGEST = 2**53
"""As far as whole numbers are exact in every reader of JSON."""
LONGEST = 2000
YEARS = range(1900, 3000)


def text(value: Any, _new: Mapper) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError("no text")
    value.encode()  # half a character is none
    return value


def flag(value: Any, _new: Mapper) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def currency(value: Any, _new: Mapper) -> str:
    if not isinstance(value, str) or not is_currency(value):
        raise ValueError("no currency")
    return value


def day(value: Any, _new: Mapper) -> str:
    if not isinstance(value, str) or date.fromisoformat(value).year not in YEARS:
        raise ValueError("no day")
    return date.fromisoformat(value).isoformat()


def first_of_month(value: Any, new: Mapper) -> str:
    found = day(value, new)
    if date.fromisoformat(found).day != 1:
        raise ValueError("no month")
    return found


def decimal(value: Any, _new: Mapper) -> str:
    """A number as text, as assumptions and their bounds are kept."""
    try:
        is_number = isinstance(value, str) and len(value) <= LONGEST and Decimal(value).is_finite()
    except InvalidOperation:
        is_number = False
    if not is_number:
        raise ValueError("no number")
    return str(value)


def whole(low: int = 0, high: int = LARGEST) -> Read:
    def read(value: Any, _new: Mapper) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise ValueError("no whole number that can be")
        return value

    return read


def number(low: float = -LARGEST, high: float = LARGEST) -> Read:
    def read(value: Any, _new: Mapper) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
            raise ValueError("no number that can be")
        if not isfinite(value):
            raise ValueError("no number")
        return value

    return read


def one_of(names: Sequence[str] | frozenset[str]) -> Read:
    def read(value: Any, _new: Mapper) -> str:
        if not isinstance(value, str) or value not in names:
            raise ValueError("none of the choices")
        return value

    return read


def listed(read_one: Read, least: int = 0) -> Read:
    def read(value: Any, new: Mapper) -> list[Any]:
        if not isinstance(value, list) or len(value) < least:
            raise ValueError("no list")
        return [read_one(one, new) for one in value]

    return read


def by_name(read_one: Read) -> Read:
    def read(value: Any, new: Mapper) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise TypeError("no object")
        return {text(name, new): read_one(one, new) for name, one in value.items()}

    return read


def record(needed: Mapping[str, Read], more: Mapping[str, Read] | None = None) -> Read:
    """An object of known names. Others are left out: nobody could say whether there are ids in them."""
    known = {**needed, **(more or {})}

    def read(value: Any, new: Mapper) -> dict[str, Any]:
        if not isinstance(value, dict) or not needed.keys() <= value.keys():
            raise ValueError("something is missing")
        return {name: known[name](one, new) for name, one in value.items() if name in known}

    return read


def row_id(table: str) -> Read:
    """The id itself; the mapper refuses what is no number of a row."""
    return lambda value, new: new(table, value)


def id_text(table: str, *, is_number: bool = False) -> Read:
    """An id written as text, as in the keys of accounts and categories. Other words stay, unless it `is_number`."""

    def read(value: Any, new: Mapper) -> str:
        plain = text(value, new)
        if plain.isdecimal():
            return str(new(table, int(plain)))
        if is_number and plain:
            raise ValueError("no number of a row")
        return plain

    return read


rows = listed(row_id("Transaction"))
account = id_text("LedgerAccount", is_number=True)
category = id_text("Category")
