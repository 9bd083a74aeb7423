"""What a user may say about a file, checked: JSON in, the readers' Overrides out."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from typing import Any

from transactions.ledger.money import is_currency
from transactions.statements.parsed import COLUMN_ROLES, Overrides

MOST_COLUMNS = 1000
LAST_LINE = 10_000_000
SPELLED_OUT = frozenset({"comma", "semicolon", "tab", "\\t", "bar", "pipe", "runs of spaces"})  # as readers name them


def check_overrides(given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The overrides that say something, in their one spelling; and what is wrong with the others, by name."""
    checked: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for name, value in given.items():
        check = CHECKS.get(str(name))
        if check is None:
            problems[str(name)[:40]] = "There is no such override."
        elif value not in (None, "", {}):
            try:
                checked[str(name)] = check(value)
            except (TypeError, ValueError) as error:
                problems[str(name)] = str(error)
    return checked, problems


def to_overrides(kept: Mapping[str, Any]) -> Overrides:
    """The readers' form of what `check_overrides` let through."""
    columns = {int(index): str(role) for index, role in dict(kept.get("columns", {})).items()}
    plain = {name: value for name, value in kept.items() if name in CHECKS and name != "columns"}
    return Overrides(**plain, columns=columns)


def _encoding(value: object) -> str:
    try:
        # A codec for text: base64 and the like are none.
        if codecs.lookup(_text(value))._is_text_encoding:  # noqa: SLF001
            return _text(value)
    except LookupError:
        pass
    raise ValueError(f"{_text(value)!r} is no known encoding, such as utf-8 or cp1252.")


def _delimiter(value: object) -> str:
    text = _text(value)
    if text in SPELLED_OUT:
        return text
    if len(text) != 1 or text.isalnum() or text in "\r\n\x00":
        raise ValueError("The delimiter is one character, such as ; or a tab.")
    return text


def _header_line(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LAST_LINE:
        raise ValueError("The header's line is a whole number, 0 where there is no header.")
    return value


def _currency(value: object) -> str:
    code = _text(value).strip().upper()
    if not is_currency(code):
        raise ValueError(f"{code!r} is not an ISO 4217 currency code, such as EUR.")
    return code


def _columns(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or len(value) > MOST_COLUMNS:
        raise ValueError('Columns are an object of index and role, such as {"3": "amount"}.')
    found: dict[str, str] = {}
    for index, role in value.items():
        number = str(index)
        if not (number.isascii() and number.isdigit() and len(number) < 5):
            raise ValueError(f"{number[:20]!r} is no column; the first is 0.")
        if role not in COLUMN_ROLES:
            raise ValueError(f"{str(role)[:40]!r} is no role. Use one of: {', '.join(filter(None, COLUMN_ROLES))}.")
        found[str(int(number))] = role
    return dict(sorted(found.items(), key=lambda pair: int(pair[0])))


def _one_of(*allowed: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        if value not in allowed:
            raise ValueError(f"It must be one of: {' '.join(allowed)}")
        return str(value)

    return check


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("It must be text.")
    return value[:100]


CHECKS: dict[str, Callable[[object], Any]] = {
    "encoding": _encoding,
    "delimiter": _delimiter,
    "header_line": _header_line,
    "date_order": _one_of("DMY", "MDY", "YMD"),
    "decimal_mark": _one_of(".", ","),
    "sign": _one_of("signed", "reversed"),
    "currency": _currency,
    "columns": _columns,
}


def answers_assumed(questions: list[dict[str, Any]]) -> dict[str, Any]:
    """The overrides that say what was assumed under open questions; what is no override is left out."""
    found: dict[str, Any] = {}
    for question in questions:
        code, assumed = question["code"], question["assumed"]
        index, _, role = str(assumed).partition(":")
        given = {index: role} if code == "columns" else assumed
        checked, problems = check_overrides({code: given})
        if not problems:
            found |= checked
    return found
