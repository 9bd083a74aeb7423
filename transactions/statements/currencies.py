"""Currency codes as files state them: one of ISO 4217, or an error that names what stands in its place.

One changed letter makes 'EWR' of EUR. Booked as it stands it would open an account in money that does not exist; booked
in the user's own currency it would be a guess. So a movement whose own code is unknown is reported.
"""

from __future__ import annotations

from transactions.ledger.money import is_currency
from transactions.statements.folding import fold, phrases
from transactions.statements.words_currencies import CURRENCY_NAMES

_BY_NAME = {phrase: code for code, names in CURRENCY_NAMES.items() for phrase in phrases(names)}


def currency_code(text: str) -> str:
    """The ISO 4217 code that is written here, in capitals; '' for anything else."""
    code = text.strip().upper()
    return code if is_currency(code) else ""


def named_currency(text: str) -> str:
    """The code of a currency whose name is written here, such as 'US Dollar'; '' for anything else. For tables made
    for people: formats made for machines state codes."""
    return _BY_NAME.get(fold(text), "") if 1 < len(text.strip()) < 40 else ""


def unknown_currency(written: str) -> str:
    """What to say of a movement whose currency is none."""
    return f"{written.strip()[:20]!r} is no known currency. Correct it to a code such as EUR and import the file again."


def unknown_account_currency(written: str) -> str:
    """What to say of an account whose currency is none; its movements are read."""
    return (
        f"The account's currency {written.strip()[:20]!r} is not known, so your own is assumed. "
        "Correct it to a code such as EUR and import the file again."
    )
