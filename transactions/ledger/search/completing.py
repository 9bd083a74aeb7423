"""What may come next while somebody types a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from transactions.ledger.search.facts import folded
from transactions.ledger.search.parsing import ESCAPED, FIELD, QUOTES
from transactions.ledger.search.terms import is_list_field
from transactions.ledger.search.values import RELATIVE
from transactions.ledger.search.vocabulary import FIELDS, FLAGS, HAS, STATUSES, Field

MOST = 12
PER_FIELD = 3
BARE = re.compile(r"[^\s()|\"“”„,*:\\#<>=-][^\s()|\"“”„,*\\]*")
ENDS = "()|"
NAMED = ("category", "payee", "account", "tag")
"""Fields whose names are offered for a word without a field, in this order."""

Names = Callable[[str, str], Sequence[str]]
"""(field, what is typed of its value) -> names of the user's own that may be meant."""


@dataclass(frozen=True, slots=True)
class Completion:
    """`insert` in place of the characters from `start` to `end`; `label` says what it is. `kind`: field, flag or
    value."""

    insert: str
    label: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """What is being typed: a value of `field`, or without one the beginning of a term. `prefix` is what is there."""

    field: Field | None
    prefix: str
    start: int
    end: int


def place_at(text: str, cursor: int) -> Place:
    """Where the cursor stands, in front of the character number `cursor`."""
    cursor = max(0, min(cursor, len(text)))
    start, is_quoted = _term_start(text, cursor)
    while start < cursor and text[start] == "-":
        start += 1
    match = FIELD.match(text, start, cursor)
    field = FIELDS.get(match[1].casefold()) if match else None
    if match is not None and field is not None:
        start = match.end()
        if is_list_field(field):
            start = _last_item(text, start, cursor)
    return Place(field, text[start:cursor].lstrip(QUOTES), start, _term_end(text, cursor, is_quoted=is_quoted))


def _term_start(text: str, cursor: int) -> tuple[int, bool]:
    """Where the term before the cursor begins, and whether the cursor stands between quotes."""
    start, is_quoted = 0, False
    for at in range(cursor):
        letter = text[at]
        if letter in QUOTES and text[at - 1 : at] != "\\":
            is_quoted = not is_quoted
        elif not is_quoted and (letter.isspace() or letter in ENDS):
            start = at + 1
    return start, is_quoted


def _last_item(text: str, start: int, cursor: int) -> int:
    """Behind the last comma of a list that is not between quotes."""
    is_quoted = False
    for at in range(start, cursor):
        if text[at] in QUOTES:
            is_quoted = not is_quoted
        elif text[at] == "," and not is_quoted:
            start = at + 1
    return start


def _term_end(text: str, cursor: int, *, is_quoted: bool) -> int:
    end = cursor
    while end < len(text):
        letter = text[end]
        if is_quoted and letter in QUOTES:
            return end + 1
        if not is_quoted and (letter.isspace() or letter in f"{ENDS},"):
            return end
        end += 1
    return cursor if is_quoted else end


def completions(text: str, cursor: int, names: Names) -> list[Completion]:
    """What fits at the cursor, the likeliest first, at most MOST of them."""
    place = place_at(text, cursor)
    found = _words(place) if place.field is None else _values(place, place.field, names)
    if place.field is None and place.prefix:
        found += [
            Completion(f"{name}:{quoted(value)}", value, "value", place.start, place.end)
            for name in NAMED
            for value in ranked(names(name, place.prefix), place.prefix)[:PER_FIELD]
        ]
    return found[:MOST]


def _words(place: Place) -> list[Completion]:
    """Fields, and what rows may be, by the beginning of a term."""
    typed = place.prefix.casefold()
    fields = [
        Completion(f"{field.name}:", f"{field.name}: {field.about}", "field", place.start, place.end)
        for field in FIELDS.values()
        if field.name.startswith(typed)
    ]
    if not typed:
        return fields
    flags = [("is", FLAGS), ("has", HAS)]
    return fields + [
        Completion(f"{name}:{word}", about, "flag", place.start, place.end)
        for name, words in flags
        for word, about in words.items()
        if word.startswith(typed)
    ]


def _values(place: Place, field: Field, names: Names) -> list[Completion]:
    typed = place.prefix
    if field.kind == "flag":
        words = {"is": FLAGS, "has": HAS, "status": {word: FLAGS[word] for word in STATUSES}}[field.name]
        fits = [word for word in words if word.startswith(typed.casefold())]
        return [Completion(word, words[word], "flag", place.start, place.end) for word in fits]
    if field.kind == "date":
        fits = [word for word in RELATIVE if word.startswith(typed.casefold())]
        return [Completion(word, word.replace("-", " "), "value", place.start, place.end) for word in fits]
    if field.kind == "name" or field.name == "payee":
        return [
            Completion(quoted(name), name, "value", place.start, place.end)
            for name in ranked(names(field.name, typed), typed)
        ]
    return []


def ranked(names: Iterable[str], typed: str) -> list[str]:
    """Names that hold what is typed; those that begin with it first, then by the alphabet."""
    words = folded(typed)
    fits = [name for name in names if words in folded(name)]
    return sorted(fits, key=lambda name: (not folded(name).startswith(words), folded(name), name))[:MOST]


def quoted(name: str) -> str:
    """The name as a value: in quotes where it holds more than letters and digits."""
    if BARE.fullmatch(name) and ".." not in name:
        return name
    escaped = "".join(f"\\{letter}" if letter in ESCAPED else letter for letter in name)
    return f'"{escaped}"'
