"""How alike two bank texts are, when two formats or two years tell the same movement in different words."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache

from transactions.ledger.words import words_of

SHORTEST_WORD = 3
SHORTEST_STEM = 4  # banks cut names off: "STARBU" stands for "starbucks", "sta" for too much
SAME_REFERENCE, MOST_BY_WORDS = 1.0, 0.95
SHORTEST_NUMBER = 6  # shorter numbers are shops, terminals and days, and meet by chance
NOISE = frozenset(
    words_of(
        """
        card payment purchase debit credit transfer direct visa mastercard maestro pos contactless the and von fur vom
        sepa lastschrift gutschrift kartenzahlung uberweisung basislastschrift folgelastschrift entgelt buchung
        achat carte paiement virement prelevement cb facture pagamento carta bonifico addebito accredito compra tarjeta
        pago recibo transferencia betaling overboeking incasso pasnr naar van rekening platba kartou kartenkauf
        ref reference datum date eref kref mref cred svwz iban bic gmbh ltd inc eur usd gbp chf com www
        """
    )
)


@lru_cache(maxsize=32768)
def words_that_tell(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a text that could tell who or what, and the long numbers in it."""
    words = words_of(text[:400])
    names = frozenset(w for w in words if len(w) >= SHORTEST_WORD and not w.isdigit() and w not in NOISE)
    numbers = frozenset(w for w in words if len(w) >= SHORTEST_NUMBER and any(char.isdigit() for char in w))
    return names - numbers, numbers


def resemblance(one: str, other: str, common: AbstractSet[str] = frozenset()) -> float:
    """0 to 1: the share of the shorter text's telling words that stand in the other, whole or cut off, at most 0.95.

    1.0 is kept for a reference: a long number that stands in both and is not in `common`, the numbers that stand in
    many rows (cards, contracts). Texts without any telling word resemble a little: nothing speaks against them.
    """
    names_1, numbers_1 = words_that_tell(one)
    names_2, numbers_2 = words_that_tell(other)
    if (numbers_1 & numbers_2) - common:
        return SAME_REFERENCE
    few, many = sorted((names_1, names_2), key=len)
    if not few:
        return 0.25
    return MOST_BY_WORDS * sum(_stands_in(word, many) for word in few) / len(few)


def _stands_in(word: str, words: frozenset[str]) -> bool:
    if word in words:
        return True
    if len(word) < SHORTEST_STEM:
        return False
    return any(len(w) >= SHORTEST_STEM and (w.startswith(word) or word.startswith(w)) for w in words)
