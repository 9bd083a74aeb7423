"""Signs that no draft may hold: figures of any script, money signs, markup, and letters that only look like ours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

SPACES = " \u00a0\u202f\u2009\n"
MARKUP = "<>*_`#[]|\\@^~=\u00a7"
OUR_EXTRAS = frozenset("ßæœøłđÆŒØŁĐẞ")
PLAIN = re.compile(r"[A-Za-z ,.;:!?'\"()\-]*")
ADDRESS = re.compile(r"https?:|www\.|//|mailto:|&#?\w+;|\b[^\W\d_]{2,}\.[^\W\d_]{2,}", re.IGNORECASE)
SPELLED_ADDRESS = re.compile(r"\b(?:dot|punkt|point|punto) (?:com|net|org|de|fr|es|eu|io)\b", re.IGNORECASE)
DOUBLE = re.compile(r"--+>|\$\{|\(\(")


def character_reasons(words: str) -> Iterator[str]:
    """`words` is the draft without its placeholders."""
    for letter in dict.fromkeys(words):
        reason = _reason(letter)
        if reason:
            yield f"{reason}: {shown(letter)} may not stand in a draft"
    found = ADDRESS.search(words) or SPELLED_ADDRESS.search(words) or DOUBLE.search(words)
    if found:
        yield f'link: "{found[0]}" reads as an address or markup'


def shown(letter: str) -> str:
    return f'"{letter}"' if letter.isprintable() else f'"U+{ord(letter):04X}"'


def _reason(letter: str) -> str:
    if PLAIN.fullmatch(letter) or letter in SPACES:
        return ""
    kind = unicodedata.category(letter)
    if kind[0] == "N" or letter in "+×÷±∞ªº":
        return "number"
    if kind == "Sc" or "%" in unicodedata.normalize("NFKC", letter) or letter in "‰‱⁒":
        return "money"
    if kind[0] in "CZS" or kind == "Pc" or letter in MARKUP:
        return "link"
    return "" if kind[0] == "P" or _is_ours(letter) else "link"


def _is_ours(letter: str) -> bool:
    """A letter of the Latin alphabet with or without accents, in its plain form."""
    if letter in OUR_EXTRAS:
        return True
    first, *accents = list(unicodedata.normalize("NFD", letter))
    return first.isascii() and first.isalpha() and all(unicodedata.combining(accent) for accent in accents)
