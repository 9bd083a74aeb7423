"""Single fields of an ISO 20022 account message: amounts, directions, days, balances, accounts.

The versions 001 to 013 moved some of them (a status became a code, a party was wrapped); all forms are taken here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from transactions.statements.currencies import currency_code
from transactions.statements.dates import read_date
from transactions.statements.numbers import parse_amount
from transactions.statements.xml_tree import Node

_PLAIN_AMOUNT = re.compile(r"[+-]?(?:\d{1,24}(?:\.\d{0,12})?|\.\d{1,12})", re.ASCII)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)", re.ASCII)
NO_ID = re.compile(r"(?i)(?:not\W?provided|none|nonref|not\W?available|n\W?a|null|unknown|nil|[0\W]*)")


@dataclass(frozen=True, slots=True)
class Balance:
    """One balance: its code (OPBD, PRCD, CLBD, ITBD ...), the amount seen by the holder, its day."""

    code: str
    amount: Decimal
    currency: str
    day: date | None


def amount_of(node: Node | None) -> Decimal | None:
    """The number of an Amt element; a point is its decimal mark by the standard, a comma is forgiven."""
    if node is None:
        return None
    text = node.text
    if _PLAIN_AMOUNT.fullmatch(text):
        return Decimal(text)
    mark = "," if "." not in text else "."
    parsed = parse_amount(text, mark)
    return parsed.value if parsed is not None else None


def currency_of(node: Node | None) -> str:
    """The Ccy attribute of an amount as an ISO 4217 code, '' when it has none or one that does not exist."""
    return currency_code(stated_currency(node))


def stated_currency(node: Node | None) -> str:
    """The Ccy attribute of an amount as it stands there."""
    return node.attributes.get("Ccy", "").strip() if node is not None else ""


def direction_of(node: Node) -> int:
    """1 for a credit, -1 for a debit, 0 when the element does not say."""
    word = node.value("CdtDbtInd").upper()
    if word.startswith("C"):
        return 1
    return -1 if word.startswith("D") else 0


def is_true(text: str) -> bool:
    return text.lower() in {"true", "1", "yes", "y"}


def status_of(entry: Node) -> str:
    """BOOK, PDNG, INFO or FUTR; a statement that names no status lists what is booked."""
    node = entry.child("Sts")
    if node is None:
        return "BOOK"
    return (node.text or next(node.texts(), "")).upper() or "BOOK"


def day_in(node: Node | None) -> date | None:
    """The day in a date choice (Dt or DtTm), as printed: times and zones do not move a booking day."""
    if node is None:
        return None
    return next((day for text in (node.text, *node.texts()) if text and (day := day_of(text)) is not None), None)


def day_of(text: str) -> date | None:
    """The day of an ISO date or time. In that form the month is the second number, whatever the third one says."""
    if _ISO_DAY.match(text):
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            return None
    parts = read_date(text[:10] if len(text) > 10 and text[4:5] == "-" else text)
    return (parts.in_order("DMY") or parts.in_order("MDY")) if parts is not None else None


def balance_of(node: Node) -> Balance | None:
    """A Bal element, None when it has no readable amount."""
    amount = node.child("Amt")
    value = amount_of(amount)
    if value is None:
        return None
    sign = direction_of(node) or 1
    kind = node.child("Tp")
    code = (
        next((child.text for child in kind.walk() if child.name in ("Cd", "Prtry") and child.text), "") if kind else ""
    )
    return Balance(code.upper(), -value if sign < 0 else value, currency_of(amount), day_in(node.child("Dt")))


def identification(account: Node | None) -> str:
    """An account's number: its IBAN, else whatever other number it has; without spaces."""
    if account is None:
        return ""
    iban = account.find("IBAN")
    if iban is not None and iban.text:
        return iban.text.replace(" ", "").upper()
    holder = account.child("Id") or account
    other = next((node.text for node in holder.walk() if node.name in ("BBAN", "UPIC", "Id") and node.text), "")
    return other or (holder.text if holder is not account else "")


def reference(text: str) -> str:
    """A reference, '' for the words that stand where there is none."""
    return "" if NO_ID.fullmatch(text) else text
