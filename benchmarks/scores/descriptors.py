"""Statement texts of households in seven countries, with the default categories that count as right.

Written from general knowledge, without a look at what the shipped model says. A hash parts them: one half may be looked
at by whoever improves the words the model learns from, the other half is for the published score alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

FOLDER = Path(__file__).parent / "descriptors_words"


@dataclass(frozen=True, slots=True)
class Descriptor:
    """A text as the bank prints it; `accept`: the default categories that are right; `country`: the file's name."""

    text: str
    accept: tuple[str, ...]
    country: str

    @property
    def is_kept_out(self) -> bool:
        """Whether it is for the published score alone."""
        return blake2b(self.text.encode(), digest_size=1).digest()[0] % 2 == 0


def descriptors() -> Iterator[Descriptor]:
    """All, by country; a line of a file is `Category|Other: text; text`."""
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            accept, _, texts = line.partition(": ")
            for text in texts.split("; "):
                yield Descriptor(text, tuple(accept.split("|")), path.stem)
