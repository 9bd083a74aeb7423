"""What stands around the table: whose account, which currency, opening and closing balance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from transactions.ledger.money import is_currency
from transactions.statements.csv_columns import IBAN
from transactions.statements.csv_header import ROLES
from transactions.statements.csv_records import Record
from transactions.statements.folding import fold, phrases, starts_with_phrase
from transactions.statements.numbers import SYMBOLS, Amount, decimal_mark_votes, parse_amount
from transactions.statements.words_rows import CLOSING, OPENING, TOTALS

OPENING_WORDS, CLOSING_WORDS, TOTAL_WORDS = phrases(OPENING), phrases(CLOSING), phrases(TOTALS)
FIRST_WORDS = frozenset(phrase.split(" ", 1)[0] for phrase in OPENING_WORDS | CLOSING_WORDS | TOTAL_WORDS)
ACCOUNT_NUMBER = re.compile(r"[A-Z]{0,4}[\dXx*•][\dXx*•\-/. ]{3,33}[\dXx*]")


@dataclass(slots=True)
class Surroundings:
    """Facts of the text before (or after) the table; empty where it does not say."""

    account: str = ""
    currency: str = ""
    opening: Decimal | None = None
    closing: Decimal | None = None


def balance_kind(cell: str) -> str:
    """'opening', 'closing', 'total' when a cell is the label of a balance or a sum, '' for anything else."""
    if not cell or len(cell) > 80 or not _may_be_label(cell):
        return ""
    folded = fold(cell)
    for kind, words in (("opening", OPENING_WORDS), ("closing", CLOSING_WORDS), ("total", TOTAL_WORDS)):
        phrase = starts_with_phrase(folded, words)
        if phrase and _only_figures(folded[len(phrase) :].split(), strict=kind == "total" or " " not in phrase):
            return kind
    return ""


def _may_be_label(cell: str) -> bool:
    """By the first word alone, which is looked up faster than a whole text that hardly ever is a label."""
    first = fold(cell.split(None, 1)[0]) if not cell.isspace() else ""
    return not first or first.split(" ", 1)[0] in FIRST_WORDS


def _only_figures(words: list[str], *, strict: bool) -> bool:
    """What may follow a label: dates, figures, a currency; after a label of several words a few words more."""
    plain = [word for word in words if not any(char.isdigit() for char in word) and not is_currency(word.upper())]
    return len(plain) <= (0 if strict else 4)


def read_surroundings(records: Iterable[Record]) -> Surroundings:
    found = Surroundings()
    for record in records:
        cells = [cell for cell in record.cells if cell]
        for key, value in _key_values(cells):
            _take(found, key, value)
        for cell in cells:
            _take_iban(found, cell)
        for part in cells:
            _take_currency(found, part)
    return found


def _key_values(cells: list[str]) -> Iterator[tuple[str, str]]:
    for index, cell in enumerate(cells):
        key, separator, value = cell.partition(":")
        if separator and value.strip():
            yield key, value.strip()
        elif index + 1 < len(cells):
            yield key, cells[index + 1]


def _take(found: Surroundings, key: str, value: str) -> None:
    kind = balance_kind(key)
    amount = _amount(value)
    if kind == "opening" and amount is not None and found.opening is None:
        found.opening = amount.value
    if kind == "closing" and amount is not None and found.closing is None:
        found.closing = amount.value
    if kind and amount is not None and amount.currency:
        found.currency = found.currency or amount.currency
    folded = fold(key)
    if not found.account and _is_account_key(folded) and (match := ACCOUNT_NUMBER.search(value)):
        found.account = match[0].strip(" -./")
        codes = (_code(word) for word in value.replace(match[0], " ").split())
        found.currency = found.currency or next((code for code in codes if code), "")
    if not found.currency and folded in ROLES["currency"]:
        found.currency = _code(value)


def _is_account_key(folded: str) -> bool:
    return folded in ROLES["account"] or any(
        folded.startswith(f"{key} ") for key in ("account", "konto", "compte", "cuenta", "conto", "rekening", "iban")
    )


def _take_iban(found: Surroundings, cell: str) -> None:
    compact = cell.replace(" ", "").upper()
    if not found.account and len(compact) <= 60 and (match := IBAN.search(compact)):
        found.account = match[0]


def _take_currency(found: Surroundings, cell: str) -> None:
    """A cell such as ': EUR' or '1.234,56 EUR'."""
    if found.currency or len(cell) > 40:
        return
    amount = _amount(cell)
    found.currency = amount.currency if amount is not None else _code(cell.strip(": "))


def _code(text: str) -> str:
    word = text.strip().split(" ")[0].strip("()[]:;,.")
    if word.lower() in SYMBOLS:
        return SYMBOLS[word.lower()]
    return word if len(word) == 3 and word.isupper() and is_currency(word) else ""


def _amount(text: str) -> Amount | None:
    votes = decimal_mark_votes([text])
    return parse_amount(text, "," if votes[","] or votes["?."] else ".")
