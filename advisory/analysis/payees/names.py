"""A cleaned name as words: numbers that are not the brand's and the place at its end fall away."""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisory.analysis.payees.brands import known_brand
from advisory.analysis.payees.noise import DOMAIN, NUMBERED_BRANDS, WWW
from advisory.analysis.payees.places import CITIES, COUNTRIES, COUNTRY_CODES, KINDS, LONGEST_CITY, STATES
from transactions.ledger.words import words_of

SHOUTED = re.compile(r"[^\W\d_]{3,}(?:['’][^\W\d_]+)?")
APOSTROPHE = re.compile(r"(?<=\w)['’`´](?=\w)")
NUMBER_TAIL = re.compile(r"(?<=\w)[-?+#.]+\d{4,}(?!\w)")
FORMS = frozenset(
    ("ag", "gmbh", "ltd", "limited", "llc", "inc", "plc", "bv", "nv", "sa", "sarl", "sas", "srl", "kg", "ab", "oy")
)
MOST_WORDS = 8
REGIONS = COUNTRIES | COUNTRY_CODES | STATES


@dataclass(frozen=True, slots=True)
class NameWords:
    """The folded words of a name, the name as people read it, and the place taken off its end ('' where none)."""

    words: tuple[str, ...]
    shown: str
    city: str = ""


def name_words(name: str) -> NameWords:
    """The words that make the name; no word at all where only numbers are left."""
    plain = APOSTROPHE.sub("", DOMAIN.sub(_domain, WWW.sub("", name)))
    pieces = [piece for piece in re.split(r"[\s_/|,;:*]+", plain) if any(letter.isalnum() for letter in piece)]
    pairs = [(piece, words_of(piece)) for piece in pieces]
    words = [(word, piece) for piece, folded in pairs for word in folded]
    named = _without_numbers(words)
    if named and named[-1] != words[-1] and len(named) > 1 and named[-1][0] in FORMS:
        named = named[:-1]  # a company form that a reference had hidden
    words = named
    kept, city = _without_place(words)
    if len(kept) > 2 and kept[-1][0] == kept[0][0]:  # the shop's address on the web behind its name
        kept, city = _without_place(kept[:-1])
    kept = kept[:MOST_WORDS]
    if not any(any(letter.isalpha() for letter in word) for word, _ in kept) and not _is_brand(kept):
        return NameWords((), "", city)
    return NameWords(tuple(word for word, _ in kept), _shown(kept), city)


def _domain(found: re.Match[str]) -> str:
    return f" {found.group(1)} "


def _is_brand(words: list[tuple[str, str]]) -> bool:
    return " ".join(word for word, _ in words) in NUMBERED_BRANDS


def _without_numbers(words: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Numbers that belong to a known brand stay, and a short number in front of a name; the others go."""
    kept: list[tuple[str, str]] = []
    place = 0
    while place < len(words):
        size = _brand_at(words, place)
        if size:
            kept.extend(words[place : place + size])
            place += size
            continue
        word = words[place][0]
        if not _is_number(word, is_first=place == 0, is_last=place == len(words) - 1):
            kept.append(words[place])
        place += 1
    return kept


def _brand_at(words: list[tuple[str, str]], place: int) -> int:
    for size in range(min(4, len(words) - place), 0, -1):
        phrase = " ".join(word for word, _ in words[place : place + size])
        if phrase in NUMBERED_BRANDS and any(letter.isdigit() for letter in phrase):
            return size
    return 0


def _is_number(word: str, *, is_first: bool, is_last: bool) -> bool:
    digits = sum(letter.isdigit() for letter in word)
    if not digits:
        return False
    if digits == len(word):
        return not (is_first and not is_last and digits <= 3)
    if is_first:
        return digits >= 4 or (digits >= 3 and len(word) - digits <= 1)
    return digits >= 3 or len(word) - digits <= 1 or (digits >= 2 and len(word) >= 6)


def _without_place(words: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], str]:
    """Country, state and city off the end, as long as a name remains that is more than a kind of business."""
    rest = words
    has_region = False
    while len(rest) > 1 and (rest[-1][0] in REGIONS):
        if len(rest[-1][0]) <= 3 and not rest[-1][1].isupper() and rest[-1][0] not in {"uk", "gb", "usa"}:
            break
        if not _stands_alone([word for word, _ in rest[:-1]]):
            break
        rest, has_region = rest[:-1], True
    for size in range(min(LONGEST_CITY, len(rest) - 1), 0, -1):
        city = " ".join(word for word, _ in rest[-size:])
        before = [word for word, _ in rest[:-size]]
        if city in CITIES and _stands_alone(before):
            return rest[:-size], city.title()
    return (rest, "") if has_region else (words, "")


def _stands_alone(words: list[str]) -> bool:
    if known_brand(words)[0]:
        return True
    if not words or words[-1] in {"of", "de", "di", "du", "in", "van", "von", "the", "and"}:
        return False
    return not all(word in KINDS or len(word) == 1 for word in words)


def _shown(words: list[tuple[str, str]]) -> str:
    """As the bank wrote it; shouted words in title case."""
    pieces: list[str] = []
    for _, piece in words:
        if not pieces or pieces[-1] != piece:
            pieces.append(piece.strip(".-+()\"'&") or piece)
    name = NUMBER_TAIL.sub("", " ".join(pieces))
    if (name.isupper() or name.islower()) and len(name) > 4:
        name = SHOUTED.sub(lambda found: found[0].capitalize(), name)
    return name
