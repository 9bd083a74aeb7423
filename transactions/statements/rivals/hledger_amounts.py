"""Amounts of ledger and hledger journals: the commodity before or behind, lots, prices and balance assertions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from transactions.ledger.money import is_currency
from transactions.statements.numbers import SYMBOLS, VAGUE_SYMBOLS, decimal_mark_votes, parse_amount
from transactions.statements.rivals.expressions import to_decimal

MAX_AMOUNT = 200
_NAME = r'(?:"[^"]*"|[^\s\d.,;@={}()\[\]"+*/\-\'’]+)'
_NUMBER = r"\d(?:[\d.,'’ ]*\d)?|[.,]\d+"
_AMOUNT = re.compile(rf"([-+]?)\s*({_NAME})?\s*([-+]?)\s*({_NUMBER})[.,]?\s*({_NAME})?", re.DOTALL)
_LOTS = re.compile(r"\{\{?=?[^{}]*\}\}?|\[[^\[\]]*\]|\((?!=)[^()]*\)")
_ASSERTION = re.compile(r"==?\*?")


@dataclass(frozen=True, slots=True)
class JournalAmount:
    value: Decimal
    commodity: str  # an ISO code, '' for a sign that several countries use, else as written


@dataclass(frozen=True, slots=True)
class PostedAmount:
    """What stands behind an account: the amount, what it counts in the transaction, the balance stated after it."""

    amount: JournalAmount | None
    weight: JournalAmount | None
    asserted: JournalAmount | None


def read_posted(text: str, mark: str) -> PostedAmount | None:
    """None when the text is no amount. `mark` is the decimal mark of the journal where a number leaves it open."""
    if len(text) > MAX_AMOUNT:
        return None
    parts = _ASSERTION.split(text, maxsplit=1)
    asserted = read_amount(parts[1].split("@", maxsplit=1)[0], mark) if len(parts) > 1 else None
    written, _, price = parts[0].partition("@")
    written = _LOTS.sub(" ", written).strip()
    if not written:
        return PostedAmount(None, None, asserted) if not price else None
    amount = read_amount(written, mark)
    if amount is None:
        return None
    weight = _weight(amount, price, mark) if price else amount
    return PostedAmount(amount, weight, asserted) if weight is not None else None


def _weight(amount: JournalAmount, price: str, mark: str) -> JournalAmount | None:
    """At `@ price` of one, or `@@ price` of all. `price` begins behind the first mark."""
    each = read_amount(price.lstrip("@"), mark)
    if each is None:
        return None
    if price.startswith("@"):
        return JournalAmount(abs(each.value) if amount.value >= 0 else -abs(each.value), each.commodity)
    exact = to_decimal(Fraction(amount.value) * Fraction(each.value))
    return JournalAmount(exact, each.commodity) if exact is not None else None


def read_amount(text: str, mark: str) -> JournalAmount | None:
    match = _AMOUNT.fullmatch(text.strip())
    if match is None or (match[2] and match[5]):
        return None
    number = parse_amount(match[4], mark)
    if number is None or number.currency or len(number.value.as_tuple().digits) > 20:
        return None
    is_negative = (match[1] == "-") != (match[3] == "-")
    return JournalAmount(-number.value if is_negative else number.value, commodity_of(match[2] or match[5] or ""))


def commodity_of(written: str) -> str:
    bare = written.strip('"').strip()
    if is_currency(bare.upper()) and len(bare) == 3:
        return bare.upper()
    folded = bare.casefold()
    return "" if folded in VAGUE_SYMBOLS else SYMBOLS.get(folded, bare)


def votes_of(texts: list[str]) -> dict[str, int]:
    """The numbers of a journal as votes on its decimal mark, see numbers.decimal_mark_votes."""
    return decimal_mark_votes(number for text in texts for number in re.findall(_NUMBER, text[:MAX_AMOUNT])[:1])
