"""Words made comparable: case, accents and punctuation folded away, phrase lists parsed, damaged letters forgiven."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SPECIAL = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ё": "е", "ў": "у"}
)
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})
DAMAGED = "\ufffd"
WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u1100-\u11ff]")  # scripts without spaces
_GAPS = re.compile(rf"[^\w{DAMAGED}]+")


def plain_digits(text: str) -> str:
    """Decimal digits of every script as 0 to 9."""
    return "".join(str(unicodedata.decimal(char)) if char > "\x7f" and char.isdecimal() else char for char in text)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """'Données (EUR)' as 'donnees eur'. U+FFFD, the trace of a lost letter, is kept: `same` knows it."""
    text = unicodedata.normalize("NFKD", text[:400].casefold().translate(SPECIAL))
    bare = "".join(char for char in text if not unicodedata.combining(char))
    return _GAPS.sub(" ", bare.replace("_", " ")).strip()


def phrases(block: str) -> frozenset[str]:
    """A list 'a | b' over several lines as folded phrases, German umlauts also in their two-letter spelling."""
    found: set[str] = set()
    for line in block.splitlines():
        for phrase in line.split("|"):
            found.add(fold(phrase))
            found.add(fold(phrase.casefold().translate(UMLAUTS)))
    found.discard("")
    return frozenset(found)


def symbols(block: str) -> frozenset[str]:
    """Like `phrases`, for lists that hold marks such as '+' or '/' too, which folding would lose."""
    marks = {part.strip() for line in block.splitlines() for part in line.split("|")}
    return phrases(block) | {mark for mark in marks if mark and not fold(mark)}


def is_same_damaged(damaged: str, phrase: str) -> bool:
    """Whether a folded text with lost letters can be this phrase: each loss stands for up to two letters."""
    pieces = [re.escape(piece) for piece in re.split(f"{DAMAGED}+", damaged)]
    return re.fullmatch(r"\w{1,2}".join(pieces), phrase) is not None


def starts_with_phrase(folded: str, known: frozenset[str], most_words: int = 5) -> str:
    """The longest known phrase at the start of a folded text, by whole words; '' for none."""
    words = folded.split(" ", most_words + 1)[: most_words + 1]
    for count in range(min(len(words), most_words), 0, -1):
        head = " ".join(words[:count])
        if head in known:
            return head
    return ""


def contains_phrase(folded: str, known: frozenset[str], most_words: int = 3) -> bool:
    """Whether any known phrase stands in a folded text, by whole words; anywhere in scripts without spaces."""
    return bool(longest_phrase(folded, known, most_words))


def longest_phrase(folded: str, known: frozenset[str], most_words: int = 3) -> str:
    """The longest known phrase in a folded text, '' for none; whole words but in scripts that write no spaces."""
    words = folded.split(" ")[:40]
    found = ""
    for start in range(len(words)):
        for count in range(1, most_words + 1):
            phrase = " ".join(words[start : start + count])
            if len(phrase) > len(found) and phrase in known:
                found = phrase
    if not folded.isascii() and WIDE.search(folded):
        inside = (phrase for phrase in _unspaced(known) if len(phrase) > len(found) and phrase in folded)
        found = max(inside, key=len, default=found)
    return found


@lru_cache(maxsize=64)
def _unspaced(known: frozenset[str]) -> tuple[str, ...]:
    """Those of the phrases that are written without spaces between words, and say something when inside a word."""
    return tuple(phrase for phrase in known if len(phrase) > 1 and WIDE.search(phrase))
