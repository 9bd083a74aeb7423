"""What can be wrong with an OFX file, in words: a document type that would change its text, a missing end, a value."""

from __future__ import annotations

import re
from collections import deque

from transactions.ledger.errors import LineError

DOCTYPE = re.compile(r"<!\s?(DOCTYPE|ENTITY)\b[^<>\[]{0,2000}(\[)?", re.IGNORECASE)
ENTITY = re.compile(r"<!\s?ENTITY\b", re.IGNORECASE)
ROOT = re.compile(r"<(/?)OFX\b[^<>]{0,200}>", re.IGNORECASE)
ENTITIES = (
    "This file declares a document type with entities (DOCTYPE), which a bank statement never needs and which would "
    "change what it says. It was not read. Download the statement again."
)
DECLARED = "This file declares a document type (DOCTYPE). Nothing was loaded from there; check that no text is missing."
CUT = (
    "The file ends before its end mark </OFX>: it was cut off, and movements may be missing. Download the statement "
    "again and import that."
)
CUT_MOVEMENT = "The file ends inside this movement, so it was left out. Download the statement again."

OUTSIDE = (
    "{0} movements from here on stand outside of any account's statement: the file is damaged. They are kept apart; "
    "check which account they belong to."
)
FOREIGN = (
    "{0} movements from here on name the currency {1}, but the account is in {2}: their amounts were taken as {2}. "
    "Compare them with your bank and correct those that are not."
)


def document_type(text: str) -> tuple[LineError | None, bool]:
    """What to say of a DOCTYPE, and whether the file must be refused: with entities its text is not what it seems.

    `text` is without comments and CDATA.
    """
    found = DOCTYPE.search(text)
    if found is None:
        return None, False
    is_hostile = bool(found[2]) or found[1].upper() == "ENTITY" or ENTITY.search(text) is not None
    line = text.count("\n", 0, found.start()) + 1
    return LineError(line, "file", ENTITIES if is_hostile else DECLARED), is_hostile


def cut_off(text: str) -> LineError | None:
    """The error of a file whose last <OFX> is never closed; SGML or XML, that one always has an end tag."""
    last = next(iter(deque(ROOT.finditer(text), maxlen=1)), None)
    if last is None or last[1]:
        return None
    return LineError(text.count("\n") + 1, "file", CUT)


def date_message(written: str) -> str:
    if not written:
        return "This movement has no date (DTPOSTED). Ask the bank for the file again or add the movement by hand."
    return f"{written[:40]!r} is not a date that exists. Correct DTPOSTED to YYYYMMDD and import the file again."


def amount_message(written: str) -> str:
    if not written:
        return "This movement has no amount (TRNAMT). Ask the bank for the file again or add the movement by hand."
    return f"{written[:40]!r} is not an amount. Correct TRNAMT to a plain number such as -12.30 and import again."
