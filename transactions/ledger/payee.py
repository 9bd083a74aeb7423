"""From what the bank wrote to a name that people recognise. The raw text is kept elsewhere, so this may be bold.

Version 1: takes away card numbers, dates, times, references and the prefixes of payment processors. Short numbers
inside a name stay, because brands carry them (7-Eleven, Super 8, 3 Mobile, Forever 21).
"""

from __future__ import annotations

import re
from functools import lru_cache

from transactions.ledger.words import squeeze

LONGEST = 160

PREFIXES = re.compile(
    r"^(?:(?:card\s+(?:payment|purchase|transaction)(?:\s+(?:to|at|from))?|(?:pos|debit\s+card|visa|mastercard|maestro)"
    r"\s+(?:purchase|debit|payment|withdrawal)(?:\s+(?:to|at))?|purchase\s+at|pos|visa|contactless|direct\s+debit(?:\s+to)?"
    r"|standing\s+order(?:\s+to)?|faster\s+payments?(?:\s+(?:to|from))?|bill\s+payment(?:\s+to)?|bank\s+credit"
    r"|kartenzahlung|lastschrift|kartenkauf|paiement\s+(?:par\s+)?(?:carte|cb)|achat\s+(?:cb|carte)|carte"
    r"|prlv\s+sepa|compra(?:\s+(?:con\s+)?tarj(?:eta)?)?|pagamento\s+(?:pos|carta)|betaalautomaat|bea|kaardimakse"
    r"|platba\s+kartou|kortk[oø]b|kortk[oö]p|varek[oø]p|korttiosto)\b[\s:,/.-]*)+",
    re.IGNORECASE,
)
PROCESSORS = re.compile(
    r"^(?:sq|sumup|zettle|izettle|iz|tst|sp|pp|paypal|stripe|crv|dd|wlb|py|ztl)\s*[*_]\s*", re.IGNORECASE
)
NOISE = (
    re.compile(r"\b(?:[x*•]{2,}|\d{4,6}[x*•]{2,})[\dx*•-]*", re.IGNORECASE),  # masked card numbers
    re.compile(r"[x*•]{3,}[\dx*•-]*", re.IGNORECASE),
    re.compile(r"\b\d{4}(?:[ -]\d{4}){2,3}\b"),  # whole card numbers
    re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[t ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?\b", re.IGNORECASE),
    re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\b"),
    re.compile(
        r"\b\d{1,2}\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s?\d{2,4})?\b", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:ref(?:erence)?|rf|mandate|mandat|trx|txn|trace|auth(?:code)?|terminal|term|card|karte|invoice|inv)"
        r"\s*(?:no|nr|num|number|id)?\s*[.:#-]*\s*(?=[\w/-]*\d)[\w/-]{3,}",
        re.IGNORECASE,
    ),
    re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,}[A-Z0-9\s]{0,4}\b"),  # IBAN
    re.compile(r"\*[A-Z0-9]{6,}\b"),  # order numbers of market places
    re.compile(r"#\s*\d+"),
    re.compile(r"\b(?=[a-z]*\d)(?=\w*[a-z])\w{12,}\b", re.IGNORECASE),  # long mixed references
    re.compile(r"\b\d{2}[./]\d{2}\b"),
    re.compile(r"\b\d{5,}\b"),
    re.compile(r"(?<=\w\s)(?:0\d{2,3}|\d{4})\b"),  # shop numbers: they stand behind the name
)
EDGE = re.compile(r"^[\s,;:/|*#.\-_]+|[\s,;:/|*#\-_]+$|(?<=\w{4})\.$")
DANGLING = re.compile(r"[\s,;:]+(?:on|at|to|from|am|vom|le|du|el|ref|nr|no)$", re.IGNORECASE)
SHOUTED = re.compile(r"[^\W\d_]{3,}(?:['’][^\W\d_]+)?")
SPACES = re.compile(r"\s+")


@lru_cache(maxsize=8192)
def payee_name(counterparty: str, description: str) -> str:
    """The payee's name, or '' when the text holds none. The counterparty decides; the description stands in for it."""
    for text in (counterparty, description):
        name = cleaned(text)
        if squeeze(name):
            return name
    return ""


def cleaned(text: str) -> str:
    """One bank text without its noise, at most 160 characters; the text itself when nothing else would be left."""
    plain = SPACES.sub(" ", text).strip()[: LONGEST * 2]
    name = PROCESSORS.sub("", PREFIXES.sub("", plain.partition("//")[0]))
    for pattern in NOISE:
        name = pattern.sub(" ", name)
    name = PREFIXES.sub("", EDGE.sub("", SPACES.sub(" ", name)))
    name = EDGE.sub("", DANGLING.sub("", name))
    if not any(letter.isalpha() for letter in name):
        name = plain
    return presentable(name)[:LONGEST].strip()


def presentable(name: str) -> str:
    """Shouted names are set in title case, two-letter words left; names with any small letter stay as they are."""
    if not name.isupper() or len(name) < 5:
        return name
    return SHOUTED.sub(lambda word: word[0].capitalize(), name)


def payee_key(name: str) -> str:
    """What makes two names the same payee: folded letters and digits."""
    return squeeze(name)[:LONGEST]
