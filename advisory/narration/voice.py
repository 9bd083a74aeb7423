"""In which language words are said just now, and which of several wordings.

Narration is asked for words in a hundred places, and every word of one document must be of one language. So the
language is set once around the making of a document and holds for all that is made inside, this thread's alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "de"]
LANGUAGES: tuple[Language, ...] = ("en", "de")


@dataclass(frozen=True, slots=True)
class Voice:
    """`seed`: whose words they are; `turn`: a number that grows by one from one document to the next. Together they
    choose the wording, so that the same document is always worded alike and two in a row never are."""

    language: Language = "en"
    seed: str = ""
    turn: int = 0

    def choose(self, key: str, wordings: Sequence[str]) -> str:
        """One of the wordings of a situation; the next turn takes the next one."""
        start = int.from_bytes(hashlib.sha256(f"{self.seed}:{key}".encode()).digest()[:4])
        return wordings[(start + self.turn) % len(wordings)]


PLAIN = Voice()
_voice: ContextVar[Voice] = ContextVar("voice", default=PLAIN)


def voice() -> Voice:
    return _voice.get()


@contextmanager
def speaking(new: Voice) -> Iterator[None]:
    """Everything worded inside is worded by this voice."""
    token = _voice.set(new)
    try:
        yield
    finally:
        _voice.reset(token)
