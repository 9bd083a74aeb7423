"""What was written by hand, read from `words/`: sentences `LANG.txt`, names and faulty additions `LANG.words`.

`blind_words/`, `second_words/` and `unseen_words/` hold sentences and lists of their own; labels, and what they do not
list, they share with `words/`. `sixth_words/`, `seventh_words/` and `eighth_words/` have labels of their own too,
several for one figure, parted by `; `.

A sentence holds figures `{concept:argument+}` (the sign is what happened to it: + up, - down, = the same), names
`<payee>`, and choices `[right|D wrong|L wrong]`: the first is borne by the facts, each other one breaks the rule its
letter stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "de", "fr", "es")
LETTERS = {
    "D": "direction.word",
    "L": "label.word",
    "N": "number.fraction",
    "R": "rank",
    "M": "month",
    "K": "name.word",
    "T": "label.time",
    "U": "label.unit",
    "C": "money.word",
    "X": "link.address",
    "W": "number.compound",
}
FOLDER = Path(__file__).parent
OPEN, BLIND, SECOND, UNSEEN = "words", "blind_words", "second_words", "unseen_words"
SIXTH, SEVENTH, EIGHTH = "sixth_words", "seventh_words", "eighth_words"
CHOICE = re.compile(r"\[([^\]]*)\]")
TOKEN = re.compile(r"\{(\w+)(?::(\w+))?([+\-=])?\}")


@dataclass(frozen=True, slots=True)
class Token:
    """One figure of a sentence: `{difcat:cat+}` is concept dif, argument cat, sign +."""

    text: str
    concept: str
    argument: str
    sign: str

    @property
    def key(self) -> str:
        """The name of its label: concept and kind of argument."""
        return self.concept + self.argument.rstrip("2")


@dataclass(frozen=True, slots=True)
class Template:
    """One hand-written sentence: right, and wrong in as many ways as it was written: (fault, text)."""

    name: str
    lang: str
    right: str
    wrong: tuple[tuple[str, str], ...]
    folder: str = OPEN

    @property
    def lists(self) -> dict[str, tuple[str, ...]]:
        return words_of(self.lang, self.folder).lists

    @property
    def tokens(self) -> list[Token]:
        found = {m[0]: Token(m[0], m[1], m[2] or "", m[3] or "") for m in TOKEN.finditer(self.right)}
        return list(found.values())

    def has_choice(self, fault: str) -> bool:
        return any(one == fault for one, _ in self.wrong)


@cache
def templates_of(lang: str, folder: str = OPEN) -> tuple[Template, ...]:
    lines = (FOLDER / folder / f"{lang}.txt").read_text(encoding="utf-8").splitlines()
    prefix = lang if folder == OPEN else f"{lang}-{folder.removesuffix('_words')}"
    return tuple(parsed(f"{prefix}-{number:03}", lang, line, folder) for number, line in enumerate(lines, 1) if line)


def parsed(name: str, lang: str, line: str, folder: str = OPEN) -> Template:
    choices = list(CHOICE.finditer(line))
    wrong = []
    for choice in choices:
        for option in choice[1].split("|")[1:]:
            letter, _, text = option.partition(" ")
            head, tail = line[: choice.start()], line[choice.end() :]
            wrong.append((LETTERS[letter], settled(head) + text + settled(tail)))
    return Template(name, lang, settled(line), tuple(wrong), folder)


def settled(text: str) -> str:
    """Every choice taken as its first option."""
    return CHOICE.sub(lambda choice: choice[1].split("|")[0], text)


@dataclass(frozen=True, slots=True)
class Words:
    """Names and additions of one language: `labels` by concept, `lists` by what they are (`cat`, `payee`, `rank`)."""

    labels: dict[str, str]
    lists: dict[str, tuple[str, ...]]


@cache
def words_of(lang: str, folder: str = OPEN) -> Words:
    """The words of a folder over those of `words/`."""
    shared = words_of(lang) if folder != OPEN else Words({}, {})
    labels, lists = dict(shared.labels), dict(shared.lists)
    for line in (FOLDER / folder / f"{lang}.words").read_text(encoding="utf-8").splitlines():
        key, _, text = line.partition(": ")
        if key.startswith("label "):
            labels[key.removeprefix("label ")] = text
        else:
            lists[key] = tuple(part.strip() for part in text.split("; "))
    return Words(labels, lists)
