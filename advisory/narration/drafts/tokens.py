"""A draft as words, placeholders and marks, in sentences and clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisory.narration.drafts.placeholders import PLACEHOLDER
from advisory.narration.drafts.vocabulary import UMLAUTS, bare

ELISION = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’](?=[^\W\d_])"
LETTERS = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
TOKEN = re.compile(rf"{PLACEHOLDER.pattern}|(?i:(aujourd['’]hui|{ELISION}))|({LETTERS})|(\S)")
SENTENCE_ENDS = frozenset(".!?:…\n")
OPENERS = frozenset("\"'“”„«»‹›‘’(¿¡–—-")
ABBREVIATION = re.compile(
    r"(?:z|d|u|o|e|p|i|ex|bzw|ca|usw|etc|resp|approx|vs|inkl|evtl|ggf|cf|sr|sra|mr|mrs|dr)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Token:
    """`fact` is an id where the token is a placeholder; `glued` where a hyphen joins it to the token before."""

    text: str
    plain: str
    """Lower case without accents."""
    german: str
    """Lower case with umlauts written out."""
    fact: str = ""
    is_word: bool = False
    starts_sentence: bool = False
    glued: bool = False


LINE_END = Token(".", ".", ".")
"""A line of a list says one thing, with or without a full stop."""


def tokens_of(draft: str) -> tuple[Token, ...]:
    found: list[Token] = []
    fresh, end, hyphen = True, 0, False
    for match in TOKEN.finditer(draft):
        gap = draft[end : match.start()]
        if "\n" in gap:
            fresh = True
            if found and found[-1].text not in SENTENCE_ENDS:
                found.append(LINE_END)
        text = match[0]
        is_word = match[2] is not None or match[3] is not None
        glued = hyphen and not gap and (is_word or match[1] is not None)
        found.append(_token(text, match[1] or "", is_word=is_word, fresh=fresh and is_word, glued=glued))
        hyphen = text in "-‐‑–" and not gap and len(found) > 1
        is_mark = not is_word and match[1] is None
        fresh = is_mark and _opens_sentence(text, found, fresh=fresh)
        end = match.end()
    return tuple(found)


def _token(text: str, fact: str, *, is_word: bool, fresh: bool, glued: bool) -> Token:
    small = text.casefold().replace("’", "'")
    german = text.lower().translate(UMLAUTS)
    return Token(text, bare(small), bare(german), fact, is_word, fresh, glued)


def _opens_sentence(mark: str, before: list[Token], *, fresh: bool) -> bool:
    if mark in SENTENCE_ENDS:
        last = before[-2] if len(before) > 1 else None
        return not (mark == "." and last is not None and ABBREVIATION.fullmatch(last.text))
    return fresh and mark in OPENERS
