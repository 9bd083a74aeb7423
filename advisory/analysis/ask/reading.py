"""A question taken apart: what each of its words means, and which of them mean nothing here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from advisory.analysis.ask.clock import COUNT, LAST, NUMBERS, THIS, UNIT, UNITS, Clock
from advisory.analysis.ask.folding import fold
from advisory.analysis.ask.lexicon import (
    AND,
    CURRENCY_MEANINGS,
    ENGLISH_WORDS,
    FILL,
    GERMAN_WORDS,
    LONGEST,
    PHRASES,
)
from advisory.analysis.ask.names import LEADING, Names, Target, Words
from advisory.analysis.ask.sizes import FoundSize, size_at
from advisory.analysis.ask.spans import Span
from advisory.analysis.ask.times import time_at
from advisory.analysis.ask.vocabulary import Vocabulary

SIGNS = {"€": " eur ", "$": " usd ", "£": " gbp ", "%": " percent "}
AHEAD_BY = re.compile(
    rf"(?:in|within|innerhalb von)\s(?:the next\s|den nachsten\s)?(?P<count>{COUNT})\s(?P<unit>{UNIT})(?![a-z0-9])"
)
TWO_STEPS = re.compile(
    rf"(?P<one>{THIS}|{LAST})\s(?P<and>und|and|vs|versus|to|mit|with)\s(?P<two>{THIS}|{LAST})\s(?P<unit>{UNIT})(?![a-z0-9])"
)
"""'this and last month' is two times."""
DOES = frozenset(("did", "does", "has", "have", "hat", "haben", "hatte", "hatten"))
OWN_WORDS = frozenset(("i", "me", "my", "we", "our", "ich", "mich", "mein", "meine", "meinen", "wir", "uns"))
COST_WORDS = frozenset(("cost", "costs", "kostet", "kosten", "gekostet"))
LONGEST_QUESTION = 300
MARKS = ".,;:!?\"'()[]«»„“”‚‘’"
MOST_UNKNOWN = 4
"""Beyond so many strange words no slip of the hand is looked for: the question is refused anyway, and quickly."""
DAYS_OF = {"days": 1, "weeks": 7, "months": 30}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that were read as one, and the name, time or size they mean; None for all else."""

    words: str
    means: Target | Span | FoundSize | None = None


