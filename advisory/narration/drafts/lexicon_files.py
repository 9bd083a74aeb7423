"""The word lists of the rules: regular expressions over plain text, one a line, under headings in square brackets.

`<comparison>` in a line stands for the lines under [comparison]: what a figure is held against (the usual, the budget).
Verbs that are meant in
every form stand in `LANG_verbs.txt`, in their dictionary form (`paradigms.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from advisory.narration.drafts.alternating import by_first_letter
from advisory.narration.drafts.paradigms import INFLECTED

SHELF = Path(__file__).parent / "lexicon"
LANGUAGES = ("en", "de", "fr", "es")


@cache
def sections(name: str) -> Mapping[str, str]:
    """Alternatives by heading, ready to stand in a group."""
    whole = {title: "|".join(lines) for title, lines in _lines(name).items()}
    comparison = whole.get("comparison", "")
    return MappingProxyType({title: words.replace("<comparison>", comparison) for title, words in whole.items()})


def alternatives(name: str, heading: str) -> list[str]:
    """The lines of a heading one by one."""
    return _lines(name)[heading]


@cache
def _lines(name: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    heading: list[str] = []
    for line in (SHELF / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            heading = found.setdefault(line[1:-1], [])
        elif line:
            heading.append(line)
    if name in INFLECTED:
        _add_verbs(name, found)
    return found


def _add_verbs(language: str, found: dict[str, list[str]]) -> None:
    """Headings of `LANG_verbs.txt` hold verbs, several a line, parted by commas, and every form of them counts."""
    heading: list[str] = []
    for line in (SHELF / f"{language}_verbs.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = found.setdefault(line[1:-1], [])
        else:
            heading.extend(INFLECTED[language](verb.strip()) for verb in line.split(",") if verb.strip())


def bounded(pattern: str) -> re.Pattern[str]:
    """Whole words of a plain text only, whose words stand between single spaces."""
    return re.compile(rf"(?<![^ ])(?:{by_first_letter(pattern)})(?![^ ])")


def by_language(heading: str) -> Mapping[str, re.Pattern[str]]:
    return {language: bounded(sections(language)[heading]) for language in LANGUAGES}


def words(text: str) -> frozenset[str]:
    """A set written as running text."""
    return frozenset(text.split())
