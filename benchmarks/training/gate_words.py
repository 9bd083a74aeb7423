"""Make the number gate's word knowledge: which words a language has, as sorted hashes, without the words themselves.

    python -m benchmarks.training.gate_words FOLDER

FOLDER holds the unpacked packages: `german_nouns` (WiktionaryDE, CC BY-SA 4.0), `spacy_lookups_data` (MIT),
`wordfreq` (Apache-2.0, data CC BY-SA 4.0) and the word lists `en.json`, `fr.json`, `es.json` of
an-array-of-{english,french,spanish}-words (MIT). Only what is decided here is shipped: four bytes a word.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgpack

from advisory.narration.drafts.vocabulary import SHELF, folded, word_hash

NAME_KINDS = ("Toponym", "Vorname", "Nachname", "Eigenname", "Straßenname", "Abkürzung", "Buchstabe", "Symbol")
COMMON, UNCOMMON = 550, 450
"""Hundredths of a decade below the most frequent word."""
AS_A_NAME = 1.1
"""Natural log: a word that is written with a capital three times as often as without is a name to a reader."""


def main(folder: Path) -> None:
    nouns, names = german_nouns(folder)
    keep("de_nouns", nouns)
    keep("de_names", {name for name in names - nouns if name.isalpha() and len(name) > 2})
    keep("de_words", german_words(folder, nouns))
    for language in ("en", "fr", "es"):
        keep(f"{language}_words", list(roman_words(folder, language, names)))


def keep(shelf: str, words: Iterable[str]) -> None:
    hashes = array("I", sorted({word_hash(folded(word, shelf[:2])) for word in words}))
    if sys.byteorder == "big":
        hashes.byteswap()
    (SHELF / f"{shelf}.hashes").write_bytes(hashes.tobytes())
    print(shelf, len(hashes))


def german_nouns(folder: Path) -> tuple[set[str], set[str]]:
    nouns: set[str] = set()
    names: set[str] = set()
    with (folder / "german_nouns" / "nouns.csv").open(encoding="utf-8") as source:
        for lemma, kinds, *forms in csv.reader(source):
            found = {lemma, *(form for form in forms if form[:1].isupper())}
            (names if any(kind in kinds for kind in NAME_KINDS) else nouns).update(found)
    return {noun for noun in nouns if noun.isalpha() and len(noun) > 1}, names


def german_words(folder: Path, nouns: set[str]) -> Iterator[str]:
    """Forms of a list of lemmas, and what running text writes small (adverbs, conjunctions) more often than not."""
    frequent, cased = ranks(folder, "de"), cased_chances(folder, "de")
    with gzip.open(folder / "spacy_lookups_data" / "data" / "de_lemma_lookup.json.gz") as source:
        forms = json.load(source)
    for form in {*forms, *forms.values()}:
        if form[:1].islower() and form in frequent and not (_is_name(form, cased) and form.title() not in nouns):
            yield form
    for word, rank in frequent.items():
        if rank < COMMON and word.isalpha() and cased.get(word, -20.0) > cased.get(word.title(), -20.0):
            yield word


def roman_words(folder: Path, language: str, names: set[str]) -> Iterator[str]:
    frequent = {folded(word, language): rank for word, rank in reversed(ranks(folder, language).items())}
    cased = cased_chances(folder, "en" if language == "fr" else language)
    for word in json.loads((folder / f"{language}.json").read_text(encoding="utf-8")):
        plain = folded(word, language)
        if plain not in frequent or (language == "fr" and word.title() in names and frequent[plain] > UNCOMMON):
            continue
        if language == "fr" or not _is_name(word, cased):
            yield word


def _is_name(word: str, cased: dict[str, float]) -> bool:
    capital, small = cased.get(word.title()), cased.get(word)
    return capital is not None and capital > (small if small is not None else -20.0) + AS_A_NAME


def ranks(folder: Path, language: str) -> dict[str, int]:
    with gzip.open(folder / "wordfreq" / "data" / f"large_{language}.msgpack.gz") as source:
        _, *buckets = msgpack.load(source, raw=False)
    return {word: rank for rank, words in enumerate(buckets) for word in words}


def cased_chances(folder: Path, language: str) -> dict[str, float]:
    with gzip.open(folder / "spacy_lookups_data" / "data" / f"{language}_lexeme_prob.json.gz") as source:
        chances: dict[str, float] = json.load(source)
    return chances


if __name__ == "__main__":
    main(Path(sys.argv[1]))
