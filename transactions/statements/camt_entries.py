"""Entries of a CAMT statement: each becomes one line, however many payments it sums up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from transactions.ledger.errors import LineError
from transactions.statements.camt_fields import (
    amount_of,
    currency_of,
    day_in,
    day_of,
    direction_of,
    is_true,
    stated_currency,
    status_of,
)
from transactions.statements.camt_texts import Detail, Holder, Words, counterparty, describe, read_words
from transactions.statements.currencies import unknown_currency
from transactions.statements.xml_tree import Node

MAX_RAW = 4000  # characters of an entry's XML kept beside the line
MAX_DETAILS = 200  # payments of one entry that are looked at; all are counted
PENDING = ("PDNG", "FUTR")
# Families of payments that go one way only: issued and received credit transfers and direct debits, cards.
FAMILIES = {"RCDT": 1, "ICDT": -1, "IDDT": 1, "RDDT": -1, "CCRD": -1, "MCRD": 1, "RRCT": 1, "IRCT": -1}
DETAIL_DATES = ("TxDtTm", "AccptncDtTm", "IntrBkSttlmDt", "StartDt", "EndDt", "TradActvtyCtrctlSttlmDt")


@dataclass(slots=True)
class Details:
    """The payments within the entry that is being read."""

    count: int = 0
    read: list[Detail] = field(default_factory=list)
    direction: int = 0
    day: date | None = None
    amount: Node | None = None
    is_return: bool = False


@dataclass(slots=True)
class Entry:
    """An entry before its statement is known to the end: account, owner and dates may stand behind it."""

    line: int
    words: Words
    amount: Decimal  # signed
    currency: str
    booking: date | None
    value: date | None
    is_pending: bool
    is_reversal: bool
    details: Details
    raw: str


def note_detail(details: Details, node: Node, detail: Detail) -> None:
    """Count a TxDtls element and keep what the entry may lack."""
    details.count += 1
    if len(details.read) < MAX_DETAILS:
        details.read.append(detail)
    details.direction = details.direction or direction_of(node)
    details.is_return = details.is_return or node.child("RtrInf") is not None
    details.amount = details.amount or node.child("Amt") or node.find("TxAmt")
    dates = node.child("RltdDts")
    if details.day is None and dates is not None:
        details.day = next((day for name in DETAIL_DATES if (day := day_in(dates.child(name))) is not None), None)


def read_entry(node: Node, details: Details, raw: str) -> Entry | LineError | None:
    """An Ntry element; None for an entry that is only information: nothing was or will be booked."""
    status = status_of(node)
    if status.startswith("INFO"):
        return None
    amount_node = node.child("Amt") or _amount_within(details)
    amount = amount_of(amount_node)
    if amount is None:
        return LineError(node.line, "amount", _amount_message(amount_node.text if amount_node is not None else ""))
    if (stated := stated_currency(amount_node)) and not currency_of(amount_node):
        return LineError(node.line, "currency", unknown_currency(stated))
    direction = direction_of(node) or details.direction or FAMILIES.get(_family(node), 0)
    if not direction and amount >= 0:
        return LineError(node.line, "amount", NO_DIRECTION)
    if wrong := _wrong_date(node.child("BookgDt")):
        return LineError(node.line, "booking_date", _date_message(wrong))
    signed = amount if not direction else -abs(amount) if direction < 0 else amount
    value = day_in(node.child("ValDt"))
    return Entry(
        line=node.line,
        words=read_words(node),
        amount=signed,
        currency=currency_of(amount_node),
        booking=day_in(node.child("BookgDt")),
        value=value,
        is_pending=status.startswith(PENDING),
        is_reversal=is_true(node.value("RvslInd")),
        details=details,
        raw=raw[:MAX_RAW],
    )


NO_DIRECTION = (
    "This entry does not say whether the money came in or left (CdtDbtInd). Ask the bank for the file again or add "
    "the movement by hand."
)
NO_DATE = "This entry has no date (BookgDt). Ask the bank for the file again or add the movement by hand."


def texts_of(entry: Entry, holder: Holder) -> tuple[str, str]:
    """Counterparty and description."""
    details = entry.details
    names = [
        counterparty(
            detail, is_credit=entry.amount >= 0, is_reversal=entry.is_reversal or details.is_return, holder=holder
        )
        for detail in details.read
    ]
    count = max(details.count, entry.words.payments)
    named = {name for name in names if name}
    who = next(iter(named)) if len(named) == 1 and (count == 1 or len(details.read) == count) else ""
    return who, describe(entry.words, details.read, count, names, holder)


def bank_reference(entry: Entry) -> str:
    """The bank's own id of the entry, or of its only payment."""
    if entry.words.reference or entry.details.count != 1:
        return entry.words.reference
    return entry.details.read[0].external_id


def _family(node: Node) -> str:
    """The family of the ISO bank transaction code, for entries that lack the mark of their direction."""
    code = node.child("BkTxCd")
    family = code.find("Fmly") if code is not None else None
    return family.value("Cd").upper() if family is not None else ""


def _amount_within(details: Details) -> Node | None:
    """The amount of the only payment, for an entry that leaves its own out."""
    node = details.amount
    if node is None or details.count != 1:
        return None
    return node if node.name == "Amt" else node.child("Amt")


def _wrong_date(node: Node | None) -> str:
    """The text of a date that does not exist, '' when it does or nothing is written."""
    if node is None or day_in(node) is not None:
        return ""
    text = node.text or next(node.texts(), "")
    return text if any(char in "123456789" for char in text) and day_of(text) is None else ""


def _amount_message(written: str) -> str:
    if not written:
        return "This entry has no amount (Amt). Ask the bank for the file again or add the movement by hand."
    return f"{written[:40]!r} is not an amount. Correct Amt to a plain number such as 12.30 and import the file again."


def _date_message(written: str) -> str:
    return f"{written[:40]!r} is not a date that exists. Correct BookgDt to YYYY-MM-DD and import the file again."
