"""How alike two bank texts are, when two formats or two years tell the same movement in different words."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date
from functools import lru_cache

from transactions.ledger.words import words_of

SHORTEST_WORD = 3
SHORTEST_STEM = 4  # banks cut names off: "STARBU" stands for "starbucks", "sta" for too much
SAME_REFERENCE, MOST_BY_WORDS = 1.0, 0.95
ALIKE, FAIRLY_ALIKE = 0.5, 0.3
WORDLESS = 0.25  # one of the texts tells nothing
SHORTEST_ID = 6  # shorter ids of the bank are counted within a file
LONGEST_COUNT = 4
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
        return WORDLESS
    return MOST_BY_WORDS * sum(_stands_in(word, many) for word in few) / len(few)


def _stands_in(word: str, words: frozenset[str]) -> bool:
    if word in words:
        return True
    if len(word) < SHORTEST_STEM:
        return False
    return any(len(w) >= SHORTEST_STEM and (w.startswith(word) or word.startswith(w)) for w in words)


def numbers_differ(one: str, other: str) -> bool:
    """Both texts bear long numbers, and none is in both: two movements of one shop, unless the bank numbers anew."""
    mine, theirs = words_that_tell(one)[1], words_that_tell(other)[1]
    return bool(mine and theirs and not mine & theirs)


def names_differ(one: str, other: str) -> bool:
    """Each text has a word that tells and that the other lacks."""
    mine, theirs = words_that_tell(one)[0], words_that_tell(other)[0]
    return any(not _stands_in(word, theirs) for word in mine) and any(not _stands_in(word, mine) for word in theirs)


def is_counted(external_id: str, day: date) -> bool:
    """The bank's id is a short number, or the day with a short number: the place of the row in a file or on a day."""
    if external_id.isdigit() and len(external_id) < SHORTEST_ID:
        return True
    digits = "".join(char for char in external_id if char.isdigit())
    if len(external_id) - len(digits) > LONGEST_COUNT:
        return False
    spellings = (
        f"{day:%Y%m%d}",
        f"{day:%d%m%Y}",
        f"{day:%m%d%Y}",
        f"{day:%y%m%d}",
        f"{day:%d%m%y}",
        f"{day:%y}{day:%j}",
    )
    return any(spelling in digits and len(digits) - len(spelling) <= LONGEST_COUNT for spelling in spellings)
