"""Who was paid, out of what the bank wrote. The verbatim text stays in the ledger, so this may be bold.

The order matters: labelled fields, words of the payment's way and processors (they stack), noise, place, company
form, known spellings. The key of a payee never depends on other rows: the same text gives the same key for ever
within a VERSION.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from advisory.analysis.payees.brands import known_brand
from advisory.analysis.payees.channels import CASH, said_behind, strip_channel, without_code
from advisory.analysis.payees.names import NameWords, name_words
from advisory.analysis.payees.noise import COMPANY, DANGLING, NUMBERS, PURPOSE, WORDY
from advisory.analysis.payees.processors import COLLECTOR_FORM, collector, shop_behind, strip_processor
from advisory.analysis.payees.shapes import shape_of
from advisory.analysis.payees.tagged import labelled_name, without_tail
from transactions.ledger.words import words_of

VERSION = "payees@2"
LONGEST = 240
MOST_PREFIXES = 6
KNOWN, PLAIN, STRIPPED, GUESSED = 0.98, 0.9, 0.75, 0.5
# Arms of a brand that are another kind of spending: they stay in the key.
ARMS = frozenset(
    words_of(
        """
        petrol fuel pfs gas fuels mobile bank insurance travel money cafe restaurant pharmacy energy broadband
        business music cloud ads one storage credit card loan opticians hotel wallet cash tires tyres auto rental
        rent online games tv fibre telecom kids pets garden photo kitchen coffee prime plus premium fresh tankstelle
        versicherung reisen apotheke carburant station essence assurance banque voyages gasolinera seguros
        gasolineras viajes carburanti assicurazioni verzekeringen reizen baumarkt digital express cab eats
        """
    )
)
_COLUMNS = re.compile(r"\s{3,}(?![*\s])")
_GLYPHS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_SPACES = re.compile(r"\s+")
_EDGE = re.compile(r"^[\s,;:/|*#.\-_+=>'\"()]+|[\s,;:/|*#\-_+=<'\"(]+$")


@dataclass(frozen=True, slots=True)
class Payee:
    """A payee. `key`: folded words with single spaces, '' where the text names nobody; `brand`: the same for people.

    `channel` is one of card, debit, transfer, standing, cash, cheque, upi or ''; `processor` and `city` '' where none
    stands in the text; `confidence` 0 to 1: how sure the key is this payee's and only its.
    """

    key: str
    brand: str
    channel: str = ""
    processor: str = ""
    city: str = ""
    confidence: float = 0.0


@dataclass(slots=True)
class _Peeled:
    text: str
    channel: str = ""
    processor: str = ""


@lru_cache(maxsize=65536)
def normalise(text: str, counterparty: str = "") -> Payee:
    """The payee of a bank text; the counterparty decides unless it collects for others or says nothing."""
    return _of_shape(shape_of(text), shape_of(counterparty))


@lru_cache(maxsize=16384)
def _of_shape(text: str, counterparty: str) -> Payee:
    other, words = _clean(counterparty), _clean(text)
    collecting = collector(other or words)
    if collecting and words:
        shop = shop_behind(words) or (_shop_after(collecting, words) if other else "")
        if shop:
            found = _payee(shop)
            if found.key:
                return Payee(found.key, found.brand, found.channel, collecting, found.city, found.confidence)
    by_name = _payee(other) if other else None
    if by_name and by_name.key:
        channel = by_name.channel or strip_channel(words)[0] or said_behind(words)
        return Payee(by_name.key, by_name.brand, channel, by_name.processor, by_name.city, by_name.confidence)
    found = _payee(words)
    if found.channel or found.processor or not found.key:
        return found
    return replace(found, channel=said_behind(words))


def resolve_alias(payee: Payee, aliases: Mapping[str, str]) -> Payee:
    """The payee under the name the user gave it: `aliases` maps keys to keys and is followed to its end once."""
    key, seen = payee.key, {payee.key}
    while (target := aliases.get(key, "")) and target not in seen:
        key = target
        seen.add(key)
    if key == payee.key:
        return payee
    return Payee(key, key.title(), payee.channel, payee.processor, payee.city, 1.0)


def _clean(text: str) -> str:
    plain = _GLYPHS.sub("", unicodedata.normalize("NFKC", text[: LONGEST * 2])).replace("\n", "   ").strip()
    return COLLECTOR_FORM.sub("PayPal ", plain).strip()


def _shop_after(collecting: str, text: str) -> str:
    """What a collector's text names, when it names more than references."""
    peeled = _peel(text)
    if not peeled.processor and peeled.text.casefold().startswith(collecting.casefold()):
        return ""
    return peeled.text if any(len(word) > 3 and word.isalpha() for word in words_of(_denoised(peeled.text))) else ""


