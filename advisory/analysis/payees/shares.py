"""Who a share of the ledger was with: one key and one name, whatever the bank wrote around it this time."""

from __future__ import annotations

import re
from functools import lru_cache

from advisory.analysis.history import tidy
from advisory.analysis.payees.channels import CASH
from advisory.analysis.payees.payee import GUESSED, normalise
from transactions.ledger.columns import Share
from transactions.ledger.fingerprint import normalise_text
from transactions.ledger.words import words_of


def payee_key(share: Share) -> str:
    """One key a payee: its brand where the bank wrote the name, else its number, else its folded name; empty where
    nobody is named."""
    if brand := _brand(share.payee_name, share.text):
        return brand[0]
    return f"#{share.payee_id}" if share.payee_id is not None else normalise_text(share.payee_name)


def payee_shown(share: Share) -> str:
    """The name for people; empty where nobody is named."""
    brand = _brand(share.payee_name, share.text)
    return brand[1] if brand else tidy(share.payee_name)


PLAIN = re.compile(r"[\w\s&'’.,/*+()#:@°-]+")
"""What banks write payees in. A name with other signs is nothing to be taken apart."""


@lru_cache(maxsize=65536)
def _brand(name: str, text: str) -> tuple[str, str] | None:
    """Key and name of the payee that a bank's words hold. None where the owner chose the name, which is theirs: it
    then stands nowhere in the bank's text. None for cash, whose words name a place, and where too little is left."""
    own = tidy(name)
    if not PLAIN.fullmatch(own) or not set(words_of(own)) <= set(words_of(text)):
        return None
    found = normalise(own)
    if not found.key or found.channel == CASH or found.confidence <= GUESSED:
        return None
    return found.key, tidy(found.brand)