@dataclass(slots=True)
class Reading:
    """`pieces`: the words in their order. `order`: every piece as (what, which); what is meaning, name, time, size,
    number, unknown or unclear. `read_as`: words that were taken for a name they nearly spell. `is_about_payee_deeds`: a
    payee is said to do something ("did Rewe pay") that the user's rows cannot tell of."""

    meanings: set[str] = field(default_factory=set)
    names: list[Target] = field(default_factory=list)
    times: list[Span] = field(default_factory=list)
    sizes: list[FoundSize] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    unclear: list[tuple[Target, ...]] = field(default_factory=list)
    has_bad_time: bool = False
    ahead_days: int = 0
    is_about_payee_deeds: bool = False
    order: list[tuple[str, str]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    read_as: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int


def plain_text(question: str) -> str:
    """Folded, without marks that mean nothing; points, slashes and dashes stay inside numbers and dates."""
    text = question
    for sign, word in SIGNS.items():
        text = text.replace(sign, word)
    text = re.sub(r"['’](?=\d\d(?!\d))", " 20", text)
    text = fold(text)
    text = re.sub(r"(?<!\d)[.,/-]|[./,-](?![\d\s])|[,/-](?=\s)|[^a-z0-9.,/\s-]", " ", text)
    text = re.sub(r"(?<=\d\d\d\d)\.(?=\s|$)|\.\s*$", " ", text)
    return " ".join(text.split())


def read_question(question: str, vocabulary: Vocabulary) -> Reading:
    """Every word given its meaning; the longest reading of each place wins, a word of the grammar before a name."""
    text = TWO_STEPS.sub(r"\g<one> \g<unit> \g<and> \g<two> \g<unit>", plain_text(question))
    tokens = [Token(found[0], found.start(), found.end()) for found in re.finditer(r"\S+", text)]
    scan = _Scan(text, tokens, vocabulary, Names.of(vocabulary), Clock(vocabulary.as_of))
    place = 0
    while place < len(tokens):
        end = scan.step(place)
        scan.reading.pieces.append(Piece(" ".join(scan.words(place, end - place)), scan.meant))
        place = end
    scan.reading.unknown += foreign_words(question)
    return scan.reading


def foreign_words(question: str) -> list[str]:
    """Words of other scripts, which the plain text leaves out: what is not read may not go unsaid."""
    strange = (word.strip(MARKS) for word in fold(question).split())
    return [word for word in strange if any(map(str.isalnum, word)) and not re.search("[a-z0-9]", word)]


@dataclass(slots=True)
class _Scan:
    text: str
    tokens: list[Token]
    vocabulary: Vocabulary
    names: Names
    clock: Clock
    reading: Reading = field(default_factory=Reading)
    meant: Target | Span | FoundSize | None = None

    def step(self, place: int) -> int:
        """Take the best piece that begins at this token; the place of the next one."""
        self.meant = None
        start = self.tokens[place].start
        size = size_at(self.text, start, self.vocabulary.base_currency)
        time = None if self._is_modal_may(place) else time_at(self.text, start, self.clock)
        phrase, phrase_end = self._phrase(place)
        targets, name_end = self._name(place)
        ends = {
            "size": self._count(size.end if size else 0),
            "time": self._count(time.end if time else 0),
            "meaning": phrase_end,
            "name": name_end,
        }
        kind = max(ends, key=lambda one: ends[one])
        end = ends[kind]
        if end <= place:
            return self._single(place)
        if kind == "size" and size is not None:
            self.reading.sizes.append(size)
            self.meant = size
        elif kind == "time" and time is not None:
            self._took_time(time.span)
        elif kind == "meaning":
            self.reading.meanings.add(phrase)
        else:
            self._took(targets)
            self.reading.is_about_payee_deeds |= self._is_doer(place, targets)
        self.reading.order.append((kind, phrase if kind == "meaning" else targets[0].kind if kind == "name" else ""))
        return end

    def _took_time(self, span: Span | None) -> None:
        self.meant = span
        if span is None:
            self.reading.has_bad_time = True
        elif span not in self.reading.times:
            self.reading.times.append(span)

    def _took(self, targets: tuple[Target, ...]) -> None:
        self.meant = targets[0]
        if len(targets) > 1:
            self.reading.unclear.append(targets)
        elif targets[0] not in self.reading.names:
            self.reading.names.append(targets[0])

    def _is_doer(self, place: int, targets: tuple[Target, ...]) -> bool:
        said = {token.text for token in self.tokens}
        is_subject = place > 0 and self.tokens[place - 1].text in DOES and targets[0].kind == "payee"
        return is_subject and not said & (OWN_WORDS | COST_WORDS)

    def _is_modal_may(self, place: int) -> bool:
        following = self.tokens[place + 1].text if place + 1 < len(self.tokens) else ""
        return self.tokens[place].text == "may" and following in ("i", "we", "be")

    def _count(self, end: int) -> int:
        """How many tokens lie before this place in the text."""
        return sum(1 for token in self.tokens if token.start < end) if end else 0

    def _phrase(self, place: int) -> tuple[str, int]:
        for length in range(min(LONGEST, len(self.tokens) - place), 0, -1):
            meaning = PHRASES.get(self.words(place, length))
            if meaning is not None:
                return meaning, place + length
        return "", 0

    def _name(self, place: int) -> tuple[tuple[Target, ...], int]:
        is_led = place > 0 and self.tokens[place - 1].text in LEADING
        for length in range(min(self.names.longest, len(self.tokens) - place), 0, -1):
            targets = self.names.at(self.words(place, length), is_led=is_led)
            if targets:
                return targets, place + length
        return (), 0

    def words(self, place: int, length: int) -> Words:
        return tuple(token.text for token in self.tokens[place : place + length])

    def _single(self, place: int) -> int:
        """A word that begins nothing: a number, days ahead, a name with a slip, or not understood."""
        token = self.tokens[place]
        if token.text.isdigit() or token.text in NUMBERS:
            self.reading.numbers.append(
                int(token.text) if len(token.text) < 6 and token.text.isdigit() else NUMBERS.get(token.text, 0)
            )
            self.reading.order.append(("number", token.text))
            return place + 1
        is_strange = token.text in self.reading.unknown or len(self.reading.unknown) >= MOST_UNKNOWN
        near = self.names.near(token.text) if token.text.isalpha() and not is_strange else ()
        if near:
            self._took(near)
            self.reading.read_as[token.text] = near[0].name
            self.reading.order.append(("name", near[0].kind))
        else:
            if token.text not in self.reading.unknown:
                self.reading.unknown.append(token.text)
            self.reading.order.append(("unknown", token.text))
        return place + 1


def ahead_in(question: str) -> tuple[str, int]:
    """The question without 'in 30 days', and how many days these are; 0 where nothing like it is said."""
    text = plain_text(question)
    found = AHEAD_BY.search(text)
    if found is None or UNITS[found["unit"]] not in DAYS_OF:
        return question, 0
    count = int(found["count"]) if found["count"].isdigit() else NUMBERS[found["count"]]
    days = count * DAYS_OF[UNITS[found["unit"]]]
    return f"{text[: found.start()]} {text[found.end() :]}", days


def language_of(question: str) -> str:
    """'de' where more of the words are German than English, else 'en'."""
    words = plain_text(question).split()
    german = sum(1 for word in words if word in GERMAN_WORDS and word not in ENGLISH_WORDS)
    english = sum(1 for word in words if word in ENGLISH_WORDS and word not in GERMAN_WORDS)
    return "de" if german > english or (german == english and _has_umlaut(question)) else "en"


def _has_umlaut(question: str) -> bool:
    return any(letter in "äöüßÄÖÜ" for letter in question)


def joined_pairs(reading: Reading) -> Iterator[tuple[str, str]]:
    """What stands on either side of each 'and', filling left out: (what, which) as what:which."""
    pieces = [f"{what}:{which}" for what, which in reading.order if (what, which) != ("meaning", FILL)]
    for place, piece in enumerate(pieces):
        if piece == f"meaning:{AND}":
            before = pieces[place - 1] if place else ""
            yield before, pieces[place + 1] if place + 1 < len(pieces) else ""


def currencies_said(reading: Reading) -> set[str]:
    return (reading.meanings & CURRENCY_MEANINGS) | {size.currency for size in reading.sizes if size.currency}
