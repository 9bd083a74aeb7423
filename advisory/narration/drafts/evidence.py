"""What bears witness that a figure is told as what it is.

A word of a wrong meaning is not always known; the words that fit a figure can be. So a figure of money is only told
where something around it fits its label: one of the concepts of the label, or a word of `lexicon/LANG_evidence.txt`,
which lists what may be said of a figure of a kind, however loosely (`went`, `took` and `ate` of spending).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from advisory.narration.drafts.lexicon_files import LANGUAGES, SHELF


def _pattern(lines: list[str]) -> re.Pattern[str]:
    words = [word.strip() for line in lines for word in line.split(",") if word.strip()]
    whole = "|".join(
        re.escape(word).replace(r"\ \*\ ", r" \w+ ").replace(r"\*", r"\w*").replace(r"\ ", " ") for word in words
    )
    return re.compile(rf"(?<= )(?:{whole})(?= )")


def _read(language: str) -> Mapping[str, re.Pattern[str]]:
    found: dict[str, list[str]] = {}
    heading: list[str] = []
    for line in (SHELF / f"{language}_evidence.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = found.setdefault(line[1:-1], [])
        else:
            heading.append(line)
    return {name: _pattern(lines) for name, lines in found.items()}


EVIDENCE: Mapping[str, Mapping[str, re.Pattern[str]]] = {language: _read(language) for language in LANGUAGES}


def bears(text: str, kind: str, language: str) -> bool:
    return EVIDENCE[language][kind].search(text) is not None
