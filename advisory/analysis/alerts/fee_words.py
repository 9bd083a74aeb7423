"""Words by which banks name their fees, in the languages of many statements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from transactions.ledger.words import words_of

FEES = """
    fee, fees, bank charge, bank charges, charges, service charge, overdraft, unpaid item, returned item, returned
    payment, late payment, penalty, nsf, insufficient funds, interest charge, interest charged, debit interest,
    markup, mark up, foreign transaction, non sterling, frais, agios, commission, commissions, interets debiteurs,
    gastos, comision, comisiones, comis, intereses deudores, descubierto, comm, commissione, commissioni, spese,
    interessi passivi, scoperto, kosten, rente rood, rente roodstand, roodstand, debetrente, tarifa, tarifas,
    juros, multa, iof, encargos, encargo, anuidade, penal charges, gst on charges, odsetki, prowizja, tesuryo,
    finance charge, service assessment, unpaid direct debit, late payment charge, rood staan, provision fur,
    provision fuer, taxa de manutencao, taxa de servico, korttikulu, palvelukulu, tilinhoitokulu
"""
# Parts of compound words and of scripts without gaps.
PARTS = frozenset(
    words_of(
        "gebuhr gebuehr entgelt zinsen avgift kosten gebyr ranta oplata opłata 手数料 延滞 koersopslag paslag maksu"
    )
)
# Said of what costs nothing.
FREE = (
    "gebuhrenfrei",
    "gebuehrenfrei",
    "kostenlos",
    "kostenfrei",
    "no fee",
    "fee free",
    "free of charge",
    "sans frais",
)
FOREIGN = """
    foreign, non sterling, currency, conversion, exchange, fx, cross border, international, intl, auslandseinsatz,
    fremdwahrung, fremdwaehrung, ausland, etranger, change, devise, divisa, extranjero, estero, cambio, valuta,
    buitenland, utlandet, utland, zagraniczna, przewalutowanie, exterior, iof, kaigai, 海外
"""
FOREIGN_PARTS = ("ausland", "fremdw", "valuta", "utland", "koersopslag", "海外")


def says_fee(text: str) -> bool:
    """Whether a text as the bank printed it names a fee."""
    folded = " ".join(words_of(text))
    return bool(_fees().search(folded)) and not any(free in folded for free in FREE)


@lru_cache(maxsize=1)
def _fees() -> re.Pattern[str]:
    """The phrases as whole words, and the parts anywhere."""
    whole = "|".join(sorted(map(re.escape, _set(FEES)), key=len, reverse=True))
    parts = "|".join(sorted(map(re.escape, PARTS)))
    return re.compile(rf"\b(?:{whole})\b|{parts}")


def says_foreign(words: Iterable[str]) -> bool:
    return any(word in _set(FOREIGN) or any(part in word for part in FOREIGN_PARTS) for word in words)


@lru_cache(maxsize=4)
def _set(listed: str) -> frozenset[str]:
    return frozenset(" ".join(words_of(phrase)) for phrase in listed.split(",") if phrase.strip())
