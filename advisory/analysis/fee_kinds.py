"""What kind of fee a booking is: interest on a debt, a penalty for being short or late, or the price of a service.

By words of the banks, where the category already says that it is a fee. Whole words, or parts of compound ones.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from transactions.ledger.columns import Share
from transactions.ledger.words import phrases_of, words_of

FeeKind = Literal["", "fee", "penalty", "interest"]
FEES_KEY = "fees"
LONGEST_PHRASE = 3

INTEREST = """
    interest, interest charge, interest charged, finance charge, interets, agios, intereses, interessi, rente, juros,
    odsetki, ranta, renta, korko, zins
"""
INTEREST_PARTS = ("zinsen", "debetrente", "ranta")
PENALTY = """
    overdraft, overdrawn, over limit, overlimit, nsf, insufficient funds, returned item, returned payment, unpaid item,
    unpaid, late fee, late payment, late charge, penalty, dunning, reminder fee, dishonour, decouvert, rejet, incident,
    impaye, descubierto, impagado, mora, demora, scoperto, insoluto, roodstand, multa, przekroczenie
"""
PENALTY_PARTS = ("mahn", "rucklast", "ruecklast", "uberzieh", "ueberzieh", "overtrekk", "paminnelse", "rykker")


def fee_kind(share: Share) -> FeeKind:
    """'' for whatever is no fee that left an account."""
    if share.category_key != FEES_KEY or share.amount_minor >= 0 or share.is_transfer:
        return ""
    return kind_of(f"{share.payee_name} {share.text}")


@lru_cache(maxsize=4096)
def kind_of(text: str) -> FeeKind:
    """Of a text that is known to name a fee. A penalty wins: "interest on your overdraft" is a cost of being short."""
    phrases = phrases_of(text, LONGEST_PHRASE)
    words = words_of(text)
    if any(phrase in _set(PENALTY) for phrase in phrases) or _has(words, PENALTY_PARTS):
        return "penalty"
    if any(phrase in _set(INTEREST) for phrase in phrases) or _has(words, INTEREST_PARTS):
        return "interest"
    return "fee"


def _has(words: tuple[str, ...] | list[str], parts: tuple[str, ...]) -> bool:
    return any(part in word for word in words for part in parts)


@lru_cache(maxsize=4)
def _set(listed: str) -> frozenset[str]:
    return frozenset(" ".join(words_of(phrase)) for phrase in listed.split(",") if phrase.strip())