def _payee(text: str) -> Payee:
    if not any(letter.isalnum() for letter in text):
        return Payee("", "")
    peeled = _peel(text)
    name = _denoised(_first_part(peeled.text))
    again = _peel(name) if name != peeled.text else peeled
    parts = name_words(again.text)
    channel, processor = peeled.channel or again.channel, peeled.processor or again.processor
    if not parts.words:
        if not processor:
            return Payee("", "", channel, "", parts.city)
        parts, processor = NameWords(tuple(words_of(processor)), processor, parts.city), ""
    return _named(parts, channel, processor, is_changed=len(parts.shown) < 0.7 * len(text))


def _named(parts: NameWords, channel: str, processor: str, *, is_changed: bool) -> Payee:
    words = list(parts.words)
    brand, size = known_brand(words)
    if processor == "Google" and known_brand(["google", *words])[1] > 1:
        brand, size = known_brand(["google", *words])
        processor, size = "", size - 1
    if brand:
        arms = [word for word in words[size:] if word in ARMS][:1] if channel != CASH else []
        shown = " ".join([brand, *(arm.capitalize() for arm in arms)])
        return Payee(" ".join([_brand_key(brand), *arms]), shown, channel, processor, parts.city, KNOWN)
    confidence = STRIPPED if is_changed else PLAIN
    if len("".join(words)) < 4:
        confidence = GUESSED
    return Payee(" ".join(words), parts.shown, channel, processor, parts.city, confidence)


def _brand_key(brand: str) -> str:
    """7-Eleven keeps its hyphen, all others are folded words."""
    return brand.casefold() if brand[0].isdigit() and "-" in brand else " ".join(words_of(brand.replace("'", "")))


def _peel(text: str) -> _Peeled:
    """The text without what stands in front of the name, however often that is stacked."""
    peeled = _Peeled(text)
    named = labelled_name(text)
    if named:
        peeled.channel = strip_channel(text)[0]
        peeled.text = named
    else:
        peeled.text = without_code(without_tail(text).rstrip())
    for _ in range(MOST_PREFIXES):
        before = peeled.text
        peeled.text = _leading_noise(_EDGE.sub("", before))
        channel, peeled.text = strip_channel(peeled.text)
        processor, peeled.text = strip_processor(peeled.text)
        peeled.channel = peeled.channel or channel
        peeled.processor = processor or peeled.processor
        if peeled.text == before:
            break
    return peeled


_LEADING = re.compile(
    r"^(?!7-11\b)(?:on\s+(?=\d))?(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{6,8}|\d{4}(?=\s+\D)|[x*•]{2,}\s?\d{2,6}|\d{1,2}:\d{2}|"
    r"\d{1,2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d{0,4}|\d{1,2}\s?h\s?\d{2}|"
    r"(?:x|card|carte|cb|nr|no|cd)\s*\d{4,}\S*|nr[:.]\s?(?=\w*\d)\w{4,}|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[/ ]\d{1,2}[:.]\d{2}|\d+[.,]\d{2}\s+(?:at|de|eur|gbp|usd|ch|chf)|k\d(?=\s))"
    r"(?=[\s,;:.-]|$)[\s,;:.-]*",
    re.IGNORECASE,
)


def _leading_noise(text: str) -> str:
    rest = text
    while (found := _LEADING.match(rest)) and any(letter.isalpha() for letter in rest[found.end() :]):
        rest = rest[found.end() :]
    return rest


def _first_part(text: str) -> str:
    """Before '//' (German card texts put the town behind) and before a wide gap (columns of a printed statement)."""
    head = text.partition("//")[0]
    head = head if any(letter.isalpha() for letter in head) else text
    first, *rest = _COLUMNS.split(head, maxsplit=1)
    if not rest:
        return head
    is_name = sum(letter.isalpha() for letter in first) >= 3
    return f"{first} \x1f {rest[0]}" if is_name else _COLUMNS.sub(" ", head)


def _denoised(text: str) -> str:
    """The name without references, numbers, dates and company forms; what stood behind a column mark is dropped."""
    name, _, behind = text.partition("\x1f")
    name = PURPOSE.sub(r"\1", WORDY.sub(" ", name))
    if any(letter.isdigit() for letter in name):
        for pattern in NUMBERS:
            name = pattern.sub(" ", name)
    name = _EDGE.sub("", _SPACES.sub(" ", name))
    for _ in range(4):
        shorter = _EDGE.sub("", COMPANY.sub("", DANGLING.sub("", name)))
        if shorter == name or not any(letter.isalpha() for letter in shorter):
            break
        name = shorter
    if not any(letter.isalpha() for letter in name) and behind:
        return _denoised(behind)
    return name
