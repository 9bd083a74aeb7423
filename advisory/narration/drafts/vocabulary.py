"""Which words a language has.

Kept as sorted hashes of four bytes: a list is there in a few milliseconds, and no text is stored. One word in ten
thousand that is none is taken for one. `benchmarks/training/gate_words.py` makes the files.
"""

from __future__ import annotations

import sys
import unicodedata
import zlib
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path

SHELF = Path(__file__).parent / "vocabulary_data"
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def folded(word: str, language: str) -> str:
    """Lower case; German umlauts written out, accents of the others left off, as on their capitals."""
    small = word.casefold() if language != "de" else word.lower().translate(UMLAUTS)
    return bare(small)


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    if word.isascii():
        return word
    plain = word.replace("œ", "oe").replace("æ", "ae")
    return "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))


def word_hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def knows(shelf: str, word: str) -> bool:
    """`shelf` is one of de_nouns, de_names, de_words, en_words, fr_words, es_words; `word` is folded."""
    hashes = _shelf(shelf)
    wanted = word_hash(word)
    place = bisect_left(hashes, wanted)
    return place < len(hashes) and hashes[place] == wanted


@cache
def _shelf(shelf: str) -> array[int]:
    hashes = array("I")
    hashes.frombytes((SHELF / f"{shelf}.hashes").read_bytes())
    if sys.byteorder == "big":
        hashes.byteswap()
    return hashes
