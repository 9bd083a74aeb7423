"""What a label's own words say: which meanings of money it bears, and which of its words are left over for a name.

`lexicon/LANG_labels.txt` holds the words labels are made of, under headings that are matched in their order; what an
earlier heading takes is gone for the later ones, so that the `net` of `Net worth` or the `bound` of `Lower bound` says
nothing of its own. `*` stands for any letters of a word, or for a word, and `**` for all words that follow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from advisory.narration.drafts.language import SMALL_WORDS
from advisory.narration.drafts.lexicon_files import LANGUAGES, SHELF
from advisory.narration.drafts.tokens import tokens_of

IN_BRACKETS = re.compile(r"\([^)]*\)")
BAR = "|"
ACCOUNT_NAMES = re.compile(
    r" (?:comptes? (?:d' )?(?:epargne|depot|courant)|(?:cuentas?|libretas?) de ahorros?|savings accounts?|"
    r"savings pots?|credit cards?|sparkont\w+|sparbuch\w*|cuentas? corrientes?|current accounts?|"
    r"tarjetas? de credito|tarjetas? de debito|cartes? de credit|kreditkarten?\w*|tagesgeldkont\w+|cuentas? nomina|"
    r"compte joint|girokont\w+) "
)
"""Accounts called after saving, credit or pay: the word says nothing of what a figure of theirs is."""
ANY_SMALL_WORDS = frozenset().union(*SMALL_WORDS.values())
SHIELD = "\ue000"
KIND = "kind"
"""The heading of words that tell a figure's kind more closely and bear no meaning of money."""


@dataclass(frozen=True, slots=True)
class LabelReading:
    """`rest` is the label with a bar for every stretch that was understood."""

    concepts: frozenset[str]
    rest: str
    language: str


@lru_cache(maxsize=4096)
def label_text(label: str, language: str) -> str:
    """A label in the plain form of a draft of `language`."""
    whole = tokens_of(IN_BRACKETS.sub(" ", label))
    return " " + " ".join(token.german if language == "de" else token.plain for token in whole if token.is_word) + " "


@lru_cache(maxsize=4096)
def read_label(label: str, language: str) -> LabelReading:
    """Labels are in English or in the draft's language: the one that leaves fewer of their words unread."""
    readings = [_read_in(label, tongue) for tongue in dict.fromkeys((language, "en"))]
    return min(readings, key=lambda reading: _strangeness(reading, label))


def _strangeness(reading: LabelReading, label: str) -> tuple[int, bool, int]:
    """How little of a label is of a language: a label opens with what its figure is, whatever it names after that."""
    words = label_text(label, reading.language).split()
    small = sum(word in SMALL_WORDS[reading.language] for word in words)
    unread = [word for word in left_over(reading) if word not in ANY_SMALL_WORDS]
    return len(unread), reading.rest.split()[:1] == words[:1], -small


def left_over(reading: LabelReading) -> list[str]:
    small = SMALL_WORDS[reading.language]
    return [word for word in reading.rest.split() if word != BAR and word not in small]


def _read_in(label: str, language: str) -> LabelReading:
    text, found = ACCOUNT_NAMES.sub(_shielded, label_text(label, language)), set[str]()
    if language != "de":
        text = " ".join(SHIELD + word if word in written_names(label) else word for word in text.split(" "))
    for heading, pattern in _patterns()[language]:
        text, times = pattern.subn(f" {BAR} ", text)
        if times and heading != KIND:
            found.update(heading.split())
    return LabelReading(frozenset(found), text.replace(SHIELD, ""), language)


@lru_cache(maxsize=4096)
def written_names(label: str) -> frozenset[str]:
    """What is written as a name in a label that does not write every word so: `Rainy Day`, but not `Net Pay`."""
    tokens = [token for token in tokens_of(IN_BRACKETS.sub(" ", label)) if token.is_word]
    if not any(token.text.islower() and len(token.text) > LONGEST_LEAD for token in tokens):
        return frozenset()
    small = {token.plain for token in tokens if token.text.islower()}
    return frozenset(token.plain for token in tokens[1:] if token.text[0].isupper()) - small


LONGEST_LEAD = 3
"""Letters of a small word that is written small even where every other is not."""


def _shielded(name: re.Match[str]) -> str:
    """The name of an account in a form that no heading takes."""
    return f" {' '.join(SHIELD + word for word in name[0].split())} "


@cache
def _patterns() -> Mapping[str, list[tuple[str, re.Pattern[str]]]]:
    return {language: list(_headings(language)) for language in LANGUAGES}


def _headings(language: str) -> list[tuple[str, re.Pattern[str]]]:
    lines = (SHELF / f"{language}_labels.txt").read_text(encoding="utf-8").splitlines()
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return [(heading.strip("[]"), _pattern(words.split(", "))) for heading, words in pairs]


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    whole = "|".join(_phrase(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<= )(?:{whole})(?= )")


def _phrase(phrase: str) -> str:
    if phrase.endswith(" **"):
        return _phrase(phrase.removesuffix(" **")) + r" .*\S"
    words = (r"[^ |]+" if word == "*" else re.escape(word).replace(r"\*", "[^ |]*") for word in phrase.strip().split())
    return " ".join(words)
